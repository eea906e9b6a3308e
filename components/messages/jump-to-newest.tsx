import { ArrowDown } from "lucide-react";

export function JumpToNewest({ unread, onJump }: { unread: number; onJump: () => void }) {
	const words = unread === 0 ? "Jump to newest" : unread === 1 ? "1 new message" : `${unread} new messages`;
	return (
		<button
			type="button"
			onClick={onJump}
			className="absolute inset-x-0 bottom-2 z-(--z-bar) mx-auto flex h-8 w-fit animate-appear items-center gap-1.5 rounded-full bg-raised ps-2.5 pe-3.5 text-sm font-medium shadow-menu hover:bg-raised-hover pointer-coarse:h-11"
		>
			<ArrowDown size={16} aria-hidden />
			{words}
		</button>
	);
}
