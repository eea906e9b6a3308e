/** Every screen of `script/screenshots`, looked through by axe in each look, and at the widths that reflow asks for. */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type Brackwater, startBrackwater } from "../script/brackwater/brackwater.ts";
import type { Screen, Size } from "../script/screenshots/screen.ts";
import { screens } from "../script/screenshots/screens.ts";
import { visit } from "../script/screenshots/visit.ts";

type Rules = { type: "tag" | "rule"; values: string[] };
const ALL: Rules = {
	type: "tag",
	values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** What can differ between the looks of one page: they change nothing but colours. */
const OF_COLOURS: Rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

type Look = { colorScheme: "light" | "dark"; contrast: "no-preference" | "more" };
const looks: Record<Size, readonly Look[]> = {
	desktop: [
		{ colorScheme: "light", contrast: "no-preference" },
		{ colorScheme: "dark", contrast: "no-preference" },
		{ colorScheme: "light", contrast: "more" },
		{ colorScheme: "dark", contrast: "more" },
	],
	phone: [
		{ colorScheme: "light", contrast: "no-preference" },
		{ colorScheme: "dark", contrast: "no-preference" },
	],
};
/** WCAG 1.4.10: 1280 px at four times the size. 1.4.4: at twice the size. */
const zoomed = { phone: { width: 320, height: 640 }, desktop: { width: 640, height: 400 } };

const test = base.extend<object, { world: Brackwater }>({
	world: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
		async ({}, use) => {
			const world = await startBrackwater();
			await use(world);
			await world.stop();
		},
		{ scope: "worker", timeout: 90_000 },
	],
});

// The traces of all these pages would take longer than the pages.
test.use({ trace: "off" });

for (const screen of screens) {
	for (const size of screen.sizes ?? (["desktop", "phone"] as const)) {
		test(`${screen.name} has no barrier on a ${size}`, async ({ browser, world }) => {
			const page = await visit(browser, world, screen, size);
			for (const [index, look] of looksOf(screen, size).entries()) {
				await page.emulateMedia(look);
				const found = await barriers(page, index === 0 ? ALL : OF_COLOURS);
				expect.soft(found, `${look.colorScheme}, contrast ${look.contrast}`).toEqual([]);
			}
			await page.setViewportSize(zoomed[size]);
			const kept = (await sidewaysPx(page)) <= 0;
			await page.context().close();
			// What floats may stay where it was while the window is made smaller under it: it is opened there.
			if (!kept) expect(await openedZoomed(browser, world, screen, size)).toBeLessThanOrEqual(0);
		});
	}
}

/** How far the screen can be scrolled sideways where it was opened that small. */
async function openedZoomed(browser: Browser, world: Brackwater, screen: Screen, size: Size): Promise<number> {
	const page = await visit(browser, world, { ...screen, browser: { ...screen.browser, viewport: zoomed[size] } }, size);
	const px = await sidewaysPx(page);
	await page.context().close();
	return px;
}

function looksOf({ browser }: Screen, size: Size): readonly Look[] {
	// That screen is there for its contrast.
	return browser?.contrast ? looks.desktop.filter(({ contrast }) => contrast === browser.contrast) : looks[size];
}

/** One line for each thing that is in somebody's way. */
async function barriers(page: Page, rules: Rules): Promise<string[]> {
	const { violations } = await axe(page, rules);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
	);
}

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;
type Run = (options: { runOnly: Rules }) => Promise<Results>;

/** Its own first run takes axe into the page, which takes longer than running it; there it stays for the other looks. */
async function axe(page: Page, runOnly: Rules): Promise<Results> {
	const again = await page.evaluate(
		(options) => {
			const { axe } = window as { axe?: { run: Run } };
			return axe?.run(options);
		},
		{ runOnly },
	);
	// Our pages have no frames of other sites, which the other mode is for.
	return again ?? new AxeBuilder({ page }).setLegacyMode().options({ runOnly }).analyze();
}

function sidewaysPx(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
