import { expect, test } from "vitest";
import { type Drafts, withDraft } from "./drafts.ts";

const many: Drafts = Object.fromEntries(
	Array.from({ length: 200 }, (_, number) => [`room-${number}`, { text: `Draft ${number}`, at: 1_000 + number }]),
);

test("a draft is kept by room, and goes when nothing is left of it", () => {
	const one = withDraft({}, "tides", { text: "Low water", at: 1 });
	expect(withDraft(one, "firmware", { text: "Slot", at: 2 })).toEqual({
		tides: { text: "Low water", at: 1 },
		firmware: { text: "Slot", at: 2 },
	});
	expect(withDraft(one, "tides", undefined)).toEqual({});
	expect(withDraft(one, "firmware", undefined)).toBe(one);
});

test("beyond 200 the oldest goes, and never the one that is being written", () => {
	const grown = withDraft(many, "tides", { text: "The present one", at: 0 });
	expect(Object.keys(grown)).toHaveLength(200);
	expect(grown.tides?.text).toBe("The present one");
	expect(grown["room-0"]).toBeUndefined();
	expect(grown["room-1"]).toBeDefined();
});

test("writing on at a draft that is there drives none out", () => {
	expect(Object.keys(withDraft(many, "room-0", { text: "More", at: 9_999 }))).toHaveLength(200);
});
