import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Brackwater } from "../brackwater/brackwater.ts";
import { passwordOf } from "../brackwater/calls.ts";
import type { Username } from "../brackwater/people.ts";
import type { Screen, Size } from "./screen.ts";

const REACHED_WITHIN_MS = 20_000;
const NO_SCRIPT = "/icon.svg";

export type Viewport = { width: number; height: number };

const sizes: Record<Size, BrowserContextOptions & { viewport: Viewport }> = {
	desktop: { viewport: { width: 1440, height: 900 } },
	phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

export type Visitor = {
	/**
	 * The page on which the screen stands, with nothing left of the one before it. The next visit uses it again.
	 * @param viewport smaller or larger than usual
	 * @throws Error that names the screen where it cannot be reached
	 */
	visit(screen: Screen, size: Size, viewport?: Viewport): Promise<Page>;
	close(): Promise<void>;
};

/** Goes from screen to screen in pages that stay open: what was fetched and compiled for one is there for the next of the same person. */
export function visitorOf(browser: Browser, world: Brackwater): Visitor {
	const pages = new Map<string, Page>();

	async function pageFor({ name, as: who, browser: options, alone }: Screen, size: Size, baseURL: string) {
		const key = JSON.stringify([who, options, size, baseURL, alone && name]);
		const open = pages.get(key);
		if (open && !open.isClosed()) return open;
		const context = await browser.newContext({
			baseURL,
			...sizes[size],
			timezoneId: world.clock.timezoneId,
			locale: "en-US",
			reducedMotion: "reduce",
			...options,
		});
		context.setDefaultTimeout(REACHED_WITHIN_MS);
		if (who) await signIn(context, who);
		const page = await context.newPage();
		pages.set(key, page);
		return page;
	}

	async function reach(screen: Screen, size: Size, viewport: Viewport): Promise<Page> {
		await world.restore();
		const url = screen.fresh ? await world.fresh() : world.url;
		const page = await pageFor(screen, size, url);
		try {
			await forget(page, url);
			await page.setViewportSize(viewport);
			await screen.prepare?.({ page, world, size });
			await page.goto(screen.path(world));
			await screen.reach({ page, world, size });
			await page.evaluate(() => document.fonts.ready);
			return page;
		} catch (error) {
			await page.context().close();
			const why = error instanceof Error ? error.message : String(error);
			throw new Error(`${screen.name} (${size}) cannot be reached: ${why}`);
		}
	}

	return {
		// What a page has been through may be at fault: only one that is new decides.
		visit: (screen, size, viewport = sizes[size].viewport) =>
			reach(screen, size, viewport).catch(() => reach(screen, size, viewport)),
		async close() {
			for (const page of pages.values()) await page.context().close();
		},
	};
}

/** As the sign-in form does it. */
async function signIn(context: BrowserContext, who: Username): Promise<void> {
	const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
	const form = { login: who, password: passwordOf(who), csrfToken, json: "true" };
	const answer = await context.request.post("/api/auth/callback/password", { form });
	if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
}

/** What the screen before has left in the browser: answers of its own, a pointer, drafts and messages that wait. Who is signed in stays so. */
async function forget(page: Page, url: string): Promise<void> {
	await page.unrouteAll({ behavior: "ignoreErrors" });
	await page.context().setOffline(false);
	// Of the same site, so that the browser goes on in the same process, but without a script that could keep anything again.
	await page.goto(NO_SCRIPT);
	await page.evaluate(() => sessionStorage.clear());
	await page.mouse.move(0, 0);
	const devTools = await page.context().newCDPSession(page);
	await devTools.send("Storage.clearDataForOrigin", { origin: url, storageTypes: "indexeddb,local_storage" });
	await devTools.detach();
}
