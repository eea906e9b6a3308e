import { describe, expect, test } from "vitest";
import { AT, authorOf, membershipOf, messageOf, person, roomOf } from "@/test/samples";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { User } from "../shared/schemas/user.ts";
import {
	applyChanges,
	applyToHistory,
	applyToRooms,
	type HeldHistory,
	isBehind,
	markReadTo,
	needsFetch,
	type StateEvent,
	withPage,
} from "./state.ts";

const alice = person("alice");
const bob = person("bob");

/** A room as the server keeps it, in a few lines: what it does gives the event, what it holds gives the fresh fetch. */
function world() {
	const messages: (Message & { counted: boolean })[] = [];
	const core = {
		name: "tides",
		topic: "",
		readOnly: false,
		archived: false,
		kind: "public" as RoomView["kind"],
		memberCount: 2,
	};
	const read = { lastReadSeq: 0 };
	const deleted = new Map<string, number>();
	let rev = 0;
	let lastSeq = 0;

	const view = (): RoomView => ({
		...roomOf(),
		...core,
		displayName: core.name,
		lastSeq,
		rev,
		lastMessageAt: lastSeq === 0 ? null : AT,
		membership: membershipOf({
			lastReadSeq: read.lastReadSeq,
			unread: messages.filter((message) => message.counted && (message.seq ?? 0) > read.lastReadSeq).length,
		}),
	});
	const post = (author: User, text: string, more: Partial<Message> = {}): StateEvent => {
		const stored = { ...message(++lastSeq, ++rev, author, text), ...more, counted: more.kind !== "notice" };
		messages.push(stored);
		if (author.id === alice.id && stored.counted) read.lastReadSeq = lastSeq;
		return { name: "message:created", payload: { message: bare(stored) } };
	};
	return {
		post,
		reply(author: User, text: string): StateEvent {
			const message = messageOf({
				id: `reply-${rev + 1}`,
				seq: null,
				rev: ++rev,
				author,
				text,
				threadSeq: 1,
				threadId: "m1",
			});
			return { name: "message:created", payload: { message } };
		},
		edit(seq: number, text: string, more: Partial<Message> = {}): StateEvent {
			const found = at(seq);
			const before = { mentions: found.mentions };
			Object.assign(found, { text, rev: ++rev, editedAt: AT, ...more });
			return { name: "message:changed", payload: { message: bare(found), before } };
		},
		delete(seq: number): StateEvent {
			const found = at(seq);
			messages.splice(messages.indexOf(found), 1);
			deleted.set(found.id, ++rev);
			const { mentions, author } = found;
			return {
				name: "message:deleted",
				payload: { roomId: "r1", id: found.id, seq, rev, authorId: author.id, at: AT, mentions },
			};
		},
		change(change: Partial<typeof core>): StateEvent {
			Object.assign(core, change);
			const { membership: _, displayName: __, with: ___, ...room } = view();
			return { name: "room:changed", payload: { room } };
		},
		read(seq: number): StateEvent {
			read.lastReadSeq = seq;
			return { name: "membership:changed", payload: { room: view() } };
		},
		view,
		history: (limit = 50): HeldHistory => ({
			items: messages.slice(-limit).map(bare),
			hasBefore: messages.length > limit,
			hasAfter: false,
			rev,
		}),
		before: (seq: number, limit = 50) => {
			const older = messages.filter((message) => (message.seq ?? 0) < seq);
			return { items: older.slice(-limit).map(bare), hasBefore: older.length > limit, hasAfter: true, rev };
		},
		changes: (since: number) => ({
			items: [
				...messages.filter((message) => message.rev > since).map(bare),
				...[...deleted].filter(([, at]) => at > since).map(([id, at]) => ({ id, seq: 1, rev: at, deletedAt: AT })),
			].sort((a, b) => a.rev - b.rev),
			rev,
			more: false,
		}),
	};

	function at(seq: number) {
		const found = messages.find((message) => message.seq === seq);
		if (!found) throw new Error(`No message ${seq}`);
		return found;
	}
}

type World = ReturnType<typeof world>;

describe("state + events = a fresh fetch", () => {
	const table: [string, (server: World) => StateEvent[]][] = [
		["somebody writes", (server) => [server.post(bob, "Morning")]],
		["somebody writes twice", (server) => [server.post(bob, "Morning"), server.post(bob, "again")]],
		["I write, on another device", (server) => [server.post(alice, "Morning")]],
		["somebody writes, then I", (server) => [server.post(bob, "Morning"), server.post(alice, "Hello")]],
		["I write, then somebody", (server) => [server.post(alice, "Hello"), server.post(bob, "Morning")]],
		[
			"a notice is written",
			(server) => [server.post(bob, "", { kind: "notice", notice: { type: "joined", users: [authorOf(bob)] } })],
		],
		["a reply stands in its thread only", (server) => [server.reply(bob, "In the thread")]],
		["a message is edited", (server) => [server.edit(2, "Better")]],
		["an unread message is deleted", (server) => [server.post(bob, "Oops"), server.delete(4)]],
		["a read message is deleted", (server) => [server.read(3), server.delete(2)]],
		["I read", (server) => [server.post(bob, "Morning"), server.read(4)]],
		["I mark as unread", (server) => [server.read(3), server.read(1)]],
		["the room is renamed", (server) => [server.post(bob, "", { kind: "notice" }), server.change({ name: "gauges" })]],
		[
			"the room is renamed, its event first",
			(server) => [server.post(bob, "", { kind: "notice" }), server.change({ name: "gauges" })].reverse(),
		],
		[
			"the room changes otherwise",
			(server) => [server.change({ topic: "Nine stations", readOnly: true, memberCount: 3 })],
		],
	];

	test.each(table)("%s", (_, happen) => {
		const server = busyRoom();
		const before = { rooms: [server.view()], history: server.history() };
		const events = happen(server);
		const once = applyAll(before, events);
		expect(once.rooms).toEqual([server.view()]);
		expect(contents(once.history)).toEqual(server.history());
		expect(applyAll(once, events), "the same events once more change nothing").toEqual(once);
	});

	test.each(table)("%s, while a fetch was under way", (_, happen) => {
		const server = busyRoom();
		const events = happen(server);
		const fetched = { rooms: [server.view()], history: server.history() };
		const replayed = applyAll(fetched, events);
		expect(contents(replayed.history)).toEqual(server.history());
		const last = replayed.rooms[0];
		expect(last).toEqual({ ...server.view(), membership: last?.membership });
	});
});

describe("rooms", () => {
	test("are put by the first membership, replaced by the next, dropped at the end", () => {
		const server = busyRoom();
		const added = applyToRooms([], { name: "membership:changed", payload: { room: server.view() } }, alice.id);
		expect(added).toEqual([server.view()]);
		const read = server.read(3);
		expect(applyToRooms(added, read, alice.id)).toEqual([server.view()]);
		expect(applyToRooms(added, { name: "membership:removed", payload: { roomId: "r1" } }, alice.id)).toEqual([]);
	});

	test("an older view moves the read mark and keeps the newer numbers", () => {
		const server = busyRoom();
		const before = [server.view()];
		const read = server.read(3);
		const posted = server.post(bob, "Meanwhile");
		const rooms = applyToRooms(applyToRooms(before, posted, alice.id), read, alice.id);
		expect(rooms).toEqual([server.view()]);
	});

	test("an older view that moves the mark is checked with the server, any other event is not", () => {
		const server = busyRoom();
		const before = [server.view()];
		const read = server.read(3);
		const posted = server.post(bob, "Meanwhile");
		expect(needsFetch(before, posted)).toBe(false);
		const after = applyToRooms(before, posted, alice.id);
		expect(needsFetch(after, read)).toBe(true);
		expect(needsFetch(applyToRooms(after, read, alice.id), posted)).toBe(false);
	});

	test("a jump of the rev is noticed, an event that comes again is not a jump", () => {
		const server = busyRoom();
		const before = [server.view()];
		const missed = server.post(bob, "Missed");
		const seen = server.post(bob, "Seen");
		expect(needsFetch(before, seen)).toBe(true);
		expect(needsFetch(applyToRooms(applyToRooms(before, missed, alice.id), seen, alice.id), missed)).toBe(false);
	});

	test("a message that names me counts as a mention until it is read", () => {
		const server = busyRoom();
		const named = { mentions: { users: [alice.id], rooms: [], all: false, here: false } };
		const rooms = applyToRooms([server.view()], server.post(bob, "@alice", named), alice.id);
		expect(rooms[0]?.membership).toMatchObject({ unread: 4, mentions: 1 });
		const read = markReadTo(rooms, "r1", 4);
		expect(read[0]?.membership).toMatchObject({ lastReadSeq: 4, unread: 0, mentions: 0 });
		// The very same rooms: what shows them is not drawn again, and does not mark again, and so on for ever.
		expect(markReadTo(read, "r1", 4)).toBe(read);
		expect(markReadTo(read, "r1", 3)).toBe(read);
	});

	test("a keyword in it counts like my name, once, and what becomes of it is asked of the server", () => {
		const server = busyRoom();
		const keywords = ["pump house"];
		const named = { mentions: { users: [alice.id], rooms: [], all: false, here: false } };
		const count = (rooms: RoomView[], event: StateEvent) => applyToRooms(rooms, event, alice.id, keywords);
		const first = count([server.view()], server.post(bob, "The Pump house is dry"));
		expect(first[0]?.membership).toMatchObject({ unread: 4, mentions: 1 });
		const both = count(first, server.post(bob, "@alice: pump house", named));
		expect(both[0]?.membership).toMatchObject({ unread: 5, mentions: 2 });
		const edited = server.edit(4, "nothing", {});
		expect(needsFetch(both, edited)).toBe(false);
		expect(needsFetch(both, edited, keywords)).toBe(true);
	});

	const applyAll = (room: RoomView, events: StateEvent[]) =>
		events.reduce((held, event) => applyToRooms([held], event, alice.id)[0] ?? held, room);

	test("an edit or a deletion takes a mention away, and an edit makes one", () => {
		const server = busyRoom();
		const everybody = { mentions: { users: [], rooms: [], all: true, here: false } };
		const me = { mentions: { users: [alice.id], rooms: [], all: false, here: false } };
		const nobody = { mentions: { users: [], rooms: [], all: false, here: true } };
		const start = [server.post(bob, "@alice", me), server.post(bob, "@all", everybody), server.post(bob, "nobody")];
		const before = applyAll(busyRoom().view(), start);
		expect(before.membership).toMatchObject({ unread: 6, mentions: 2 });

		const edited = [server.edit(4, "nobody", nobody), server.edit(5, "@alice", me), server.edit(6, "@alice", me)];
		expect(applyAll(before, edited).membership).toMatchObject({ unread: 6, mentions: 2 });
		const gone = server.delete(6);
		expect(needsFetch([applyAll(before, edited)], gone)).toBe(false);
		expect(applyAll(before, [...edited, gone, gone]).membership).toMatchObject({ unread: 5, mentions: 1 });
	});

	test("of other people are the same objects after an event elsewhere, so that nothing is drawn again", () => {
		const server = busyRoom();
		const elsewhere = { ...server.view(), id: "r2" };
		const before = [elsewhere, server.view()];
		const after = applyToRooms(before, server.post(bob, "Morning"), alice.id);
		expect(after[0]).toBe(elsewhere);
		expect(applyToRooms(after, { name: "membership:removed", payload: { roomId: "r3" } }, alice.id)).toBe(after);
	});

	test("direct rooms are called by their people's new names", () => {
		const direct: RoomView = {
			...roomOf(),
			kind: "direct",
			name: null,
			displayName: "bob",
			with: [{ ...bob, email: "bob@example.org" }],
		};
		const renamed = { ...bob, name: "Robert" };
		const rooms = applyToRooms([direct], { name: "user:changed", payload: { user: renamed } }, alice.id);
		expect(rooms[0]).toMatchObject({ displayName: "Robert", with: [{ name: "Robert", email: "bob@example.org" }] });
	});
});

describe("a history", () => {
	test("ends the same in whatever order its events come, once changes are asked from its rev", () => {
		for (const order of permutations([0, 1, 2, 3])) {
			const server = busyRoom();
			const before = server.history();
			const events = [
				server.post(bob, "Fourth"),
				server.edit(4, "Fourth, better"),
				server.post(bob, "Fifth"),
				server.delete(4),
			];
			const after = order.reduce((history, index) => applyToHistory(history, pick(events, index)), before);
			expect(after.items, `order ${order}`).toEqual(server.history().items);
			expect(contents(applyChanges(after, server.changes(after.rev))), `order ${order}`).toEqual(server.history());
		}
	});

	test("that misses an event is behind its room until changes bring it", () => {
		const server = busyRoom();
		const before = server.history();
		server.post(bob, "Missed");
		const seen = server.post(bob, "Seen");
		const after = applyToHistory(before, seen);
		expect(after.rev).toBe(before.rev);
		expect(isBehind(after, server.view())).toBe(true);
		const caughtUp = applyChanges(after, server.changes(after.rev));
		expect(contents(caughtUp)).toEqual(server.history());
		expect(isBehind(caughtUp, server.view())).toBe(false);
	});

	test("of the newest messages takes no older ones from changes", () => {
		const server = busyRoom();
		const newest = server.history(1);
		server.edit(1, "An old one, edited");
		server.post(bob, "Fourth");
		expect(applyChanges(newest, server.changes(newest.rev)).items.map((item) => item.seq)).toEqual([3, 4]);
	});

	test("that does not reach the newest messages takes none", () => {
		const server = busyRoom();
		const middle = { ...server.history(), hasAfter: true };
		const after = applyToHistory(middle, server.post(bob, "Fourth"));
		expect(after.items).toEqual(middle.items);
		expect(after.rev).toBe(middle.rev + 1);
	});

	test("grows by an older page, and what was deleted meanwhile stays away", () => {
		const server = busyRoom();
		const newest = server.history(1);
		const page = server.before(3, 1);
		const older = withPage(applyToHistory(newest, server.delete(2)), page, "before");
		expect(older.items.map((item) => item.seq)).toEqual([3]);
		expect(withPage(older, server.before(2), "before")).toMatchObject({
			items: [{ seq: 1 }, { seq: 3 }],
			hasBefore: false,
		});
	});

	test("keeps a stub of what was deleted where the server shows that", () => {
		const server = busyRoom();
		const before = server.history();
		const gone = applyToHistory(before, server.delete(2), { stubs: true });
		expect(gone.items[1]).toMatchObject({ seq: 2, rev: 4, text: "", deletedAt: AT });
		expect(contents(applyChanges(before, server.changes(3), { stubs: true }))).toEqual(contents(gone));
	});

	test("shows people's new names", () => {
		const server = busyRoom();
		const history = applyToHistory(
			server.history(),
			server.post(bob, "", { kind: "notice", notice: { type: "joined", users: [authorOf(bob)] } }),
		);
		const renamed = applyToHistory(history, { name: "user:changed", payload: { user: { ...bob, name: "Robert" } } });
		expect(renamed.items.map((item) => item.author.name)).toEqual(["Robert", "Robert", "Robert", "Robert"]);
		expect(renamed.items[3]?.notice?.users?.[0]?.name).toBe("Robert");
		expect(applyToHistory(renamed, { name: "user:changed", payload: { user: { ...bob, name: "Robert" } } })).toBe(
			renamed,
		);
	});
});

function busyRoom(): World {
	const server = world();
	for (const text of ["First", "Second", "Third"]) server.post(bob, text);
	return server;
}

function applyAll(state: { rooms: RoomView[]; history: HeldHistory }, events: StateEvent[]) {
	return events.reduce(
		({ rooms, history }, event) => ({
			rooms: applyToRooms(rooms, event, alice.id),
			history: applyToHistory(history, event),
		}),
		state,
	);
}

function contents({ removed: _, ...history }: HeldHistory): HeldHistory {
	return history;
}

function bare<Stored extends Message & { counted: boolean }>({ counted: _, ...message }: Stored): Message {
	return structuredClone(message);
}

function message(seq: number, rev: number, user: User, text: string): Message {
	return messageOf({ id: `m${seq}`, seq, rev, author: authorOf(user), text });
}

function pick<Item>(items: Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`No item ${index}`);
	return item;
}

function permutations(items: number[]): number[][] {
	if (items.length <= 1) return [items];
	return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
