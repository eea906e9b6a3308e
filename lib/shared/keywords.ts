/** Words that somebody wants to hear of: one rule for the server, which alerts and counts, and for the page, which counts and marks. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Nothing that would belong to the same word. */
const BEFORE = "(?<![\\p{L}\\p{M}\\p{N}_])";
const AFTER = "(?![\\p{L}\\p{M}\\p{N}_])";

const patterns = new WeakMap<readonly string[], RegExp>();

/** Whether one of the keywords stands in the text, as whole words; of languages without spaces, anywhere. Case does not matter. */
export function hasKeyword(text: string, keywords: readonly string[]): boolean {
	if (keywords.length === 0) return false;
	const pattern = patterns.get(keywords) ?? patternOf(keywords);
	patterns.set(keywords, pattern);
	return pattern.test(text.normalize("NFKC"));
}

function patternOf(keywords: readonly string[]): RegExp {
	const choices = keywords.map((keyword) => {
		const normal = keyword.normalize("NFKC");
		const written = normal.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
		return CJK.test(normal) ? written : BEFORE + written + AFTER;
	});
	return new RegExp(choices.join("|"), "iu");
}
