const MAX_LENGTH = 1_000;
/** No space inside the dollars, and nothing behind them that makes the second one the sign of an amount. */
const INLINE = /^(\$\$?)(?=[^\s$])((?:\\[^\n]|[^\\$\n])*)(?<!\s)\1(?![\p{L}\p{N}$])/u;
const BLOCK = /^ {0,3}\$\$[ \t]*\n?((?:\\[\s\S]|[^\\$])*?)\n?[ \t]*\$\$[ \t]*(?:\n+|$)/;
const AMOUNTS = /^[\d.,'\s–-]+$/;
const SIGNS = /[\\^_=+*/<>|(){}[\]-]/;

type Found = { raw: string; text: string };

/** `$…$` at the beginning of a text, when that is clearly math and not money. */
export function mathAt(text: string): Found | undefined {
	if (!text.startsWith("$")) return undefined;
	const found = INLINE.exec(text.slice(0, MAX_LENGTH));
	const [raw, , source] = found ?? [];
	return raw && source && isMath(source) ? { raw, text: source } : undefined;
}

/** `$$…$$` that has its lines for itself. */
export function mathBlockAt(text: string): Found | undefined {
	if (!text.startsWith("$$") && !text.trimStart().startsWith("$$")) return undefined;
	const found = BLOCK.exec(text.slice(0, MAX_LENGTH));
	const [raw, source] = found ?? [];
	return raw && source?.trim() ? { raw, text: source.trim() } : undefined;
}

function isMath(source: string): boolean {
	if (AMOUNTS.test(source)) return false;
	return SIGNS.test(source) || !/\s/.test(source);
}
