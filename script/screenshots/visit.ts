import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Brackwater } from "../brackwater/brackwater.ts";
import { passwordOf } from "../brackwater/calls.ts";
import type { Username } from "../brackwater/people.ts";
import type { Screen, Size } from "./screen.ts";

const REACHED_WITHIN_MS = 20_000;

export const sizes: Record<Size, BrowserContextOptions> = {
	desktop: { viewport: { width: 1440, height: 900 } },
	phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const signedIn = new Map<string, Cookies>();

/**
 * A page of a browser of its own on which the screen stands; its context is to be closed.
 * @throws Error that names the screen where it cannot be reached
 */
export async function visit(browser: Browser, world: Brackwater, screen: Screen, size: Size): Promise<Page> {
	await world.restore();
	const baseURL = screen.fresh ? await world.fresh() : world.url;
	const context = await browser.newContext({
		baseURL,
		...sizes[size],
		timezoneId: world.clock.timezoneId,
		locale: "en-US",
		reducedMotion: "reduce",
		...screen.browser,
	});
	context.setDefaultTimeout(REACHED_WITHIN_MS);
	try {
		if (screen.as) await signIn(context, world.url, screen.as);
		const page = await context.newPage();
		await screen.prepare?.({ page, world, size });
		await page.goto(screen.path(world));
		await screen.reach({ page, world, size });
		await page.evaluate(() => document.fonts.ready);
		return page;
	} catch (error) {
		await context.close();
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`${screen.name} (${size}) cannot be reached: ${why}`);
	}
}

/** As the sign-in form does it, once for all visits of a person. */
async function signIn(context: BrowserContext, url: string, who: Username): Promise<void> {
	const key = `${who} ${url}`;
	const held = signedIn.get(key);
	if (held) return context.addCookies(held);
	const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
	const form = { login: who, password: passwordOf(who), csrfToken, json: "true" };
	const answer = await context.request.post("/api/auth/callback/password", { form });
	if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
	signedIn.set(key, await context.cookies());
}
