/** Every screen of `script/screenshots`, looked through by axe in each look, and at the widths that reflow asks for. */
import { test as base, expect, type Page } from "@playwright/test";
import { startBrackwater } from "../script/brackwater/brackwater.ts";
import type { Screen, Size } from "../script/screenshots/screen.ts";
import { screens } from "../script/screenshots/screens.ts";
import { type Visitor, visitorOf } from "../script/screenshots/visit.ts";
import { barriers, bringAxe, paleTexts, type WellSeen } from "./axe.ts";

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

const test = base.extend<object, { visitor: Visitor; wellSeen: WellSeen }>({
	visitor: [
		async ({ browser }, use) => {
			const world = await startBrackwater();
			const visitor = visitorOf(browser, world);
			await use(visitor);
			await visitor.close();
			await world.stop();
		},
		{ scope: "worker", timeout: 90_000 },
	],
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
	wellSeen: [async ({}, use) => use(new Set()), { scope: "worker" }],
});

// The traces of all these pages would take longer than the pages.
test.use({ trace: "off" });

for (const screen of screens.filter(({ pictureOnly }) => !pictureOnly)) {
	for (const size of screen.sizes ?? (["desktop", "phone"] as const)) {
		test(`${screen.name} has no barrier on a ${size}`, async ({ visitor, wellSeen }) => {
			const page = await visitor.visit(screen, size);
			await bringAxe(page);
			expect.soft(await barriers(page)).toEqual([]);
			for (const look of looksOf(screen, size)) {
				await wear(page, look);
				const pale = await paleTexts(page, wellSeen);
				expect.soft(pale, `${look.colorScheme}, contrast ${look.contrast}`).toEqual([]);
			}
			await page.setViewportSize(zoomed[size]);
			if ((await sidewaysPx(page)) <= 0) return;
			// What floats may stay where it was while the window is made smaller under it: it is opened there.
			expect(await sidewaysPx(await visitor.visit(screen, size, zoomed[size]))).toBeLessThanOrEqual(0);
		});
	}
}

function looksOf({ browser }: Screen, size: Size): readonly Look[] {
	// That screen is there for its contrast.
	return browser?.contrast ? looks.desktop.filter(({ contrast }) => contrast === browser.contrast) : looks[size];
}

/** The page hears of it a moment later, and follows. */
async function wear(page: Page, { colorScheme, contrast }: Look): Promise<void> {
	await page.emulateMedia({ colorScheme, contrast });
	const root = page.locator("html");
	await expect(root).toHaveAttribute("data-theme", colorScheme);
	if (contrast === "more") await expect(root).toHaveAttribute("data-contrast", "high");
	else await expect(root).not.toHaveAttribute("data-contrast");
}

function sidewaysPx(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
