"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useRoomId } from "@/components/frame/navigation";
import { classNames } from "@/components/ui/class-names";
import { isUnread } from "@/lib/client/room-order";
import { foldSection, useSidebar } from "@/lib/client/sidebar";
import type { RoomView } from "@/lib/shared/schemas/room";
import { RoomRow } from "./room-row";

type Props = { name: string; title: string; rooms: RoomView[]; empty: string; action: ReactNode; children?: ReactNode };

/** Folded, it still shows what is unread and where one is. */
export function Section({ name, title, rooms, empty, action, children }: Props) {
	const id = useId();
	const here = useRoomId();
	const folded = useSidebar((sidebar) => sidebar.folded.includes(name));
	const shown = folded ? rooms.filter((room) => isUnread(room) || room.id === here) : rooms;
	// The arrows lead from it to the others.
	const stop = shown.some((room) => room.id === here) ? here : shown[0]?.id;
	return (
		<section aria-labelledby={id} className="mt-4 first:mt-1 max-md:mt-2.5">
			<div className="flex h-7 items-center justify-between ps-2 pe-1 pointer-coarse:h-11 max-md:h-9">
				<h2 id={id} className="min-w-0 text-xs font-semibold text-faint max-md:text-sm">
					<button
						type="button"
						aria-expanded={!folded}
						onClick={() => foldSection(name)}
						className="flex h-7 items-center gap-1 rounded-xs hover:text-muted pointer-coarse:h-11"
					>
						{title}
						<ChevronDown
							size={13}
							aria-hidden
							className={classNames("opacity-80 transition-transform", folded && "-rotate-90 rtl:rotate-90")}
						/>
					</button>
				</h2>
				{action}
			</div>
			{rooms.length === 0 && <p className="px-2 py-1 text-sm text-faint">{empty}</p>}
			<ul>
				{shown.map((room) => (
					<li key={room.id} className="[contain-intrinsic-size:auto_var(--row-height)] [content-visibility:auto]">
						<RoomRow room={room} here={room.id === here} isStop={room.id === stop} />
					</li>
				))}
			</ul>
			{!folded && children}
		</section>
	);
}
