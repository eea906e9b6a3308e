"use client";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Panel } from "./panel";
import { RoomEnds } from "./room-ends";
import { RoomForm } from "./room-form";

export function SettingsPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const mayChange = mayInRoom(me, room, "change-room") && !room.archived;
	return (
		<Panel title="Room settings" onClose={onClose}>
			{mayChange ? <RoomForm key={room.id} room={room} /> : <Facts room={room} />}
			<RoomEnds room={room} />
		</Panel>
	);
}

function Facts({ room }: { room: RoomView }) {
	const facts: [string, string][] = [
		["Name", room.displayName],
		["Topic", room.topic || "None"],
		[
			"Kind",
			room.kind === "public"
				? "Public: everybody here can find, read and join it."
				: "Private: only its members know of it.",
		],
		...(room.readOnly ? ([["Writing", "Only owners and moderators."]] as [string, string][]) : []),
	];
	return (
		<dl className="grid gap-4 text-ui">
			{facts.map(([name, value]) => (
				<div key={name}>
					<dt className="text-sm text-faint">{name}</dt>
					<dd dir="auto" className="written">
						{value}
					</dd>
				</div>
			))}
		</dl>
	);
}
