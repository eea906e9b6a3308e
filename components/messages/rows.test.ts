import { describe, expect, test } from "vitest";
import type { Message } from "@/lib/shared/schemas/message";
import { rowsOf } from "./rows";

const alice = { id: "a", username: "alice", name: "Alice", avatar: null };
const bob = { id: "b", username: "bob", name: "Bob", avatar: null };
const options = { me: alice, groupingSeconds: 300, newAfter: null };

let seq = 0;
function message(author: typeof alice, time: string, kind: Message["kind"] = "text"): Message {
	seq += 1;
	return { id: `m${seq}`, seq, author, at: new Date(`2026-11-21T${time}`).toISOString(), kind, text: "…" } as Message;
}

describe("the rows of a room", () => {
	test("group what one person writes within the period", () => {
		const rows = rowsOf(
			[message(bob, "10:00:00"), message(bob, "10:04:00"), message(bob, "10:09:30"), message(alice, "10:09:40")],
			[],
			options,
		);
		expect(rows.map((row) => row.first)).toEqual([true, false, true, true]);
	});

	test("do not group over a notice or a day", () => {
		const late = message(bob, "23:59:00");
		const early = { ...message(bob, "00:00:00"), at: new Date(new Date(late.at).getTime() + 120_000).toISOString() };
		const rows = rowsOf([message(bob, "23:58:00", "notice"), late, early], [], options);
		expect(rows.map((row) => [row.first, row.newDay])).toEqual([
			[true, true],
			[true, false],
			[true, true],
		]);
	});

	test("tell in one what happened several times over, on one day", () => {
		const joined = (author: typeof alice, time: string) => {
			return { ...message(author, time, "notice"), notice: { type: "joined" } } as Message;
		};
		const rows = rowsOf(
			[joined(alice, "10:00:00"), joined(bob, "10:00:01"), message(bob, "10:00:02"), joined(alice, "11:00:00")],
			[],
			options,
		);
		expect(rows.map((row) => row.notices?.length)).toEqual([2, undefined, 1]);
		expect(rows[0]).toMatchObject({ from: rows[0]?.message?.seq, to: (rows[1]?.from ?? 0) - 1 });
	});

	test("have one new-messages line, above the first message of others that counts", () => {
		const read = message(bob, "10:00:00");
		const rows = rowsOf(
			[
				read,
				message(bob, "10:00:10", "notice"),
				message(alice, "10:00:20"),
				message(bob, "10:00:30"),
				message(bob, "10:00:40"),
			],
			[],
			{ ...options, newAfter: read.seq },
		);
		expect(rows.map((row) => row.newLine)).toEqual([false, false, false, true, false]);
	});

	test("end with what is on its way, until the room has it", () => {
		const sent = message(alice, "10:00:00");
		const waiting = { id: "w1", roomId: "r", text: "Soon", at: sent.at };
		expect(rowsOf([sent], [waiting], options).map((row) => row.id)).toEqual([sent.id, "w1"]);
		expect(rowsOf([{ ...sent, id: "w1" }], [waiting], options).map((row) => row.id)).toEqual(["w1"]);
	});

	test("of a thread are numbered in it, and what follows its first message begins anew", () => {
		const root = { ...message(bob, "10:00:00"), id: "root" };
		const reply = (author: typeof alice, time: string, threadSeq: number): Message => {
			return { ...message(author, time), seq: null, threadId: "root", threadSeq };
		};
		const rows = rowsOf([root, reply(bob, "10:01:00", 1), reply(bob, "10:02:00", 2)], [], {
			...options,
			newAfter: 1,
			numberOf: ({ threadSeq }) => threadSeq ?? 0,
			head: "root",
		});
		expect(rows.map(({ from, first, newLine }) => [from, first, newLine])).toEqual([
			[0, true, false],
			[1, true, false],
			[2, true, true],
		]);
	});
});
