/** What is pasted, as Markdown. Foreign HTML is only read here, in a document of its own that is never shown and runs nothing. */

export type Pasted = {
	text: string;
	/** Empty when there is none. */
	html: string;
	/** What an editor of the VS Code family says of it, as JSON. */
	editor: string;
};

const FENCE = "```";
const MOST_READ = 200_000;

/** Undefined: it is best as plain text. */
export function markdownOf({ text, html, editor }: Pasted): string | undefined {
	if (text.length > MOST_READ || html.length > MOST_READ * 5) return undefined;
	if (editor) return text.includes("\n") ? fence(text, languageOf(editor)) : undefined;
	const body = html ? new DOMParser().parseFromString(html, "text/html").body : undefined;
	const table = body?.querySelector("table");
	if (body && table && isOnly(body, table)) return tableOf(rowsOfTable(table));
	const pre = body?.querySelector("pre");
	if (body && pre && isOnly(body, pre)) return text.includes("\n") ? fence(text) : undefined;
	const rows = rowsOfTabs(text);
	if (rows) return tableOf(rows);
	if (isCode(text)) return fence(text);
	return body && isFormatted(body) ? blocksOf(body) : undefined;
}

function languageOf(editor: string): string {
	try {
		const { mode }: { mode?: unknown } = JSON.parse(editor);
		return typeof mode === "string" && /^[\w+#-]+$/.test(mode) && mode !== "plaintext" ? mode : "";
	} catch {
		return "";
	}
}

function fence(code: string, language = ""): string {
	const marks = /`{3,}/.test(code) ? "~~~" : FENCE;
	return `${marks}${language}\n${code.replace(/\s+$/, "")}\n${marks}\n`;
}

/** Cells between tabs, as spreadsheets copy them: at least two rows that are equally long. */
function rowsOfTabs(text: string): string[][] | undefined {
	const lines = text.replace(/\n+$/, "").split("\n");
	if (lines.length < 2 || !lines.every((line) => /\S\t|\t\S/.test(line) && !/^\t/.test(line))) return undefined;
	const rows = lines.map((line) => line.split("\t"));
	return rows.every((row) => row.length === rows[0]?.length) ? rows : undefined;
}

function rowsOfTable(table: Element): string[][] {
	return [...table.querySelectorAll("tr")].map((row) =>
		[...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim()),
	);
}

/** GFM. A row that is too short is filled: all have to have the same cells. */
export function tableOf(rows: string[][]): string | undefined {
	const filled = rows.filter((row) => row.some((cell) => cell !== ""));
	const width = Math.max(0, ...filled.map((row) => row.length));
	if (filled.length < 2 || width < 2) return undefined;
	const lines = filled.map((row) => lineOf(Array.from({ length: width }, (_, at) => cellOf(row[at] ?? ""))));
	const [head = "", ...rest] = lines;
	return `${[head, lineOf(Array.from({ length: width }, () => "---")), ...rest].join("\n")}\n`;
}

const lineOf = (cells: string[]) => `| ${cells.join(" | ")} |`;
const cellOf = (cell: string) =>
	cell
		.replaceAll("\\", "\\\\")
		.replaceAll("|", "\\|")
		.replace(/\s*\n\s*/g, " ")
		.trim();

/** What is in most lines of a program and in few of a letter. */
const CODE_LINE =
	/[{};]\s*$|^\s*(?:\/\/|#include|import |from \S+ import |export |const |let |var |def |class |return\b|if \(|for \(|while \(|function |<\/?\w+[^>]*>\s*$|@\w+\(|\$ )|=>|^\s+\w+\(.*\)$/;
const CODE_LINES = 3;
const CODE_SHARE = 0.6;

export function isCode(text: string): boolean {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	if (lines.length < CODE_LINES || text.includes(FENCE)) return false;
	return lines.filter((line) => CODE_LINE.test(line)).length >= lines.length * CODE_SHARE;
}

const FORMATTED =
	"b, strong, i, em, s, del, strike, a[href], code, pre, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, table";

function isFormatted(body: Element): boolean {
	return [...body.querySelectorAll(FORMATTED)].some((it) =>
		it.matches("b, strong, i, em") ? marksOf(it) !== "" : true,
	);
}

function isOnly(body: Element, it: Element): boolean {
	return (body.textContent ?? "").trim().length === (it.textContent ?? "").trim().length;
}

const BLOCKS = new Set([
	"P",
	"DIV",
	"SECTION",
	"ARTICLE",
	"HEADER",
	"FOOTER",
	"MAIN",
	"BODY",
	"FIGURE",
	"DL",
	"DT",
	"DD",
]);
const UNREAD = new Set(["STYLE", "SCRIPT", "TITLE", "META", "LINK", "TEMPLATE", "NOSCRIPT", "SVG"]);

function blocksOf(parent: Element): string {
	return joined(blocks(parent))
		.replace(/[ \t]+$/gm, "")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

/** Pieces of a text, each either a block by itself or part of the line. */
type Piece = { text: string; isBlock: boolean };

function blocks(parent: Node): Piece[] {
	return [...parent.childNodes].flatMap((node): Piece[] => {
		if (!(node instanceof Element)) return [{ text: wordsOf(node), isBlock: false }];
		const block = blockOf(node);
		if (block !== undefined) return [{ text: block, isBlock: true }];
		if (UNREAD.has(node.tagName.toUpperCase())) return [];
		// Some wrap a whole page into one mark.
		if (node.querySelector("p, div, ul, ol, h1, h2, h3, pre, table, blockquote")) return blocks(node);
		return [{ text: inlineOf(node), isBlock: false }];
	});
}

function joined(pieces: Piece[]): string {
	return pieces.reduce((text, { text: next, isBlock }, at) => {
		const isApart = isBlock || pieces[at - 1]?.isBlock;
		if (!isApart) return text + next;
		return next.trim() === "" ? text : `${text.trimEnd()}\n\n${next.trim()}`;
	}, "");
}

function blockOf(it: Element): string | undefined {
	const { tagName } = it;
	if (/^H[1-6]$/.test(tagName)) return `**${inlineOf(it, true).trim()}**`;
	if (tagName === "UL" || tagName === "OL") return listOf(it);
	if (tagName === "PRE") return fence(it.textContent ?? "");
	if (tagName === "TABLE") return tableOf(rowsOfTable(it)) ?? blocksOf(it);
	if (tagName === "BLOCKQUOTE") return blocksOf(it).replace(/^/gm, "> ");
	return BLOCKS.has(tagName) ? blocksOf(it) : undefined;
}

function listOf(list: Element): string {
	const isNumbered = list.tagName === "OL";
	return [...list.children]
		.filter((item) => item.tagName === "LI" || item.tagName === "UL" || item.tagName === "OL")
		.map((item, index) => {
			const mark = isNumbered ? `${index + 1}. ` : "- ";
			const inner = item.tagName === "LI" ? blocksOf(item).replace(/\n\n/g, "\n") : listOf(item);
			const indented = inner.replace(/\n/g, `\n${" ".repeat(mark.length)}`);
			return item.tagName === "LI" ? mark + indented : `  ${indented}`;
		})
		.join("\n");
}

function inlineOf(it: Element, isHead = false): string {
	const { tagName } = it;
	if (tagName === "BR") return "\n";
	if (UNREAD.has(tagName.toUpperCase())) return "";
	if (tagName === "CODE" || tagName === "KBD" || tagName === "SAMP") return codeOf(it.textContent ?? "");
	const inner = [...it.childNodes]
		.map((node) => (node instanceof Element ? inlineOf(node, isHead) : wordsOf(node)))
		.join("");
	if (tagName === "A") return linkOf(it, inner);
	const marks = isHead ? marksOf(it).replace("**", "") : marksOf(it);
	const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
	return marks && words && !words.includes("\n")
		? before + marks + words + [...marks].reverse().join("") + after
		: inner;
}

/** By the element, or by its style where a word processor says it so; and some say "bold" and mean that it is not. */
function marksOf(it: Element): string {
	const style = it instanceof HTMLElement ? it.style : undefined;
	const weight = style?.fontWeight ?? "";
	const isBold = weight ? weight === "bold" || Number(weight) >= 600 : it.matches("b, strong");
	const isItalic = style?.fontStyle ? style.fontStyle === "italic" : it.matches("i, em");
	const isStruck = it.matches("s, del, strike") || (style?.textDecoration ?? "").includes("line-through");
	return (isStruck ? "~~" : "") + (isBold ? "**" : "") + (isItalic ? "_" : "");
}

function linkOf(it: Element, inner: string): string {
	const address = it.getAttribute("href") ?? "";
	const words = inner.trim();
	if (!/^(https?:|mailto:)/i.test(address) || words === "") return inner;
	const shown = address.replace(/^mailto:/i, "");
	if (words === shown || words === address.replace(/\/$/, "")) return shown;
	return `[${words.replace(/[[\]]/g, "\\$&")}](${address.replace(/[()\s]/g, encodeURIComponent)})`;
}

function codeOf(code: string): string {
	const marks = code.includes("`") ? "``" : "`";
	return code.trim() === "" ? code : marks + code + marks;
}

/** Letters that would be read as marks and were none. */
function wordsOf(node: Node): string {
	if (node.nodeType !== Node.TEXT_NODE) return "";
	return (node.textContent ?? "").replace(/\s+/g, " ").replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");
}
