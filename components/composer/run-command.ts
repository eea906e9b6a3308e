/** What the commands do: fetched when the first one is used. */
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
import { foldName } from "@/lib/shared/fold-name";
import { MAX_RECIPIENTS } from "@/lib/shared/limits";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Me, User } from "@/lib/shared/schemas/user";
import { CommandFault } from "./command-fault";
import { commandIn } from "./command-in";
import { type CommandName, commandsFor, type Outcome } from "./commands";
import { spanEnd } from "./span-end";

type Run = (rest: string, me: Me, room: RoomView) => Outcome | Promise<Outcome>;

const runs: Record<CommandName, Run> = {
	me: (rest) => ({ send: rest.includes("_") ? `*${rest}*` : `_${rest}_` }),
	// The backslashes keep the arms from being read as marks.
	shrug: (rest) => ({ send: `${rest} ¯\\\\\\_(ツ)\\_/¯`.trimStart() }),
	async topic(topic, _me, room) {
		applyRoom(await changeRoom(room.id, { topic }));
		return {};
	},
	join: async (rest) => ({ goTo: await joined(rest.replace(/^#/, "")) }),
	async leave(_rest, _me, room) {
		await leaveRoom(room.id);
		return { left: true };
	},
	msg: messageTo,
	async invite(rest, _me, room) {
		const people = await peopleNamed(rest, MAX_RECIPIENTS);
		await addMembers(
			room.id,
			people.map(({ id }) => id),
		);
		return { said: "invite", names: people.map(({ name }) => name) };
	},
	async kick(rest, me, room) {
		const [person] = await peopleNamed(rest, 1);
		if (!person || person.id === me.id) throw new CommandFault("yourself", "/leave");
		await removeMember(room.id, person.id);
		return { said: "kick", names: [person.name] };
	},
	async mute(rest, _me, room) {
		const mutedUntil = endIn(rest);
		await involve(room, { mutedUntil });
		return mutedUntil ? { said: "mute", until: mutedUntil } : { said: "noMute" };
	},
	async archive(_rest, _me, room) {
		applyRoom(await archiveRoom(room.id));
		return {};
	},
	async dnd(rest) {
		const doNotDisturbUntil = endIn(rest);
		await prefer({ doNotDisturbUntil });
		return doNotDisturbUntil ? { said: "dnd", until: doNotDisturbUntil } : { said: "noDnd" };
	},
	status: setOwnStatus,
	help: () => ({ help: true }),
};

/** @throws CommandFault, ClientError */
export async function runCommand(text: string, me: Me, room: RoomView): Promise<Outcome> {
	const { name, rest } = commandIn(text) ?? { name: "", rest: "" };
	const command = commandsFor(me, room).find((each) => each.name === name);
	if (!command) throw new CommandFault("unknown", `/${name}`);
	if (command.needsMore && rest === "") throw new CommandFault("incomplete", `/${name}`);
	return runs[command.name](rest, me, room);
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
