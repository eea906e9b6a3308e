import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messages } from "@/models/message";
import { threads } from "@/models/thread";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Page } from "../shared/paging.ts";
import type {
	Changes,
	FollowedThread,
	History,
	InboxThread,
	Message,
	MessageInput,
	Thread,
} from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import { refreshStaleThreads } from "./refresh-thread.ts";

let world: World;
let room: RoomView;
let root: Message;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
	room = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "crew", members: [world.bob.id] });
	root = await say(world.alice, "Halling went quiet at 04:10");
});

const say = (who: Person, text: string, more: Partial<MessageInput> = {}) =>
	who.post<Message>(`/api/rooms/${room.id}/messages`, { text, ...more });
const reply = (who: Person, text: string, more: Partial<MessageInput> = {}) =>
	say(who, text, { threadId: root.id, ...more });
const thread = (who: Person, query = "", id = root.id) => who.get<Thread>(`/api/messages/${id}/thread${query}`);
const texts = (items: Message[]) => items.map(({ text }) => text);
const inbox = async (who: Person, query = "") => (await who.get<Page<InboxThread>>(`/api/me/threads${query}`)).items;
const unreadOf = async (who: Person) => (await inbox(who)).find((each) => each.root.id === root.id)?.unread;
const seen = (who: Person, id: string) => who.get<Message>(`/api/messages/${id}`);

describe("a reply", () => {
	test("stands in its thread, not in the room, and counts there for nobody as unread", async () => {
		const answer = await reply(world.bob, "The battery is fine");
		expect(answer).toMatchObject({ seq: null, threadId: root.id, threadSeq: 1, alsoToRoom: false });
		const history = await world.alice.get<History>(`/api/rooms/${room.id}/messages`);
		expect(texts(history.items)).not.toContain("The battery is fine");
		const view = await world.alice.get<RoomView>(`/api/rooms/${room.id}`);
		expect([view.lastSeq, view.membership?.unread]).toEqual([root.seq, 0]);
		expect(texts((await thread(world.alice)).items)).toEqual(["The battery is fine"]);
	});

	test("that is also sent to the room stands in both", async () => {
		const answer = await reply(world.bob, "Found it", { alsoToRoom: true });
		expect(answer).toMatchObject({ seq: (root.seq ?? 0) + 1, threadId: root.id, threadSeq: 1, alsoToRoom: true });
		const history = await world.alice.get<History>(`/api/rooms/${room.id}/messages`);
		expect(texts(history.items)).toContain("Found it");
		expect((await world.alice.get<RoomView>(`/api/rooms/${room.id}`)).membership?.unread).toBe(1);
		expect(texts((await thread(world.alice)).items)).toEqual(["Found it"]);
	});

	test("to a reply goes to the thread of that", async () => {
		const first = await reply(world.bob, "First");
		const second = await say(world.alice, "Second", { threadId: first.id });
		expect(second).toMatchObject({ threadId: root.id, threadSeq: 2 });
		expect(texts((await thread(world.bob, "", first.id)).items)).toEqual(["First", "Second"]);
	});

	test("sent twice with the same id is one", async () => {
		const id = "reply-that-was-sent-twice";
		const first = await reply(world.bob, "Once", { id });
		expect(await reply(world.bob, "Once", { id })).toEqual(first);
		expect((await thread(world.bob)).items).toHaveLength(1);
		expect((await seen(world.bob, root.id)).thread?.count).toBe(1);
	});

	test("to nothing, to a notice, to another room's or a deleted message is refused", async () => {
		const elsewhere = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "other", members: [] });
		const foreign = await world.alice.post<Message>(`/api/rooms/${elsewhere.id}/messages`, { text: "Elsewhere" });
		const gone = await say(world.alice, "Gone");
		await world.alice.call("DELETE", `/api/messages/${gone.id}`);
		const [notice] = (await world.alice.get<History>(`/api/rooms/${room.id}/messages`)).items;
		expect(notice?.kind).toBe("notice");
		for (const threadId of ["nothing-here-at-all", notice?.id, foreign.id, gone.id]) {
			const answer = await world.alice.call("POST", `/api/rooms/${room.id}/messages`, { text: "x", threadId });
			expect([threadId, answer.status]).toEqual([threadId, 404]);
		}
	});

	test("many at once in many threads and the room lose no number and no count", async () => {
		const other = await say(world.bob, "Another thread");
		await Promise.all(
			Array.from({ length: 30 }, (_, index) => [
				reply(world.bob, `a ${index}`),
				reply(world.alice, `b ${index}`, { alsoToRoom: index % 3 === 0 }),
				say(world.bob, `c ${index}`, { threadId: other.id }),
				say(world.alice, `d ${index}`),
			]).flat(),
		);
		const { items } = await thread(world.alice, "?limit=100");
		expect(items.map(({ threadSeq }) => threadSeq)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
		expect((await seen(world.alice, root.id)).thread?.count).toBe(60);
		expect((await seen(world.alice, other.id)).thread?.count).toBe(30);
		const numbers = (
			await messages()
				.find({ roomId: room.id, seq: { $gt: 0 } })
				.sort({ seq: 1 })
				.toArray()
		).map(({ seq }) => seq);
		expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
		const revs = (await messages().find({ roomId: room.id }).toArray()).map(({ rev }) => rev);
		expect(new Set(revs).size).toBe(revs.length);
	});
});

describe("the message that a thread hangs on", () => {
	test("tells how many replies there are, the last one's time and who wrote, and its revision is raised", async () => {
		const device = await world.bob.connect();
		await reply(world.bob, "One");
		const last = await reply(world.alice, "Two");
		const now = await seen(world.bob, root.id);
		expect(now.thread).toMatchObject({ count: 2, lastAt: last.at });
		expect(now.thread?.participants.map(({ username }) => username)).toEqual(["alice", "bob"]);
		await device.heard("message:changed", ({ message }) => (message as Message).thread?.count === 2);
		const changes = await world.bob.get<Changes>(`/api/rooms/${room.id}/changes?since=${root.rev}`);
		expect("items" in changes && changes.items.map(({ id }) => id)).toEqual(expect.arrayContaining([root.id, last.id]));
		device.close();
	});

	test("counts a deleted reply no longer", async () => {
		const [one] = [await reply(world.bob, "One"), await reply(world.bob, "Two")];
		await world.bob.call("DELETE", `/api/messages/${one.id}`);
		expect((await seen(world.bob, root.id)).thread?.count).toBe(1);
		const { items } = await thread(world.bob);
		expect(texts(items)).toEqual(["Two"]);
		await world.bob.call("DELETE", `/api/messages/${items[0]?.id}`);
		expect((await seen(world.bob, root.id)).thread).toBeNull();
	});

	test("may be deleted: its replies stay, under a stub", async () => {
		await reply(world.bob, "Still true");
		await world.alice.call("DELETE", `/api/messages/${root.id}`);
		const { root: stub, items } = await thread(world.bob);
		expect(stub).toMatchObject({ id: root.id, text: "", deletedAt: expect.any(String) });
		expect(texts(items)).toEqual(["Still true"]);
		expect(await reply(world.bob, "no more").catch((error: Error) => error.message)).toContain("404");
	});

	test("is counted anew after a crash between a reply and its count", async () => {
		await reply(world.bob, "One");
		await messages().updateOne({ _id: root.id }, { $unset: { thread: true } });
		await threads().updateOne({ _id: root.id }, { $set: { staleSince: new Date(0) } });
		expect(await refreshStaleThreads()).toBe(1);
		expect((await seen(world.bob, root.id)).thread?.count).toBe(1);
		expect(await refreshStaleThreads()).toBe(0);
	});
});

describe("following", () => {
	test("who wrote, who answers and who is named follow by themselves; what is unread is counted for each", async () => {
		await world.alice.call("POST", `/api/rooms/${room.id}/members`, { userIds: [world.carol.id] });
		await reply(world.bob, "Mine is fine");
		expect([await unreadOf(world.alice), await unreadOf(world.bob), await unreadOf(world.carol)]).toEqual([
			1,
			0,
			undefined,
		]);
		await reply(world.bob, "@carol knows");
		expect([await unreadOf(world.alice), await unreadOf(world.bob), await unreadOf(world.carol)]).toEqual([2, 0, 1]);
		await reply(world.carol, "I do");
		expect([await unreadOf(world.alice), await unreadOf(world.bob), await unreadOf(world.carol)]).toEqual([3, 1, 0]);
	});

	test("reading clears it on all devices, and going back marks unread", async () => {
		await reply(world.bob, "One");
		await reply(world.bob, "Two");
		const device = await world.alice.connect();
		const read = (threadSeq: number) => world.alice.call("PUT", `/api/messages/${root.id}/thread/read`, { threadSeq });
		expect((await read(2)).status).toBe(204);
		const heard = await device.heard("thread:changed");
		expect(heard.thread).toMatchObject({
			threadId: root.id,
			roomId: room.id,
			unread: 0,
			following: true,
			lastReadThreadSeq: 2,
		});
		expect((await thread(world.alice)).lastReadThreadSeq).toBe(2);
		await read(1);
		expect(await unreadOf(world.alice)).toBe(1);
		await read(99);
		expect(await unreadOf(world.alice)).toBe(0);
		device.close();
	});

	test("can be ended by hand, and being named does not bring it back, answering does", async () => {
		await reply(world.bob, "One");
		await world.alice.call("DELETE", `/api/messages/${root.id}/follow`);
		await reply(world.bob, "@alice?");
		expect(await unreadOf(world.alice)).toBeUndefined();
		expect((await thread(world.alice)).following).toBe(false);
		await reply(world.alice, "Here");
		expect(await unreadOf(world.alice)).toBe(0);
		await world.carol.call("PUT", `/api/messages/${root.id}/follow`);
		expect((await world.carol.call("PUT", `/api/messages/${root.id}/follow`)).status).toBe(404);
	});

	test("a page that opens is told which threads have something unread, and hears of each reply", async () => {
		const device = await world.alice.connect();
		await reply(world.bob, "One");
		const heard = await device.heard("thread:changed");
		const { threads: told } = await world.alice.get<Bootstrap>("/api/bootstrap");
		expect(told.find(({ threadId }) => threadId === root.id)).toEqual(heard.thread as FollowedThread);
		expect((await world.bob.get<Bootstrap>("/api/bootstrap")).threads.map(({ threadId }) => threadId)).not.toContain(
			root.id,
		);
		device.close();
	});

	test("the inbox has the last answered first, in pages, and only what is unread when asked", async () => {
		const roots = [root, await say(world.alice, "Second root"), await say(world.alice, "Third root")];
		for (const { id } of roots) await say(world.bob, "answer", { threadId: id });
		await world.alice.call("PUT", `/api/messages/${roots[1]?.id}/thread/read`, { threadSeq: 1 });
		const ids = new Set(roots.map(({ id }) => id));
		const mine = async (query = "") =>
			(await inbox(world.alice, query)).map((each) => each.root.id).filter((id) => ids.has(id));
		expect(await mine()).toEqual(roots.map(({ id }) => id).reverse());
		expect(await mine("?unread=true")).toEqual([roots[2]?.id, roots[0]?.id]);
		const first: Page<InboxThread> = await world.alice.get("/api/me/threads?limit=1");
		const second: Page<InboxThread> = await world.alice.get(`/api/me/threads?limit=1&cursor=${first.nextCursor}`);
		expect([first.items[0]?.root.id, second.items[0]?.root.id]).toEqual([roots[2]?.id, roots[1]?.id]);
	});

	test("who is taken out of the room has the thread no longer, in no list", async () => {
		await reply(world.bob, "One");
		await reply(world.alice, "Two");
		expect(await unreadOf(world.bob)).toBe(1);
		await world.alice.call("DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`);
		expect(await unreadOf(world.bob)).toBeUndefined();
		expect((await world.bob.get<Bootstrap>("/api/bootstrap")).threads.map(({ threadId }) => threadId)).not.toContain(
			root.id,
		);
		for (const [method, path] of [
			["GET", "thread"],
			["PUT", "follow"],
			["PUT", "thread/read"],
		] as const) {
			const answer = await world.bob.call(
				method,
				`/api/messages/${root.id}/${path}`,
				method === "PUT" && path !== "follow" ? { threadSeq: 1 } : undefined,
			);
			expect([path, answer.status]).toEqual([path, 404]);
		}
	});
});

test("a long thread is read in pieces, both ways", async () => {
	for (let number = 1; number <= 9; number++) await reply(world.bob, `r${number}`);
	const newest = await thread(world.alice, "?limit=3");
	expect([texts(newest.items), newest.hasBefore, newest.hasAfter]).toEqual([["r7", "r8", "r9"], true, false]);
	const before = await thread(world.alice, "?limit=3&before=7");
	expect([texts(before.items), before.hasBefore, before.hasAfter]).toEqual([["r4", "r5", "r6"], true, true]);
	const first = await thread(world.alice, "?limit=3&before=4");
	expect([texts(first.items), first.hasBefore]).toEqual([["r1", "r2", "r3"], false]);
	const after = await thread(world.alice, "?limit=3&after=3");
	expect([texts(after.items), after.hasBefore, after.hasAfter]).toEqual([["r4", "r5", "r6"], true, true]);
	const last = await thread(world.alice, "?limit=3&after=6");
	expect([texts(last.items), last.hasAfter]).toEqual([["r7", "r8", "r9"], false]);
	expect((await world.alice.call("GET", `/api/messages/${root.id}/thread?after=1&before=3`)).status).toBe(422);
	const middle = await thread(world.alice, "?limit=4&around=5");
	expect([texts(middle.items), middle.hasBefore, middle.hasAfter]).toEqual([["r4", "r5", "r6", "r7"], true, true]);
	const second = newest.items[1]?.id;
	expect(texts((await thread(world.alice, `?limit=4&around=${second}`)).items)).toEqual(["r6", "r7", "r8", "r9"]);
	expect((await world.alice.call("GET", `/api/messages/${root.id}/thread?around=${root.id}`)).status).toBe(404);
});
