"use client";
import { type ReactNode, useId } from "react";
import type { RoomView } from "@/lib/shared/schemas/room";
import { RoomRow } from "./room-row";

type Props = { title: string; rooms: RoomView[]; empty: string; actions: ReactNode };

export function Section({ title, rooms, empty, actions }: Props) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="mt-3 first:mt-1">
			<div className="flex min-h-8 items-center justify-between ps-2">
				<h2 id={id} className="text-xs font-semibold text-faint max-md:text-sm">
					{title}
				</h2>
				<div className="flex">{actions}</div>
			</div>
			{rooms.length === 0 && <p className="px-2 py-1 text-sm text-faint">{empty}</p>}
			<ul>
				{rooms.map((room) => (
					<li key={room.id}>
						<RoomRow room={room} />
					</li>
				))}
			</ul>
		</section>
	);
}
