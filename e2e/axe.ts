/** What is in somebody's way on a page, as axe sees it. */
import type { Page } from "@playwright/test";
import axe from "axe-core";

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can differ between the looks of one page: they change nothing but colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Makes the page able to be looked through, until it is left. */
export function bringAxe(page: Page): Promise<unknown> {
	return page.evaluate(axe.source);
}

/** One line for each barrier, but none of colours. */
export function barriers(page: Page): Promise<string[]> {
	return page.evaluate(
		async ([tags, colours]) => {
			const rules = Object.fromEntries(colours.map((id) => [id, { enabled: false }]));
			const options = { runOnly: { type: "tag" as const, values: tags }, rules, resultTypes: ["violations" as const] };
			const { violations } = await window.axe.run(options);
			return violations.flatMap(({ id, nodes }) =>
				nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
			);
		},
		[TAGS, OF_COLOURS] as const,
	);
}

/** Texts that were found well on some screen, by how they look there. */
export type WellSeen = Set<string>;

/**
 * One line for each text that is hard to see in the look that the page has now. Most texts of a screen stand on the one before it, too:
 * those of the same colours, size and grounds, one behind the other, are looked at once.
 */
export async function paleTexts(page: Page, wellSeen: WellSeen): Promise<string[]> {
	const { lines, looks } = await page.evaluate(
		async ([colours, known]) => {
			const before = new Set(known);
			const groundOf = (element: Element) => {
				const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
				return [backgroundColor, backgroundImage, opacity, filter].join();
			};
			const lookOf = (element: Element) => {
				const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
				const { x, y, width, height } = element.getBoundingClientRect();
				const grounds = document.elementsFromPoint(x + width / 2, y + height / 2).map(groundOf);
				for (let around: Element | null = element; around; around = around.parentElement)
					grounds.push(groundOf(around));
				return [element.tagName, color, fontSize, fontWeight, textShadow, textDecorationLine, ...grounds].join(";");
			};
			const found = new Map<string, Element>();
			for (const element of document.body.querySelectorAll("*")) {
				const saysSomething = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
				if (!saysSomething && !element.matches("input, textarea, select")) continue;
				if (!element.checkVisibility({ visibilityProperty: true })) continue;
				const look = lookOf(element);
				if (!before.has(look)) found.set(look, element);
			}
			const options = { runOnly: { type: "rule" as const, values: colours }, resultTypes: ["violations" as const] };
			const { violations } = found.size > 0 ? await window.axe.run([...found.values()], options) : { violations: [] };
			const lines = violations.flatMap(({ id, nodes }) =>
				nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
			);
			return { lines, looks: lines.length > 0 ? [] : [...found.keys()] };
		},
		[OF_COLOURS, [...wellSeen]] as const,
	);
	for (const look of looks) wellSeen.add(look);
	return lines;
}
