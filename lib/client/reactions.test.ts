import { expect, test } from "vitest";
import { messageOf } from "@/test/samples";
import { withReactions } from "./reactions.ts";

const base = messageOf({ id: "m1", reactions: [{ emoji: "👍", userIds: ["bob"] }] });
const other = messageOf({ id: "m2" });
const held = [base, other];
const shown = (changes: { emoji: string; on: boolean }[], messages = held) =>
	withReactions(
		messages,
		changes.map((change) => ({ messageId: "m1", ...change })),
		"alice",
	)[0]?.reactions;

test("a reaction under way counts already, beside those of others", () => {
	expect(shown([{ emoji: "👍", on: true }])).toEqual([{ emoji: "👍", userIds: ["bob", "alice"] }]);
	expect(shown([{ emoji: "👀", on: true }])).toEqual([
		{ emoji: "👍", userIds: ["bob"] },
		{ emoji: "👀", userIds: ["alice"] },
	]);
});

test("one that is taken back is gone, and its kind with the last one", () => {
	const both = [{ ...base, reactions: [{ emoji: "👍", userIds: ["alice"] }] }];
	expect(shown([{ emoji: "👍", on: false }], both)).toEqual([]);
	expect(
		shown([
			{ emoji: "👀", on: true },
			{ emoji: "👀", on: false },
		]),
	).toEqual(base.reactions);
});

test("what the server has confirmed meanwhile is not counted twice", () => {
	const confirmed = [{ ...base, reactions: [{ emoji: "👍", userIds: ["bob", "alice"] }] }];
	expect(shown([{ emoji: "👍", on: true }], confirmed)).toEqual([{ emoji: "👍", userIds: ["bob", "alice"] }]);
});

test("messages that nothing is under way for stay the same objects", () => {
	expect(withReactions(held, [], "alice")).toBe(held);
	expect(withReactions(held, [{ messageId: "m1", emoji: "👀", on: true }], "alice")[1]).toBe(other);
});
