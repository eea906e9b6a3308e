/**
 * Snapshot + events = new snapshot: for every kind of event, what a page held before with the events applied is what a fresh
 * fetch answers now. Bob watches; the table says what happens.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyToEmoji } from "../lib/client/custom-emoji.ts";
import { applyToSaved, applyToThreads } from "../lib/client/own-state.ts";
import { applyToHistory, applyToRooms, type HeldHistory, type StateEvent } from "../lib/client/state.ts";
import { type ServerEventName, serverEvents } from "../lib/shared/events.ts";
import type { CustomEmoji } from "../lib/shared/schemas/emoji.ts";
import type { FollowedThread, History, Message, MessageInput, Thread } from "../lib/shared/schemas/message.ts";
import type { Preferences } from "../lib/shared/schemas/preferences.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import type { Bootstrap } from "../lib/shared/schemas/server.ts";
import { plainPng, putImage, upload } from "./files.ts";
import { type Listener, type Person, startWorld, type World } from "./world.ts";

let world: World;
let listener: Listener;
beforeAll(async () => {
	world = await startWorld();
	listener = await world.bob.connect();
});
afterAll(async () => {
	listener.close();
	await world.stop();
});

type People = { alice: Person; bob: Person; carol: Person };
type Scene = People & { room: RoomView; first: Message; message: Message; naming: Message; own: Message };
type Row = { what: string; events: ServerEventName[]; happens(scene: Scene): Promise<unknown> };

const send = (person: Person, room: RoomView, text: string) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text });

const reply = (person: Person, room: RoomView, to: Message, more: Partial<MessageInput> = {}) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text: "an answer", threadId: to.id, ...more });

const table: Row[] = [
	{ what: "somebody writes", events: ["message:created"], happens: ({ alice, room }) => send(alice, room, "hello") },
	{
		what: "many write at once",
		events: ["message:created"],
		happens: ({ alice, carol, room }) =>
			Promise.all(Array.from({ length: 20 }, (_, i) => send(i % 2 ? alice : carol, room, `message ${i}`))),
	},
	{
		what: "somebody sends a file, and deletes it",
		events: ["message:created", "message:deleted"],
		async happens({ alice, room }) {
			const { body } = await upload(world, alice, room.id, "a.txt", "a");
			const { id } = await alice.post<Message>(`/api/rooms/${room.id}/messages`, { text: "", fileIds: [body.file.id] });
			await send(alice, room, "see above");
			await alice.call("DELETE", `/api/messages/${id}`);
		},
	},
	{
		what: "he writes himself",
		events: ["message:created"],
		happens: ({ bob, room }) => send(bob, room, "from my other device"),
	},
	{
		what: "somebody edits",
		events: ["message:changed"],
		happens: ({ alice, message }) => alice.call("PATCH", `/api/messages/${message.id}`, { text: "edited" }),
	},
	{
		what: "somebody quotes a message, which is edited then",
		events: ["message:created", "message:changed"],
		async happens({ alice, carol, room, message }) {
			await carol.post(`/api/rooms/${room.id}/messages`, { text: "so it is", quoteOf: message.id });
			await alice.call("PATCH", `/api/messages/${message.id}`, { text: "edited after it was quoted" });
		},
	},
	{
		what: "what somebody quoted is deleted",
		events: ["message:created", "message:deleted"],
		async happens({ alice, carol, room, message }) {
			await carol.post(`/api/rooms/${room.id}/messages`, { text: "so it is", quoteOf: message.id });
			await alice.call("DELETE", `/api/messages/${message.id}`);
		},
	},
	{
		what: "an unread message is deleted",
		events: ["message:deleted"],
		happens: ({ alice, message }) => alice.call("DELETE", `/api/messages/${message.id}`),
	},
	{
		what: "his own message is deleted by the room's owner",
		events: ["message:deleted"],
		happens: ({ alice, own }) => alice.call("DELETE", `/api/messages/${own.id}`),
	},
	{
		what: "somebody names him",
		events: ["message:created"],
		happens: ({ carol, room }) => send(carol, room, "@bob, look at #general"),
	},
	{
		what: "the room's owner calls everybody",
		events: ["message:created"],
		happens: ({ alice, room }) => send(alice, room, "@all the tide is in"),
	},
	{
		what: "he names himself, and everybody",
		events: ["message:created"],
		happens: ({ bob, room }) => send(bob, room, "@bob @all"),
	},
	{
		what: "an edit names him",
		events: ["message:changed"],
		happens: ({ alice, message }) => alice.call("PATCH", `/api/messages/${message.id}`, { text: "@bob: edited" }),
	},
	{
		what: "an edit names him no longer",
		events: ["message:changed"],
		happens: ({ alice, naming }) => alice.call("PATCH", `/api/messages/${naming.id}`, { text: "it was nothing" }),
	},
	{
		what: "an edit of what he has read names him",
		events: ["message:changed"],
		happens: ({ alice, first }) => alice.call("PATCH", `/api/messages/${first.id}`, { text: "@bob" }),
	},
	{
		what: "a message that names him is deleted",
		events: ["message:deleted"],
		happens: ({ alice, naming }) => alice.call("DELETE", `/api/messages/${naming.id}`),
	},
	{
		what: "he reads on another device what names him",
		events: ["membership:changed"],
		happens: ({ bob, room, naming }) => bob.call("PUT", `/api/rooms/${room.id}/read`, { seq: naming.seq }),
	},
	{
		what: "the room is renamed and gets a topic",
		events: ["room:changed", "message:created"],
		happens: ({ alice, room }) =>
			alice.call("PATCH", `/api/rooms/${room.id}`, { name: `${room.name}-2`, topic: "Tides" }),
	},
	{
		what: "the room becomes private and read-only, with an announcement",
		events: ["room:changed", "message:created"],
		happens: ({ alice, room }) =>
			alice.call("PATCH", `/api/rooms/${room.id}`, {
				kind: "private",
				readOnly: true,
				announcement: "Storm on Friday",
			}),
	},
	{
		what: "the room is archived",
		events: ["room:changed", "message:created"],
		happens: ({ alice, room }) => alice.post(`/api/rooms/${room.id}/archive`),
	},
	{
		what: "somebody reacts",
		events: ["message:changed"],
		happens: ({ alice, message }) =>
			alice.call("PUT", `/api/messages/${message.id}/reactions/${encodeURIComponent("👍")}`),
	},
	{
		what: "somebody answers him in a thread",
		events: ["message:created", "message:changed", "thread:changed"],
		happens: ({ alice, room, own }) => reply(alice, room, own),
	},
	{
		what: "somebody answers in a thread that is not his, and in the room too",
		events: ["message:created", "message:changed"],
		happens: ({ alice, room, message }) => reply(alice, room, message, { alsoToRoom: true }),
	},
	{
		what: "he reads a thread on another device",
		events: ["thread:changed"],
		happens: async ({ alice, bob, room, own }) => {
			await reply(alice, room, own);
			await bob.call("PUT", `/api/messages/${own.id}/thread/read`, { threadSeq: 1 });
		},
	},
	{
		what: "he answers in his own thread from another device",
		events: ["message:created", "message:changed", "thread:changed"],
		happens: async ({ alice, bob, room, own }) => {
			await reply(alice, room, own);
			await reply(bob, room, own, { alsoToRoom: true });
		},
	},
	{
		what: "he follows a thread no longer",
		events: ["thread:changed"],
		happens: async ({ alice, bob, room, own }) => {
			await reply(alice, room, own);
			await bob.call("DELETE", `/api/messages/${own.id}/follow`);
			await reply(alice, room, own);
		},
	},
	{
		what: "somebody who answered him takes another name",
		events: ["message:created", "user:changed"],
		happens: async ({ carol, room, own }) => {
			await reply(carol, room, own);
			await carol.call("PATCH", "/api/me", { name: `Carol the ${room.name}` });
		},
	},
	{
		what: "an answer to him is deleted",
		events: ["message:deleted", "message:changed", "thread:changed"],
		happens: async ({ alice, room, own }) => {
			await reply(alice, room, own);
			const { id } = await reply(alice, room, own);
			await alice.call("DELETE", `/api/messages/${id}`);
		},
	},
	{
		what: "he saves a message on another device",
		events: ["saved:changed"],
		happens: ({ bob, message }) => bob.call("PUT", `/api/messages/${message.id}/star`),
	},
	{
		what: "somebody pins a message",
		events: ["message:changed"],
		happens: ({ alice, message }) => alice.call("PUT", `/api/messages/${message.id}/pin`),
	},
	{
		what: "he chooses what of the room alerts him",
		events: ["membership:changed"],
		happens: ({ bob, room }) =>
			bob.call("PUT", `/api/rooms/${room.id}/involvement`, { level: "nothing", favorite: true }),
	},
	{
		what: "somebody joins",
		events: ["room:changed", "message:created"],
		happens: async ({ room }) =>
			(await world.register(`visitor${room.id.slice(-6)}`)).post(`/api/rooms/${room.id}/join`),
	},
	{
		what: "somebody leaves",
		events: ["room:changed", "message:created"],
		happens: ({ carol, room }) => carol.post(`/api/rooms/${room.id}/leave`),
	},
	{
		what: "somebody is removed",
		events: ["room:changed", "message:created"],
		happens: ({ alice, carol, room }) => alice.call("DELETE", `/api/rooms/${room.id}/members/${carol.id}`),
	},
	{
		what: "he gets another role",
		events: ["membership:changed", "message:created"],
		happens: ({ alice, bob, room }) =>
			alice.call("PATCH", `/api/rooms/${room.id}/members/${bob.id}`, { role: "moderator" }),
	},
	{
		what: "he reads on another device",
		events: ["membership:changed"],
		happens: ({ bob, room }) => bob.call("PUT", `/api/rooms/${room.id}/read`, { seq: 999 }),
	},
	{
		what: "he marks as unread",
		events: ["membership:changed"],
		happens: ({ bob, room }) => bob.call("PUT", `/api/rooms/${room.id}/read`, { seq: 1 }),
	},
	{
		what: "he is added to another room",
		events: ["membership:changed", "room:changed"],
		happens: ({ alice, bob, room }) =>
			alice.post("/api/rooms", { kind: "private", name: `${room.name}-added`, members: [bob.id] }),
	},
	{
		what: "he joins another room himself",
		events: ["membership:changed", "room:changed"],
		happens: async ({ alice, bob, room }) => {
			const other = await alice.post<RoomView>("/api/rooms", { kind: "public", name: `${room.name}-other` });
			await bob.post(`/api/rooms/${other.id}/join`);
		},
	},
	{
		what: "somebody writes to him directly",
		events: ["membership:changed", "message:created"],
		happens: async ({ bob, room }) => {
			const stranger = await world.register(`stranger${room.id.slice(-6)}`);
			const direct = await stranger.post<RoomView>("/api/rooms", { kind: "direct", members: [bob.id] });
			await send(stranger, direct, "hello Bob");
		},
	},
	{
		what: "he is removed from the room",
		events: ["membership:removed"],
		happens: ({ alice, bob, room }) => alice.call("DELETE", `/api/rooms/${room.id}/members/${bob.id}`),
	},
	{
		what: "the room is deleted",
		events: ["membership:removed"],
		happens: ({ alice, room }) => alice.call("DELETE", `/api/rooms/${room.id}`),
	},
	{
		what: "he likes the page otherwise on another device",
		events: ["preferences:changed"],
		happens: async ({ bob }) => {
			const { theme } = await bob.get<Preferences>("/api/me/preferences");
			await bob.call("PATCH", "/api/me/preferences", { theme: theme === "dark" ? "light" : "dark" });
		},
	},
	{
		what: "an emoji is made, another one is removed",
		events: ["emoji:added", "emoji:removed"],
		async happens({ alice, room }) {
			const [first, second] = [`${room.name}-a`, `${room.name}-b`];
			for (const name of [first, second]) await putImage(world, alice, `/api/emoji/${name}`, plainPng(9, 9));
			await alice.call("DELETE", `/api/emoji/${first}`);
		},
	},
	{
		what: "an author takes another name",
		events: ["user:changed"],
		happens: ({ carol, room }) => carol.call("PATCH", "/api/me", { name: `Carol ${room.name}` }),
	},
];

test.each(table)("$what", async ({ events: expected, happens }) => {
	const scene = await newScene();
	const place = { roomId: scene.room.id, threadId: scene.own.id };
	const before = await snapshot(place);
	listener.events.length = 0;

	await happens(scene);
	await settled();
	const names = listener.events.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(expected));
	const after = await snapshot(place);

	const events = listener.events.map(({ name, payload }) => ({ name, payload }) as StateEvent);
	expect(apply(before, events, place)).toEqual(after);
	// Delivered twice, and in the other order as far as rooms of their own allow: the same.
	expect(apply(before, [...events, ...events], place)).toEqual(after);
	expect(before).not.toEqual(after);
});

test("every event that changes what a page holds stands in the table", () => {
	const others: ServerEventName[] = [
		"typing",
		"presence:changed",
		"notification",
		"notification:test",
		"mention:outside",
		// What a device holds of drafts is more than the server has: `e2e/drafts.spec.ts`.
		"draft:changed",
		"session:ended",
		"server:restarting",
	];
	const shown = new Set(table.flatMap(({ events }) => events));
	const held = (Object.keys(serverEvents) as ServerEventName[]).filter((name) => !others.includes(name));
	expect([...shown].sort()).toEqual(held.sort());
});

let scenes = 0;

/** A room of Alice's with Bob and Carol in it, three messages that he has read and four that he has not, one of which names him. */
async function newScene(): Promise<Scene> {
	const { alice, bob, carol } = world;
	const name = `scene-${++scenes}`;
	const room = await alice.post<RoomView>("/api/rooms", { kind: "public", name, members: [bob.id, carol.id] });
	const first = await send(alice, room, "first");
	await send(carol, room, "second");
	const own = await send(bob, room, "third");
	await send(carol, room, "fourth");
	const message = await send(alice, room, "fifth");
	const naming = await send(alice, room, "sixth, for @bob");
	await send(alice, room, "seventh");
	await settled();
	return { room, alice, bob, carol, first, message, naming, own };
}

type Own = { preferences: Preferences; saved: string[]; threads: FollowedThread[]; emoji: CustomEmoji[] };
/** `thread`: the one that hangs on what he wrote in the room. */
type Snapshot = Own & { rooms: RoomView[]; history: HeldHistory | undefined; thread: HeldHistory | undefined };
type Place = { roomId: string; threadId: string };

async function snapshot(place: Place): Promise<Snapshot> {
	const { rooms, preferences, saved, threads } = await world.bob.get<Bootstrap>("/api/bootstrap");
	const { items: emoji } = await world.bob.get<{ items: CustomEmoji[] }>("/api/emoji");
	const { status, body } = await world.bob.call<History>("GET", `/api/rooms/${place.roomId}/messages?limit=100`);
	const history = status === 200 ? body : undefined;
	return tidy({ rooms, preferences, saved, threads, emoji, history, thread: await readThread(place) }, place);
}

async function readThread({ threadId }: Place): Promise<HeldHistory | undefined> {
	const { status, body } = await world.bob.call<Thread>("GET", `/api/messages/${threadId}/thread?limit=100`);
	if (status !== 200) return undefined;
	const { root, following, lastReadThreadSeq, ...piece } = body;
	return { ...piece, thread: { root, following, lastReadThreadSeq } };
}

function apply(before: Snapshot, events: StateEvent[], place: Place): Snapshot {
	const held = events.reduce(
		(state, event): Snapshot => ({
			rooms: applyToRooms(state.rooms, event, world.bob.id),
			preferences: event.name === "preferences:changed" ? event.payload.preferences : state.preferences,
			saved: applyToSaved(state.saved, event),
			threads: applyToThreads(state.threads, event),
			emoji: [...applyToEmoji(new Map(state.emoji.map((each) => [each.name, each])), event).values()],
			history: state.history && ofRoom(event, place.roomId) ? applyToHistory(state.history, event) : state.history,
			thread: state.thread && ofRoom(event, place.roomId) ? applyToHistory(state.thread, event) : state.thread,
		}),
		before,
	);
	return tidy(held, place);
}

function ofRoom({ name, payload }: StateEvent, roomId: string): boolean {
	if (name === "message:created" || name === "message:changed") return payload.message.roomId === roomId;
	return name === "message:deleted" ? payload.roomId === roomId : true;
}

/** Rooms in one order; without what the page keeps for itself; no history of a room that is gone. */
function tidy({ rooms, history, thread, threads, emoji, ...own }: Snapshot, { roomId }: Place): Snapshot {
	const sorted = {
		...own,
		emoji: emoji.toSorted((a, b) => a.name.localeCompare(b.name)),
		rooms: rooms.toSorted((a, b) => a.id.localeCompare(b.id)),
		threads: threads.toSorted((a, b) => a.threadId.localeCompare(b.threadId)),
	};
	const isHeld = rooms.some(({ id }) => id === roomId);
	if (!isHeld) return { ...sorted, history: undefined, thread: undefined };
	return {
		...sorted,
		history: history && withoutRemoved(history),
		thread: thread && !isGone(thread) ? withoutRemoved(thread) : undefined,
	};
}

/** Nothing hangs on a message that is deleted: there is no such thread. */
function isGone({ thread, items }: HeldHistory): boolean {
	return thread?.root.deletedAt !== null && items.length === 0;
}

function withoutRemoved({ removed: _, ...history }: HeldHistory): HeldHistory {
	return history;
}

/** Events of one socket come in order: what was sent before this one's answer has been heard. */
async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 30));
	await listener.socket.emitWithAck("presence:watch", { userIds: [] });
}
