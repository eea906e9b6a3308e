/** What a text means: our own small tree. Nothing in it is markup; each kind has its component. */
export type Inline =
	| { type: "text"; text: string }
	| { type: "strong" | "em" | "del"; children: Inline[] }
	| { type: "code"; text: string; parts?: Inline[] }
	/** What a search has found; the parser makes none (`mark.ts`). */
	| { type: "mark"; text: string }
	| { type: "link"; href: string; children: Inline[] }
	| { type: "math"; text: string }
	| { type: "mention"; kind: "person" | "room" | "all" | "here"; name: string; text: string }
	/** `:name:`, which may be no emoji at all. */
	| { type: "emoji"; name: string };

export type Block =
	| { type: "paragraph"; children: Inline[] }
	| { type: "heading"; level: number; children: Inline[] }
	| { type: "code"; language: string | undefined; file: string | undefined; text: string; parts?: Inline[] }
	| { type: "quote"; blocks: Block[] }
	| { type: "list"; start: number | undefined; items: Item[] }
	| { type: "table"; align: Align[]; head: Inline[][]; rows: Inline[][][] }
	| { type: "math"; text: string }
	| { type: "rule" };

/** `done` only in a list of tasks. */
export type Item = { done: boolean | undefined; blocks: Block[] };
export type Align = "left" | "center" | "right" | null;

export type Tree = {
	blocks: Block[];
	/** Nothing but so few emoji that they are drawn large. */
	large: boolean;
};
