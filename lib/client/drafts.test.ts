import { expect, test } from "vitest";
import type { Message } from "../shared/schemas/message.ts";
import {
	type Drafts,
	draftOf,
	draftSent,
	keepDraft,
	quoteInDraft,
	quoteOfDraft,
	requoteDrafts,
	withDraft,
} from "./drafts.ts";
import type { StateEvent } from "./state.ts";

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

const author = { id: "jonas", username: "jonas", name: "Jonas", avatar: null };
const quote = { id: "said", roomId: "tides", author, text: "Two are below", at: "2026-11-21T10:00:00.000Z" };

test("a quote stays with what is written, also when nothing is written, and goes with the message", async () => {
	quoteInDraft("tides", quote);
	keepDraft("tides", "Both");
	keepDraft("tides", "");
	expect([draftOf("tides"), quoteOfDraft("tides")]).toEqual(["", quote]);
	keepDraft("tides", "Both behind the crane");
	quoteInDraft("tides", undefined);
	expect([draftOf("tides"), quoteOfDraft("tides")]).toEqual(["Both behind the crane", undefined]);
	quoteInDraft("tides", quote);
	await draftSent("tides", Promise.resolve());
	expect([draftOf("tides"), quoteOfDraft("tides")]).toEqual(["", undefined]);
});

const deleted = (id: string): StateEvent => ({
	name: "message:deleted",
	payload: { roomId: "tides", id, seq: 1, rev: 2, authorId: "jonas", at: quote.at },
});

test("what is quoted is shown as it is now; when it is deleted, what was written stays", () => {
	quoteInDraft("tides", quote);
	keepDraft("tides", "Both behind the crane");
	const message = { id: "said", text: "One is below", files: [] as Message["files"] } as Message;
	requoteDrafts({ name: "message:changed", payload: { message } });
	expect(quoteOfDraft("tides")).toEqual({ ...quote, text: "One is below" });
	requoteDrafts(deleted("another"));
	expect(quoteOfDraft("tides")).toBeDefined();
	requoteDrafts(deleted("said"));
	expect([draftOf("tides"), quoteOfDraft("tides")]).toEqual(["Both behind the crane", undefined]);
});
