import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ManyChanges, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import { heldHistory, keys, queryClient, type ShownHistory } from "./cache.ts";
import { catchUp } from "./catch-up.ts";

const getChanges = vi.hoisted(() => vi.fn<(rooms: { id: string; since: number }[]) => Promise<ManyChanges>>());
vi.mock("./api.ts", () => ({ getChanges }));

beforeEach(() => {
	// One cache for all calls, as in a page.
	vi.stubGlobal("window", globalThis);
	vi.useFakeTimers();
});
afterEach(() => {
	queryClient().clear();
	getChanges.mockReset();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("asks only for rooms that are held and moved on, at most fifty at once", async () => {
	const ids = Array.from({ length: 60 }, (_, index) => `r${index}`);
	hold(ids, { rev: 5 }, { rev: 3 });
	hold(["settled"], { rev: 4 }, { rev: 4 });
	getChanges.mockImplementation(async (rooms) => ({
		rooms: rooms.map(({ id }) => ({ id, items: [], rev: 5, more: false })),
	}));
	await catchUp({ rooms: false });
	expect(getChanges.mock.calls.map(([rooms]) => rooms.length)).toEqual([50, 10]);
	expect(getChanges.mock.calls.flat(2)).not.toContainEqual(expect.objectContaining({ id: "settled" }));
	expect(heldHistory({ roomId: "r59" })?.rev).toBe(5);
});

test("goes on from where an answer ends until there is no more", async () => {
	hold(["r1"], { rev: 4 }, { rev: 2 });
	getChanges.mockImplementation(async ([asked]) =>
		asked?.since === 2
			? { rooms: [{ id: "r1", items: [message(3)], rev: 3, more: true }] }
			: { rooms: [{ id: "r1", items: [message(4)], rev: 4, more: false }] },
	);
	await catchUp({ rooms: false });
	expect(getChanges.mock.calls.map(([rooms]) => rooms)).toEqual([[{ id: "r1", since: 2 }], [{ id: "r1", since: 3 }]]);
	expect(heldHistory({ roomId: "r1" })?.items.map(({ seq }) => seq)).toEqual([3, 4]);
});

test("drops the history of a room that is gone, and of one that is none of mine", async () => {
	hold(["r1"], { rev: 4 }, { rev: 2 });
	queryClient().setQueryData(keys.history({ roomId: "lost" }), history({ rev: 2 }));
	getChanges.mockResolvedValue({ rooms: [{ id: "r1", gone: true }] });
	await catchUp({ rooms: false });
	expect(heldHistory({ roomId: "r1" })).toBeUndefined();
	expect(heldHistory({ roomId: "lost" })).toBeUndefined();
});

test("fetches the newest anew when too much happened", async () => {
	hold(["r1"], { rev: 4_000 }, { rev: 2 });
	getChanges.mockResolvedValue({ rooms: [{ id: "r1", reset: true, rev: 4_000 }] });
	await catchUp({ rooms: false });
	expect(queryClient().getQueryState(keys.history({ roomId: "r1" }))?.isInvalidated).toBe(true);
});

test("asks again while a write is still open in the server, and stops when it is there", async () => {
	hold(["r1"], { rev: 3 }, { rev: 2 });
	getChanges.mockResolvedValueOnce({ rooms: [{ id: "r1", items: [], rev: 2, more: false }] });
	getChanges.mockResolvedValueOnce({ rooms: [{ id: "r1", items: [message(3)], rev: 3, more: false }] });
	await catchUp({ rooms: false });
	await vi.advanceTimersByTimeAsync(10_000);
	expect(getChanges).toHaveBeenCalledTimes(2);
	expect(heldHistory({ roomId: "r1" })?.items).toHaveLength(1);
});

test("asks for a thread that is held from where the one that lags most behind stands, and both are caught up", async () => {
	hold(["r1"], { rev: 4 }, { rev: 3 });
	const thread = { root: { ...message(1), id: "root" }, following: true, lastReadThreadSeq: 0 };
	const talk = { roomId: "r1", threadId: "root" };
	queryClient().setQueryData(keys.history(talk), history({ rev: 2, thread }));
	const reply = { ...message(3), seq: null, threadId: "root", threadSeq: 1 };
	getChanges.mockResolvedValue({ rooms: [{ id: "r1", items: [reply, message(4)], rev: 4, more: false }] });
	await catchUp({ rooms: false });
	expect(getChanges.mock.calls).toEqual([[[{ id: "r1", since: 2 }]]]);
	expect(heldHistory(talk)).toMatchObject({ rev: 4, items: [{ threadSeq: 1 }] });
	expect(heldHistory({ roomId: "r1" })).toMatchObject({ rev: 4, items: [{ seq: 4 }] });
});

test("has the threads stand as the bootstrap says, and the inbox asked for again", async () => {
	hold(["r1"], { rev: 2 }, { rev: 2 });
	const talk = { roomId: "r1", threadId: "root" };
	const root = { ...message(1), id: "root" };
	queryClient().setQueryData(
		keys.history(talk),
		history({ rev: 2, thread: { root, following: true, lastReadThreadSeq: 5 } }),
	);
	queryClient().setQueryData(keys.inbox("all"), { pages: [], pageParams: [] });
	const standing = { ...talk, following: true, lastReadThreadSeq: 3, unread: 2, lastAt: "2026-11-21T10:00:00.000Z" };
	queryClient().setQueryData<Bootstrap>(
		keys.bootstrap,
		(held) => held && { ...held, me: { id: "me" } as Bootstrap["me"], threads: [standing] },
	);
	await catchUp();
	expect(heldHistory(talk)?.thread?.lastReadThreadSeq).toBe(3);
	expect(queryClient().getQueryState(keys.inbox("all"))?.isInvalidated).toBe(true);
});

/** Rooms of mine, each with a history. */
function hold(ids: string[], room: Partial<RoomView>, held: Partial<ShownHistory>): void {
	const before = queryClient().getQueryData<Bootstrap>(keys.bootstrap)?.rooms ?? [];
	const rooms = [...before, ...ids.map((id) => ({ id, ...room }) as RoomView)];
	queryClient().setQueryData(keys.bootstrap, { rooms, server: { messages: { showDeleted: false } } } as Bootstrap);
	for (const id of ids) queryClient().setQueryData(keys.history({ roomId: id }), history(held));
}

function history(fields: Partial<ShownHistory>): ShownHistory {
	return { items: [], hasBefore: false, hasAfter: false, rev: 0, run: 1, ...fields };
}

function message(seq: number): Message {
	return { id: `m${seq}`, roomId: "r1", seq, rev: seq, deletedAt: null, text: "…" } as Message;
}
