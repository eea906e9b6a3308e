import { expect, test } from "vitest";
import type { Message } from "../shared/schemas/message.ts";
import { copyOf, quoteFrom, withoutQuotesOf } from "./quotes.ts";

const author = { id: "jonas", username: "jonas", name: "Jonas", avatar: null };
const AT = "2026-11-21T10:00:00.000Z";
const said = { id: "m1", roomId: "tides", author, text: "Two are below", files: [], at: AT, quote: null };
const message = (more: Partial<Message> = {}) => ({ ...said, ...more }) as Message;
const quote = { id: "m1", roomId: "tides", author, text: "Two are below", at: AT };

test("a quote is who wrote what and when, with the names of its files", () => {
	expect(quoteFrom(message())).toEqual(quote);
	const files = [{ name: "week-47.csv" }] as Message["files"];
	expect(quoteFrom(message({ text: "", files }))).toEqual({ ...quote, text: "", files: ["week-47.csv"] });
});

test("of a message that only passes another one on, that other one is quoted", () => {
	const passing = { id: "m2", roomId: "general", text: "", quote };
	expect(quoteFrom(message(passing))).toEqual(quote);
	expect(quoteFrom(message({ ...passing, text: "look" }))).toMatchObject({ id: "m2", text: "look" });
	const unavailable = { id: "m1", unavailable: true } as const;
	expect(quoteFrom(message({ ...passing, quote: unavailable }))).toMatchObject({ id: "m2", text: "" });
});

test("a copy is the text as a quote in Markdown, under the author's name", () => {
	const text = "Two are below:\n\n```\n92.8\n```";
	expect(copyOf(message({ text, author: { ...author, name: "Jonas *J* [x]" } }))).toBe(
		"> **Jonas \\*J\\* \\[x\\]**\n> Two are below:\n>\n> ```\n> 92.8\n> ```",
	);
});

test("what is deleted and can still be brought back is not shown in quotes", () => {
	const quoting = message({ id: "m3", quote });
	expect(withoutQuotesOf([message(), quoting], new Set(["m1"]))).toEqual([
		message(),
		{ ...quoting, quote: { id: "m1", unavailable: true } },
	]);
	const all = [message(), quoting];
	expect(withoutQuotesOf(all, new Set())).toBe(all);
});
