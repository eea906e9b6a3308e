/** What can be done by writing `/name`. Their words are in the area `composer`, by name; what they do is in `run-command.ts`. */
import { may, mayInRoom } from "@/lib/client/rights";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Me } from "@/lib/shared/schemas/user";

export type CommandName =
	| "me"
	| "shrug"
	| "topic"
	| "join"
	| "leave"
	| "msg"
	| "invite"
	| "kick"
	| "mute"
	| "archive"
	| "dnd"
	| "status"
	| "help";
type Said = "status" | "noStatus" | "invite" | "kick" | "mute" | "noMute" | "dnd" | "noDnd";
/** What is left to do when it is done: a message to write, a place to go to, the list of commands to show, something to say. */
export type Outcome = {
	send?: string;
	to?: string;
	goTo?: string;
	left?: true;
	help?: true;
	said?: Said;
	/** Of whom something is said. */
	names?: string[];
	/** Until when, in ISO 8601. */
	until?: string;
};

export type Command = {
	name: CommandName;
	/** Whether it is nothing without something after its name. */
	needsMore?: true;
	isFor?: (me: Me, room: RoomView) => boolean;
};

const commands: Command[] = [
	{ name: "me", needsMore: true },
	{ name: "shrug" },
	{ name: "topic", needsMore: true, isFor: (me, room) => mayInRoom(me, room, "change-room") },
	{ name: "join", needsMore: true },
	{ name: "leave", isFor: (_me, room) => room.kind !== "direct" && room.membership !== null },
	{ name: "msg", needsMore: true, isFor: (me) => may(me, "room-create-direct") },
	{ name: "invite", needsMore: true, isFor: (me, room) => mayInRoom(me, room, "manage-members") },
	{ name: "kick", needsMore: true, isFor: (me, room) => mayInRoom(me, room, "manage-members") },
	{ name: "mute", isFor: (_me, room) => room.membership !== null },
	{ name: "archive", isFor: (me, room) => mayInRoom(me, room, "archive-room") },
	{ name: "dnd" },
	{ name: "status" },
	{ name: "help" },
];

/** Those that may be used here. */
export function commandsFor(me: Me, room: RoomView): Command[] {
	return commands.filter((command) => command.isFor?.(me, room) ?? true);
}
