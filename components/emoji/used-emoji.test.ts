import { expect, test } from "vitest";
import type { CustomEmoji } from "@/lib/shared/schemas/emoji";
import { usedOf } from "./used-emoji.tsx";

const heron: CustomEmoji = {
	name: "heron",
	url: "/api/emoji/heron/1",
	at: "2026-11-21T12:00:00.000Z",
	addedBy: { id: "alice", username: "alice", name: "Alice", avatar: null },
};
const ranked = [":heron:", "👍", ":parrot:", "✅", "👀"];

test("the server's own stand where they are used most; one that is gone leaves its place to the next", () => {
	expect(usedOf(ranked, new Map([["heron", heron]]), 3)).toEqual([
		{ emoji: ":heron:", own: heron },
		{ emoji: "👍" },
		{ emoji: "✅" },
	]);
	expect(usedOf(ranked, new Map(), 3).map(({ emoji }) => emoji)).toEqual(["👍", "✅", "👀"]);
});

test("until it is known which there are each keeps its place, without a picture", () => {
	expect(usedOf(ranked, undefined, 3)).toEqual([{ emoji: ":heron:" }, { emoji: "👍" }, { emoji: ":parrot:" }]);
});
