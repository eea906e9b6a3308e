/** From what was written to the tree that is drawn. */
import type { Token, Tokens } from "marked";
import { inlineTokensOf, tokensOf } from "./grammar";
import { isLarge } from "./large";
import { safeHref } from "./safe-href";
import { textParts } from "./text-parts";
import type { Block, Inline, Item, Tree } from "./tree";

/** A line with none of these at these places is a line, whatever Markdown makes of the others. */
const MARKS = /[\\`*_~[<>#|$@]|:\S|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^[ \t]*-{3}|\n[ \t]*\n/m;
const KEPT = 500;
const kept = new Map<string, Tree>();
const keptLines = new Map<string, Inline[]>();

export function parse(text: string): Tree {
	return remembered(kept, text, () => {
		const blocks = MARKS.test(text) ? blocksOf(tokensOf(text)) : [paragraph(text)];
		return { blocks, large: isLarge(blocks) };
	});
}

/** For places of one line: no blocks. */
export function parseLine(text: string): Inline[] {
	return remembered(keptLines, text, () => (MARKS.test(text) ? inlinesOf(inlineTokensOf(text)) : textParts(text)));
}

function paragraph(text: string): Block {
	return { type: "paragraph", children: textParts(text.trimEnd().replace(/^\n+/, "")) };
}

/** The list draws its rows again and again; those looked at last are kept. */
function remembered<Value>(values: Map<string, Value>, text: string, make: () => Value): Value {
	const value = values.get(text) ?? make();
	values.delete(text);
	values.set(text, value);
	const [oldest] = values.keys();
	if (values.size > KEPT && oldest !== undefined) values.delete(oldest);
	return value;
}

function blocksOf(tokens: Token[]): Block[] {
	return tokens.flatMap((token) => blockOf(token as Tokens.Generic));
}

function blockOf(token: Tokens.Generic): Block[] {
	switch (token.type) {
		case "space":
		case "checkbox":
			return [];
		case "heading":
			return [{ type: "heading", level: token.depth, children: inlinesOf(token.tokens) }];
		case "code":
			return [codeOf(token.lang ?? "", token.text)];
		case "blockquote":
			return [{ type: "quote", blocks: blocksOf(token.tokens ?? []) }];
		case "list":
			return [listOf(token as Tokens.List)];
		case "table":
			return [tableOf(token as Tokens.Table)];
		case "hr":
			return [{ type: "rule" }];
		case "mathBlock":
			return [{ type: "math", text: token.text }];
		default:
			return [{ type: "paragraph", children: token.tokens ? inlinesOf(token.tokens) : textParts(token.raw) }];
	}
}

/** The word behind the fence is the language, one with a dot the file. */
function codeOf(info: string, text: string): Block {
	const [first, second] = info.split(/\s+/).filter(Boolean);
	const file = [second, first].find((word) => word?.includes("."));
	const language = first !== file ? first : file?.split(".").at(-1);
	return { type: "code", language: language?.toLowerCase(), file, text: text.replace(/\n$/, "") };
}

function listOf({ ordered, start, items }: Tokens.List): Block {
	return { type: "list", start: ordered && start !== "" ? start : undefined, items: items.map(itemOf) };
}

function itemOf({ task, checked, tokens }: Tokens.ListItem): Item {
	return { done: task ? checked === true : undefined, blocks: blocksOf(tokens) };
}

function tableOf({ align, header, rows }: Tokens.Table): Block {
	const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => inlinesOf(tokens));
	return { type: "table", align, head: cells(header), rows: rows.map(cells) };
}

function inlinesOf(tokens: Token[] = []): Inline[] {
	return joined(tokens.map((token) => token as Tokens.Generic)).flatMap(inlineOf);
}

function inlineOf(token: Tokens.Generic): Inline[] {
	switch (token.type) {
		case "checkbox":
			return [];
		case "strong":
		case "em":
		case "del":
			return [{ type: token.type, children: inlinesOf(token.tokens) }];
		case "codespan":
			return [{ type: "code", text: token.text }];
		case "br":
			return [{ type: "text", text: `\n${/[ \t]*$/.exec(token.raw)?.[0] ?? ""}` }];
		case "escape":
			return [{ type: "text", text: token.text }];
		case "math":
			return [{ type: "math", text: token.text }];
		case "link":
		case "image":
			return linkOf(token);
		default:
			return textParts(token.raw);
	}
}

/** Nothing is loaded from strangers: a picture is a link to it. A link that may not be followed is the text that it was. */
function linkOf({ type, href, raw, tokens, text }: Tokens.Generic): Inline[] {
	const safe = safeHref(href) ?? ownPath(href);
	if (!safe) return textParts(raw);
	const words = type === "image" ? [{ type: "text" as const, text: text || href }] : withoutLinks(inlinesOf(tokens));
	return [{ type: "link", href: safe, children: words.length > 0 ? words : [{ type: "text", text: href }] }];
}

function ownPath(href: string): string | undefined {
	return /^\/rooms\/[^\\]/.test(href) ? href : undefined;
}

/** Inside a link, nothing else can be pressed. */
function withoutLinks(inlines: Inline[]): Inline[] {
	return inlines.flatMap((inline): Inline[] => {
		if (inline.type === "mention") return [{ type: "text", text: inline.text }];
		if (inline.type === "link") return withoutLinks(inline.children);
		return "children" in inline ? [{ ...inline, children: withoutLinks(inline.children) }] : [inline];
	});
}

/** The parser cuts a text where something could have begun; a name may lie across. */
function joined(tokens: Tokens.Generic[]): Tokens.Generic[] {
	const all: Tokens.Generic[] = [];
	for (const token of tokens) {
		const last = all.at(-1);
		if (token.type === "text" && last?.type === "text") all[all.length - 1] = { ...last, raw: last.raw + token.raw };
		else all.push(token);
	}
	return all;
}
