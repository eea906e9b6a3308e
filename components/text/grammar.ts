/**
 * Markdown as people mean it in a chat: GitHub's, without what surprises. Indented text is no code, a line under a text makes no
 * heading of it, HTML and definitions of links are the text that they are; `$…$` is math.
 */
import { Lexer, type MarkedOptions, type Token, Tokenizer, type TokenizerExtension, type Tokens } from "marked";
import { mathAt, mathBlockAt } from "./math-source";

const MAX_DEPTH = 20;
/** The parser looks at a word or a gap again and again: one longer than this is no sentence, and stays as it is. */
const LONGEST_RUN = 1_000;
const RUNS = /[\w.+-]+|[ \t]+/g;

export type MathToken = Tokens.Generic & { text: string };

export function tokensOf(text: string): Token[] {
	return new ChatLexer(options(text)).lex(text);
}

/** Without blocks: all is one line. */
export function inlineTokensOf(text: string): Token[] {
	return new ChatLexer(options(text)).inlineTokens(text);
}

class ChatLexer extends Lexer {
	override inlineTokens(text: string, tokens: Token[] = []): Token[] {
		if (text.length <= LONGEST_RUN || !hasLongRun(text)) return super.inlineTokens(text, tokens);
		tokens.push({ type: "text", raw: text, text });
		return tokens;
	}
}

class ChatTokenizer extends Tokenizer {
	private depth = 0;

	override code = nothing;
	override lheading = nothing;
	override html = nothing;
	override def = nothing;
	override tag = nothing;

	override blockquote(text: string) {
		return this.deeper(() => super.blockquote(text));
	}
	override list(text: string) {
		return this.deeper(() => super.list(text));
	}
	override emStrong(text: string, masked: string, before?: string) {
		return this.deeper(() => super.emStrong(text, masked, before));
	}
	override del(text: string, masked: string, before?: string) {
		return this.deeper(() => super.del(text, masked, before));
	}
	override link(text: string) {
		return this.deeper(() => super.link(text));
	}

	/** What is deeper is text: people do not nest so far, and the parser's own stack ends somewhere. */
	private deeper<Found>(find: () => Found): Found | undefined {
		if (this.depth >= MAX_DEPTH) return undefined;
		this.depth++;
		try {
			return find();
		} finally {
			this.depth--;
		}
	}
}

function nothing(): undefined {
	return undefined;
}

const inlineMath: TokenizerExtension = {
	name: "math",
	level: "inline",
	start: (text) => text.indexOf("$"),
	tokenizer: (text) => token("math", mathAt(text)),
};

const blockMath: TokenizerExtension = {
	name: "mathBlock",
	level: "block",
	start: (text) => text.indexOf("\n$$") + 1 || undefined,
	tokenizer: (text) => token("mathBlock", mathBlockAt(text)),
};

function token(type: string, found: { raw: string; text: string } | undefined): MathToken | undefined {
	return found && { type, ...found };
}

function options(text: string): MarkedOptions {
	const base = { gfm: true, breaks: true, tokenizer: new ChatTokenizer() };
	if (!text.includes("$")) return base;
	return {
		...base,
		extensions: {
			renderers: {},
			childTokens: {},
			inline: [inlineMath.tokenizer],
			block: [blockMath.tokenizer],
			startInline: [inlineMath.start ?? nothing],
			startBlock: [blockMath.start ?? nothing],
		},
	};
}

function hasLongRun(text: string): boolean {
	for (const [run] of text.matchAll(RUNS)) if (run.length > LONGEST_RUN) return true;
	return false;
}
