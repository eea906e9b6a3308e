import { decodeEntities } from "./decode-entities.ts";

/** What a page says of itself. */
export type PageWords = {
	title?: string;
	description?: string;
	site?: string;
	/** As it is written there: it may be relative to the page. */
	image?: string;
};

const LONGEST = { title: 200, description: 300, site: 80, image: 2_000 };
const MOST_TAGS = 5_000;
const MOST_ATTRIBUTES = 100;

/** Where each is looked for, the better first. */
const NAMES = {
	title: ["og:title", "twitter:title"],
	description: ["og:description", "twitter:description", "description"],
	site: ["og:site_name", "application-name"],
	image: ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"],
} as const;

/**
 * Reads the head of a page. No tree is made of it, so nothing in it can grow: one pass from tag to tag, in time linear to its length,
 * to where its body begins.
 */
export function readPage(html: string): PageWords {
	const { metas, title } = readHead(html);
	const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value);
	const words = {
		title: tidy(first(NAMES.title) ?? title ?? "", LONGEST.title),
		description: tidy(first(NAMES.description) ?? "", LONGEST.description),
		site: tidy(first(NAMES.site) ?? "", LONGEST.site),
		image: (first(NAMES.image) ?? "").trim().slice(0, LONGEST.image),
	};
	return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ""));
}

/** The encoding that a page names in its first bytes, where the answer's head names none. */
export function charsetOf(body: Buffer): string | undefined {
	return /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(body.toString("latin1", 0, 1_024))?.[1];
}

type Head = { metas: Map<string, string>; title: string | undefined };

const TAG = /<(?:!--|(\/?)(meta|title|script|style|head|body)(?=[\s/>]))/gi;

function readHead(html: string): Head {
	const head: Head = { metas: new Map(), title: undefined };
	const tags = new RegExp(TAG);
	for (let count = 0; count < MOST_TAGS; count++) {
		const tag = tags.exec(html);
		if (!tag) break;
		const [all, slash, given = ""] = tag;
		const name = given.toLowerCase();
		if (name === "body" || (name === "head" && slash)) break;
		if (all === "<!--") tags.lastIndex = endOf(html, "-->", tags.lastIndex);
		else if (!slash && name === "meta") tags.lastIndex = readMeta(html, tags.lastIndex, head.metas);
		else if (!slash && name !== "head") {
			const begin = endOf(html, ">", tags.lastIndex);
			const end = indexOfClosing(html, name, begin);
			if (name === "title") head.title ??= decodeEntities(html.slice(begin, Math.min(end, begin + 2_000)));
			tags.lastIndex = end;
		}
	}
	return head;
}

const ATTRIBUTE = /[\s/]*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/** @returns where the tag ends */
function readMeta(html: string, from: number, metas: Map<string, string>): number {
	const attributes = new Map<string, string>();
	const pattern = new RegExp(ATTRIBUTE);
	let at = from;
	while (attributes.size < MOST_ATTRIBUTES) {
		pattern.lastIndex = at;
		const found = pattern.exec(html);
		if (!found) break;
		at = pattern.lastIndex;
		const [, name = "", inDouble, inSingle, bare] = found;
		attributes.set(name.toLowerCase(), inDouble ?? inSingle ?? bare ?? "");
	}
	const name = (attributes.get("property") ?? attributes.get("name") ?? "").toLowerCase();
	const content = attributes.get("content");
	if (name && content && !metas.has(name)) metas.set(name, decodeEntities(content.slice(0, 4_000)));
	return at;
}

function endOf(html: string, sign: string, from: number): number {
	const at = html.indexOf(sign, from);
	return at < 0 ? html.length : at + sign.length;
}

/** Where text ends that no tag can stand in. */
function indexOfClosing(html: string, name: string, from: number): number {
	const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
	closing.lastIndex = from;
	return closing.exec(html)?.index ?? html.length;
}

/** On one line, without what cannot be seen or turns the direction of what follows. */
export function tidy(text: string, most: number): string {
	const seen = text
		.slice(0, most * 10)
		.replace(/[\p{Cs}\p{Co}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, "")
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
		.trim();
	const signs = [...seen];
	return signs.length <= most
		? seen
		: `${signs
				.slice(0, most - 1)
				.join("")
				.trimEnd()}…`;
}
