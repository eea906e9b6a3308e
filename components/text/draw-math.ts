import katex from "katex";
import "katex/dist/katex.min.css";

/** How often macros may be replaced, and the largest size in em: a formula is no way to stop or to cover the page. */
const MAX_EXPAND = 200;
const MAX_SIZE_EM = 10;

/** @throws when the source is no math */
export function drawMath(source: string, place: HTMLElement, display: boolean): void {
	katex.render(source, place, {
		displayMode: display,
		throwOnError: true,
		trust: false,
		strict: "ignore",
		maxExpand: MAX_EXPAND,
		maxSize: MAX_SIZE_EM,
	});
}
