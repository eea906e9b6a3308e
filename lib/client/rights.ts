import { type Permission, type RoomRight, roomRoleMay } from "../shared/permissions.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Server } from "../shared/schemas/server.ts";
import type { Me } from "../shared/schemas/user.ts";

/** What the page offers. The server decides by the same table (`lib/shared/permissions.ts`). */
export function may(me: Me, permission: Permission): boolean {
	return me.permissions.includes(permission);
}

/** The parts of the administration, each with what it needs and where it begins. */
const adminParts: { permission: Permission; home: string }[] = [
	{ permission: "settings-manage", home: "/admin/settings/general" },
	{ permission: "emoji-manage", home: "/admin/emoji" },
];

/** Where the administration begins for him; undefined where none of it is his. */
export function adminHome(me: Me): string | undefined {
	return adminParts.find(({ permission }) => may(me, permission))?.home;
}

export function mayInRoom(me: Me, room: RoomView, right: RoomRight): boolean {
	if (room.kind === "direct") return false;
	if (room.membership && roomRoleMay(room.membership.role, right)) return true;
	return room.kind === "public" && may(me, "room-moderate-public");
}

/** Why nothing can be written here; undefined when it can. */
export type Silence = "not-joined" | "archived" | "read-only" | "not-allowed";

export function silenceOf(me: Me, room: RoomView): Silence | undefined {
	if (!room.membership) return "not-joined";
	if (room.archived) return "archived";
	if (!may(me, "message-send")) return "not-allowed";
	return room.readOnly && !roomRoleMay(room.membership.role, "write-read-only") ? "read-only" : undefined;
}

/** In a read-only room too, where it is all that a reader can say. */
export function mayReact(room: RoomView): boolean {
	return room.membership !== null && !room.archived;
}

export function mayPin(me: Me, room: RoomView): boolean {
	if (room.membership === null || room.archived) return false;
	return room.kind === "direct" || mayInRoom(me, room, "pin-messages");
}

/** Where one may write. */
export function mayQuote(me: Me, room: RoomView, { kind, deletedAt }: Message): boolean {
	return kind === "text" && deletedAt === null && silenceOf(me, room) === undefined;
}

/** What others wrote where I am: it may have alerted me, or not. */
export function mayExplain(me: Me, room: RoomView, { kind, author, deletedAt }: Message): boolean {
	return room.membership !== null && kind === "text" && deletedAt === null && author.id !== me.id;
}

/** What others wrote in the room itself. */
export function mayUnread(me: Me, room: RoomView, { seq, author }: Message): boolean {
	return room.membership !== null && seq !== null && author.id !== me.id;
}

export function mayEdit(me: Me, room: RoomView, server: Server, message: Message): boolean {
	const { mayEdit: allowed, editMinutes } = server.messages;
	return (
		isMine(me, message) && allowed && !room.archived && !isOver(message.at, editMinutes) && room.membership !== null
	);
}

export function mayDelete(me: Me, room: RoomView, server: Server, message: Message): boolean {
	if (message.kind !== "text" || message.deletedAt !== null || room.archived || !room.membership) return false;
	if (roomRoleMay(room.membership.role, "delete-others-messages")) return true;
	const { mayDelete: allowed, deleteMinutes } = server.messages;
	return isMine(me, message) && allowed && !isOver(message.at, deleteMinutes);
}

/** Whoever wrote the links, at any time, and who may delete them with the message. */
export function mayRemovePreviews(me: Me, room: RoomView, { previews, author }: Message): boolean {
	if (previews.length === 0 || room.archived || !room.membership) return false;
	return author.id === me.id || roomRoleMay(room.membership.role, "delete-others-messages");
}

/** A thread that is there can be read by whoever can read the room. */
export function mayReply(me: Me, room: RoomView, message: Message): boolean {
	if (message.kind !== "text") return false;
	if (message.thread !== null || message.threadId !== null) return true;
	return message.deletedAt === null && silenceOf(me, room) === undefined;
}

function isMine(me: Me, message: Message): boolean {
	return message.author.id === me.id && message.kind === "text" && message.deletedAt === null;
}

/** 0 minutes: never. */
function isOver(at: string, minutes: number): boolean {
	return minutes > 0 && Date.now() - Date.parse(at) > minutes * 60_000;
}
