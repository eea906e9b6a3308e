"use client";
import { ArrowDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { focusComposer } from "./focus-composer";

const LINE_PX = 22;

type Props = {
	unread: number;
	onJump: () => void;
	/** The wheel was turned over the button, which lies over the list and does not belong to it. */
	onScroll: (px: number) => void;
};

export function JumpToNewest({ unread, onJump, onScroll }: Props) {
	const t = useTranslations("messages");
	return (
		<button
			type="button"
			onClick={({ currentTarget }) => {
				onJump();
				// The button goes away, and with it would the focus.
				if (currentTarget.matches(":focus-visible")) focusComposer(currentTarget);
			}}
			onWheel={(event) => onScroll(event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1))}
			className="absolute inset-x-0 bottom-2 z-(--z-hover) mx-auto flex h-8 w-fit animate-appear items-center gap-1.5 rounded-full bg-raised ps-2.5 pe-3.5 text-sm font-medium shadow-menu hover:bg-raised-hover pointer-coarse:h-11"
		>
			<ArrowDown size={16} aria-hidden />
			{unread === 0 ? t("jump") : t("jumpUnread", { count: unread })}
		</button>
	);
}
