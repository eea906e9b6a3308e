/** What can be done by writing `/name`. Their words are in the area `composer`, by name. */
import {
	addMembers,
	archiveRoom,
	changeRoom,
	createRoom,
	getUser,
	joinRoom,
	leaveRoom,
	listRooms,
	removeMember,
	setStatus,
} from "@/lib/client/api";
import { applyMe, applyRoom, heldBootstrap } from "@/lib/client/cache";
import { ClientError } from "@/lib/client/errors";
import { involve } from "@/lib/client/involvement";
import { prefer } from "@/lib/client/preferences";
import { may, mayInRoom } from "@/lib/client/rights";
import { foldName } from "@/lib/shared/fold-name";
import { MAX_RECIPIENTS } from "@/lib/shared/limits";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Me, User } from "@/lib/shared/schemas/user";
import { spanEnd } from "./span-end";

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
	/** @throws CommandFault, ClientError */
	run: (rest: string, me: Me, room: RoomView) => Outcome | Promise<Outcome>;
};

export type Fault = "incomplete" | "noSuchRoom" | "noSuchPerson" | "tooManyPeople" | "yourself" | "noSpan" | "unknown";

/** What was written cannot be done so. */
export class CommandFault extends Error {
	override readonly name = "CommandFault";
	constructor(
		readonly fault: Fault,
		/** What it was looked for. */
		readonly about: string,
	) {
		super(fault);
	}
}

const commands: Command[] = [
	{ name: "me", needsMore: true, run: (rest) => ({ send: rest.includes("_") ? `*${rest}*` : `_${rest}_` }) },
	// The backslashes keep the arms from being read as marks.
	{ name: "shrug", run: (rest) => ({ send: `${rest} ¯\\\\\\_(ツ)\\_/¯`.trimStart() }) },
	{
		name: "topic",
		needsMore: true,
		isFor: (me, room) => mayInRoom(me, room, "change-room"),
		async run(topic, _me, room) {
			applyRoom(await changeRoom(room.id, { topic }));
			return {};
		},
	},
	{ name: "join", needsMore: true, run: async (rest) => ({ goTo: await joined(rest.replace(/^#/, "")) }) },
	{
		name: "leave",
		isFor: (_me, room) => room.kind !== "direct" && room.membership !== null,
		async run(_rest, _me, room) {
			await leaveRoom(room.id);
			return { left: true };
		},
	},
	{ name: "msg", needsMore: true, isFor: (me) => may(me, "room-create-direct"), run: messageTo },
	{
		name: "invite",
		needsMore: true,
		isFor: (me, room) => mayInRoom(me, room, "manage-members"),
		async run(rest, _me, room) {
			const people = await peopleNamed(rest, MAX_RECIPIENTS);
			await addMembers(
				room.id,
				people.map(({ id }) => id),
			);
			return { said: "invite", names: people.map(({ name }) => name) };
		},
	},
	{
		name: "kick",
		needsMore: true,
		isFor: (me, room) => mayInRoom(me, room, "manage-members"),
		async run(rest, me, room) {
			const [person] = await peopleNamed(rest, 1);
			if (!person || person.id === me.id) throw new CommandFault("yourself", "/leave");
			await removeMember(room.id, person.id);
			return { said: "kick", names: [person.name] };
		},
	},
	{
		name: "mute",
		isFor: (_me, room) => room.membership !== null,
		async run(rest, _me, room) {
			const mutedUntil = endIn(rest);
			await involve(room, { mutedUntil });
			return mutedUntil ? { said: "mute", until: mutedUntil } : { said: "noMute" };
		},
	},
	{
		name: "archive",
		isFor: (me, room) => mayInRoom(me, room, "archive-room"),
		async run(_rest, _me, room) {
			applyRoom(await archiveRoom(room.id));
			return {};
		},
	},
	{
		name: "dnd",
		async run(rest) {
			const doNotDisturbUntil = endIn(rest);
			await prefer({ doNotDisturbUntil });
			return doNotDisturbUntil ? { said: "dnd", until: doNotDisturbUntil } : { said: "noDnd" };
		},
	},
	{ name: "status", run: setOwnStatus },
	{ name: "help", run: () => ({ help: true }) },
];

/** Those that may be used here. */
export function commandsFor(me: Me, room: RoomView): Command[] {
	return commands.filter((command) => command.isFor?.(me, room) ?? true);
}

/** The command and what follows it; undefined for a text that is none: a path, a comment, a slash alone. */
export function commandIn(text: string): { name: string; rest: string } | undefined {
	const [, name, rest = ""] = /^\/([\p{L}][\p{L}\p{N}_-]*|\?)(?:\s+([\s\S]*))?$/u.exec(text.trimEnd()) ?? [];
	return name === undefined ? undefined : { name: name === "?" ? "help" : name.toLowerCase(), rest: rest.trim() };
}

/** @throws CommandFault, ClientError */
export async function runCommand(text: string, me: Me, room: RoomView): Promise<Outcome> {
	const { name, rest } = commandIn(text) ?? { name: "", rest: "" };
	const command = commandsFor(me, room).find((each) => each.name === name);
	if (!command) throw new CommandFault("unknown", `/${name}`);
	if (command.needsMore && rest === "") throw new CommandFault("incomplete", `/${name}`);
	return command.run(rest, me, room);
}

/** Answers its id. */
async function joined(name: string): Promise<string> {
	const isIt = (room: RoomView) => room.name !== null && foldName(room.name) === foldName(name);
	const mine = heldBootstrap()?.rooms.find(isIt);
	if (mine) return mine.id;
	const { items } = await listRooms({ query: name, kind: "public", limit: 50 });
	const found = items.find(isIt);
	if (!found) throw new CommandFault("noSuchRoom", `#${name}`);
	const room = await joinRoom(found.id);
	applyRoom(room);
	return room.id;
}

async function messageTo(rest: string): Promise<Outcome> {
	const [, username = "", text = ""] = /^@?(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
	const person = await personNamed(username);
	const room = await createRoom({ kind: "direct", members: [person.id] });
	applyRoom(room);
	return { goTo: room.id, ...(text ? { send: text, to: room.id } : {}) };
}

/** @throws CommandFault when one of them is nobody, or there are too many */
async function peopleNamed(rest: string, most: number): Promise<User[]> {
	const usernames = [...new Set(rest.split(/[\s,]+/).map((name) => name.replace(/^@/, "")))].filter(Boolean);
	if (usernames.length === 0) throw new CommandFault("noSuchPerson", rest);
	if (usernames.length > most) throw new CommandFault("tooManyPeople", String(most));
	return Promise.all(usernames.map(personNamed));
}

async function personNamed(username: string): Promise<User> {
	try {
		return await getUser(`@${username}`);
	} catch (error) {
		if (error instanceof ClientError && error.code === "user-not-found")
			throw new CommandFault("noSuchPerson", `@${username}`);
		throw error;
	}
}

function endIn(rest: string): string | null {
	const end = spanEnd(rest, new Date());
	if (end === undefined) throw new CommandFault("noSpan", rest);
	return end;
}

async function setOwnStatus(rest: string, me: Me): Promise<Outcome> {
	const { emoji, text } = await statusIn(rest);
	const changed = await setStatus({ state: me.chosenState, ...(text ? { text } : {}), ...(emoji ? { emoji } : {}) });
	applyMe(changed);
	return { said: rest === "" ? "noStatus" : "status" };
}

/** `:name:`, or one that is drawn, with all that it is joined of. */
const EMOJI_FIRST =
	/^(?::([\p{L}\p{N}+_-]+):|(\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*))/u;

async function statusIn(rest: string): Promise<{ emoji?: string; text: string }> {
	const [, named, drawn] = EMOJI_FIRST.exec(rest) ?? [];
	if (drawn) return { emoji: drawn, text: rest.slice(drawn.length).trim() };
	if (!named) return { text: rest };
	const { findEmoji } = await import("@/components/emoji/find-emoji");
	const [first] = await findEmoji(named, "en", 1);
	return first ? { emoji: first.emoji, text: rest.slice(named.length + 2).trim() } : { text: rest };
}
