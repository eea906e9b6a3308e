"use client";
import { Pencil, UserPlus } from "lucide-react";
import { setPanel } from "@/components/frame/navigation";
import { Mark } from "@/components/ui/logo";
import { mayInRoom } from "@/lib/client/rights";
import { useMe, useServerInfo } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Above the first message of a room: what it is, and the first steps in it. */
export function Beginning({ room }: { room: RoomView }) {
	const me = useMe();
	const { name: site } = useServerInfo();
	const mayAdd = mayInRoom(me, room, "manage-members") && !room.archived;
	const steps = [
		{ icon: UserPlus, title: "Add people", text: hereNow(room.memberCount), onClick: () => setPanel("members") },
		{ icon: Pencil, title: "Say what it is for", text: "One line under the name", onClick: () => setPanel("settings") },
	];
	return (
		<div className="px-6 pt-10 pb-2 max-md:px-3.5">
			<Mark size={44} />
			<h2 className="mt-4 text-xl tracking-tight wrap-anywhere">{titleOf(room, me.id)}</h2>
			<p className="mt-0.5 text-muted wrap-anywhere">{textOf(room, me.id, site)}</p>
			{mayAdd && (
				<div className="mt-5 flex flex-wrap gap-2">
					{steps.map(({ icon: Icon, title, text, onClick }) => (
						<button
							key={title}
							type="button"
							onClick={onClick}
							className="flex w-69 max-w-full items-center gap-3.5 rounded-lg px-4 py-3 text-start ring-1 ring-border-strong ring-inset hover:bg-hover"
						>
							<Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
							<span className="min-w-0">
								<span className="block text-ui font-semibold">{title}</span>
								<span className="block text-sm text-muted">{text}</span>
							</span>
						</button>
					))}
				</div>
			)}
		</div>
	);
}

function titleOf(room: RoomView, meId: string): string {
	if (room.kind !== "direct") return `This is the beginning of ${room.displayName}`;
	return isNotes(room, meId) ? "Notes to yourself" : `This is the beginning of your talk with ${room.displayName}`;
}

function textOf(room: RoomView, meId: string, site: string): string {
	if (room.kind === "public") return `Everybody at ${site} can find and join it.`;
	if (room.kind === "private") return "Only its members know of it and see what is written here.";
	return isNotes(room, meId)
		? "Nobody else sees what you write here."
		: "Only those who are in it see what is written here.";
}

function isNotes(room: RoomView, meId: string): boolean {
	return room.with?.length === 1 && room.with[0]?.id === meId;
}

function hereNow(count: number): string {
	return count === 1 ? "You are the only one here" : `${count} are here now`;
}
