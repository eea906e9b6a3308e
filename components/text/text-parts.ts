import { mentionsIn } from "@/lib/shared/mention-names";
import type { Inline } from "./tree";

/** No part of a time or an address. */
const EMOJI = /(?<![\p{L}\p{N}]):([\p{L}\p{N}+][\p{L}\p{M}\p{N}_+-]{0,63}|-1):(?![\p{L}\p{N}])/gu;
/** Direction overrides turn the letters of a name or an address around for the eye; no writing needs them. */
const OVERRIDES = /[\u202d\u202e]/g;

/** Plain words, and the names of people, rooms and emoji among them. */
export function textParts(written: string): Inline[] {
	const text = written.replace(OVERRIDES, "");
	const parts: Inline[] = [];
	let end = 0;
	for (const { start, end: after, kind, name } of text.includes("@") || text.includes("#") ? mentionsIn(text) : []) {
		parts.push(...emojiParts(text.slice(end, start)));
		parts.push({ type: "mention", kind, name, text: text.slice(start, after) });
		end = after;
	}
	return [...parts, ...emojiParts(text.slice(end))];
}

function emojiParts(text: string): Inline[] {
	if (!text.includes(":")) return text === "" ? [] : [{ type: "text", text }];
	const parts: Inline[] = [];
	let end = 0;
	for (const { 0: all, 1: name = "", index } of text.matchAll(EMOJI)) {
		if (index > end) parts.push({ type: "text", text: text.slice(end, index) });
		parts.push({ type: "emoji", name });
		end = index + all.length;
	}
	if (end < text.length) parts.push({ type: "text", text: text.slice(end) });
	return parts;
}
