/** People who use the page without a mouse: by keys alone, or with a finger on a phone. */
import { expect, type Locator, type Page } from "@playwright/test";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** More than there is between any two things that somebody may want one after the other. */
const MOST_TABS = 60;

/** Keys only. What has the focus is never lost on the way: who sees nothing would begin at the top again. */
export function keysOf(page: Page) {
	const press = async (...keys: string[]) => {
		for (const key of keys) await page.keyboard.press(key);
	};
	const type = (text: string) => page.keyboard.type(text);
	const isKept = () => page.evaluate(() => document.activeElement !== document.body);

	/** By Tab, as often as it takes. */
	async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
		await expect(target).toBeVisible();
		await expect.poll(isKept, "the focus is somewhere").toBe(true);
		for (let presses = 0; presses < MOST_TABS; presses++) {
			if (await target.evaluate((it) => it === document.activeElement)) return;
			await page.keyboard.press(key);
		}
		throw new Error(`${key} does not lead to ${target}.`);
	}

	return {
		press,
		type,
		tabTo,
		/** Goes to a button or a link and presses it. */
		async use(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
			await tabTo(target, key);
			await press("Enter");
		},
		/** Goes to a field and writes, in the place of what is there. */
		async write(field: Locator, text: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
			await tabTo(field, key);
			await press("Control+a");
			await type(text);
		},
		/** In a menu that was just opened. */
		async choose(name: string | RegExp): Promise<void> {
			const item = page.getByRole("menuitem", { name });
			await expect(page.getByRole("menuitem").first()).toBeFocused();
			for (let presses = 0; presses < MOST_TABS; presses++) {
				if (await item.evaluate((it) => it === document.activeElement)) return press("Enter");
				await press("ArrowDown");
			}
			throw new Error(`↓ does not lead to ${item}.`);
		},
		/** In a group of radio buttons, of which one has the focus. */
		async arrowTo(radio: Locator): Promise<void> {
			for (let presses = 0; presses < 10 && !(await radio.isChecked()); presses++) await press("ArrowDown");
			await expect(radio).toBeChecked();
		},
	};
}

/** A finger only: what is touched is large enough for it. */
export function fingerOf(page: Page) {
	const tap = (target: Locator) => target.tap();
	return {
		tap,
		async write(field: Locator, text: string): Promise<void> {
			await tap(field);
			await expect(field).toBeFocused();
			await field.selectText();
			await page.keyboard.insertText(text);
		},
		async choose(name: string | RegExp): Promise<void> {
			await tap(page.getByRole("menuitem", { name }));
			await expect(page.getByRole("menu")).toHaveCount(0);
		},
		/** Stays on it until something comes of it. */
		async hold(target: Locator, comes: Locator): Promise<void> {
			const box = await target.boundingBox();
			if (!box) throw new Error(`${target} is not shown.`);
			const touchPoints = [{ x: box.x + Math.min(120, box.width / 2), y: box.y + box.height / 2 }];
			const session = await page.context().newCDPSession(page);
			await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
			await expect(comes).toBeVisible();
			await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
			await session.detach();
		},
		/** Draws what is under it down (or up, by less than nothing). */
		async swipe(target: Locator, down: number): Promise<void> {
			const box = await target.boundingBox();
			if (!box) throw new Error(`${target} is not shown.`);
			const session = await page.context().newCDPSession(page);
			const [x, from, steps] = [box.x + box.width / 2, box.y + box.height / 2 - down / 2, 10];
			const at = (step: number) => [{ x, y: from + (down * step) / steps }];
			await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
			for (let step = 1; step <= steps; step++)
				await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step) });
			await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
			await session.detach();
		},
	};
}
