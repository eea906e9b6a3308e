/** One person's page in Chromium, measured from inside of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, CDPSession, Page, Request } from "@playwright/test";
import { percentile } from "../stats.ts";
import type { Room } from "./w7.ts";

export type Reader = {
	browser: Browser;
	url: string;
	username: string;
	password: string;
	/** A folder for CPU profiles of the page. */
	profiles?: string | undefined;
};

const SLOWED_DOWN = 4;
const SETTLE_MS = 1_500;
const KEYS_EVERY_MS = 60;
const WHEEL_PX = 400;
const WHEEL_EVERY_MS = 100;
/** Entries of less are not written, and count as this. */
const SHORTEST_EVENT_MS = 16;
/** A hole of more than a day's line and a group's gap. */
const HOLE_PX = 160;

type Load = { sidebar: number; messages: number; lcp: number; again: number };

/** What the page writes down about itself; in the page as `window.bench`. */
type Notes = { sidebar: number; messages: number; lcp: number; events: Record<string, number> };
declare global {
	interface Window {
		bench: Notes;
		shown: Promise<number>;
		scrolled: { lengths: number[]; blankMs: number; stop: boolean };
	}
}

/** Each in a browser that has nothing yet, and a second time with what the first one kept. */
export async function firstLoads(reader: Reader, room: Room, times: number): Promise<Load[]> {
	const loads: Load[] = [];
	for (let i = 0; i < times; i++) {
		const { context, page, cdp } = await open(reader);
		const first = await profiled(reader, cdp, i === 1 ? "page-load" : undefined, () => load(page, reader, room));
		const second = await load(page, reader, room);
		loads.push({ ...first, again: second.lcp });
		await context.close();
	}
	return loads;
}

async function load(page: Page, { url }: Reader, room: Room): Promise<Notes> {
	await page.goto(`${url}/rooms/${room.id}`);
	await page.waitForFunction(() => window.bench.sidebar > 0 && window.bench.messages > 0);
	await pause(SETTLE_MS);
	return page.evaluate(() => window.bench);
}

/** Clicks through the rooms three times: from the click until the newest message of the room stands there. */
export async function switches(reader: Reader, rooms: [Room, ...Room[]]): Promise<{ cold: number[]; warm: number[] }> {
	const { context, page, cdp } = await open(reader);
	await load(page, reader, rooms[0]);
	const others = rooms.slice(1);
	const once = async () => {
		const times: number[] = [];
		for (const room of [...others, rooms[0]]) times.push(await switchTo(page, room));
		return times;
	};
	const cold = await once();
	const warm = await profiled(reader, cdp, "page-switch", async () => [...(await once()), ...(await once())]);
	await context.close();
	// The first room of all was loaded with the page.
	return { cold: cold.slice(0, -1), warm };
}

async function switchTo(page: Page, { id, newest }: Room): Promise<number> {
	const link = page.locator(`nav a[href="/rooms/${id}"]`).first();
	await link.hover();
	await link.evaluate((element, newest) => {
		window.shown = new Promise((resolve) => {
			element.addEventListener(
				"click",
				({ timeStamp }) => {
					const look = () => {
						const message = document.querySelector(`[data-message="${newest}"]`);
						const isThere = message?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
						if (!isThere) return requestAnimationFrame(look);
						// What is seen here is drawn in this very frame, and the task after it comes when it has been.
						setTimeout(() => resolve(performance.now() - timeStamp));
					};
					requestAnimationFrame(look);
				},
				{ once: true, capture: true },
			);
		});
	}, newest);
	await link.click();
	const took = await page.evaluate(() => window.shown);
	await pause(200);
	return took;
}

/** How long each key took until what it wrote was drawn. */
export async function typing(reader: Reader, room: Room, keys: number): Promise<number[]> {
	const { context, page, cdp } = await open(reader);
	await load(page, reader, room);
	await page.getByRole("textbox", { name: /^Message / }).click();
	await page.evaluate(() => {
		window.bench.events = {};
	});
	const words = "the gauge at the north side is silent again and somebody has to go there before the tide ";
	const text = words.repeat(Math.ceil(keys / words.length)).slice(0, keys);
	await profiled(reader, cdp, "page-typing", () => page.keyboard.type(text, { delay: KEYS_EVERY_MS }));
	await pause(SETTLE_MS);
	const events = await page.evaluate(() => Object.values(window.bench.events));
	await context.close();
	return [...events, ...Array.from({ length: Math.max(0, keys - events.length) }, () => SHORTEST_EVENT_MS)];
}

/** Scrolls back through old messages: how long frames are, and how long there is nothing where messages should be. */
export async function frames(reader: Reader, room: Room, forMs: number) {
	const { context, page, cdp } = await open(reader);
	await load(page, reader, room);
	await page.mouse.move(900, 450);
	await page.evaluate((hole) => {
		const notes = { lengths: [] as number[], blankMs: 0, stop: false };
		window.scrolled = notes;
		let before = performance.now();
		const isBlank = () => {
			const list = document.querySelector("section:has([data-row])");
			const { top, bottom } = (list ?? document.body).getBoundingClientRect();
			const rows = [...document.querySelectorAll("[data-message]")]
				.map((row) => row.getBoundingClientRect())
				.filter((row) => row.bottom > top && row.top < bottom)
				.sort((a, b) => a.top - b.top);
			const edges = [top, ...rows.map((row) => row.bottom)];
			return [...rows.map((row) => row.top), bottom].some((next, i) => next - (edges[i] ?? top) > hole);
		};
		const frame = (now: number) => {
			notes.lengths.push(now - before);
			if (isBlank()) notes.blankMs += now - before;
			before = now;
			if (!notes.stop) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}, HOLE_PX);
	await profiled(reader, cdp, "page-scroll", async () => {
		for (let passed = 0; passed < forMs; passed += WHEEL_EVERY_MS) {
			await Promise.all([page.mouse.wheel(0, -WHEEL_PX), pause(WHEEL_EVERY_MS)]);
		}
	});
	const { lengths, blankMs } = await page.evaluate(() => {
		window.scrolled.stop = true;
		return window.scrolled;
	});
	await context.close();
	const seconds = lengths.reduce((sum, length) => sum + length, 0) / 1_000;
	return { longest: Math.max(...lengths), p95: percentile(lengths, 0.95), blankPerSecond: blankMs / seconds };
}

type Weight = { route: string; bytes: number; bare: number };

/** What a browser that has nothing yet fetches as script, as it comes over the line; beside it what Next itself weighs. */
export async function scriptWeights(reader: Reader, room: Room): Promise<Weight[]> {
	const routes = [
		["a room", `/rooms/${room.id}`],
		["the directory", "/directory"],
		["the account", "/account"],
		["the administration", "/admin/settings/general"],
		["sign-in", "/login"],
		["the set-up", "/setup"],
	] as const;
	const bare = bareNext();
	const weights: Weight[] = [];
	for (const [route, path] of routes) {
		const { context, page } = await open(reader, path !== "/login");
		const requests: Request[] = [];
		page.on("requestfinished", (request) => request.resourceType() === "script" && requests.push(request));
		await page.goto(reader.url + path, { waitUntil: "networkidle" });
		await pause(SETTLE_MS);
		const sizes = await Promise.all(requests.map((request) => request.sizes()));
		weights.push({ route, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0), bare });
		await context.close();
	}
	return weights;
}

/** The framework, React and the router: what each page of Next has. */
function bareNext(): number {
	const folder = join(import.meta.dirname, "../../.next");
	const { rootMainFiles } = JSON.parse(readFileSync(join(folder, "build-manifest.json"), "utf8"));
	return rootMainFiles
		.map((file: string) => gzipSync(readFileSync(join(folder, file))).length)
		.reduce((sum: number, bytes: number) => sum + bytes, 0);
}

async function open(
	reader: Reader,
	signedIn = true,
): Promise<{ context: BrowserContext; page: Page; cdp: CDPSession }> {
	const context = await reader.browser.newContext({
		baseURL: reader.url,
		viewport: { width: 1440, height: 900 },
		locale: "en-US",
	});
	if (signedIn) await signIn(context, reader);
	const page = await context.newPage();
	// tsx wraps functions in it, so that they keep their names; in the page nobody has defined it.
	await page.addInitScript("globalThis.__name = (named) => named");
	await page.addInitScript(takeNotes);
	const cdp = await context.newCDPSession(page);
	await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWED_DOWN });
	return { context, page, cdp };
}

async function signIn({ request }: BrowserContext, { username, password }: Reader): Promise<void> {
	const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
	const form = { login: username, password, csrfToken, json: "true" };
	const answer = await request.post("/api/auth/callback/password", { form });
	if (!answer.ok()) throw new Error(`The reader could not sign in: ${answer.status()}`);
}

/** Runs in the page before anything else of it. */
function takeNotes(): void {
	const notes: Notes = { sidebar: 0, messages: 0, lcp: 0, events: {} };
	window.bench = notes;
	new PerformanceObserver((list) => {
		for (const { startTime } of list.getEntries()) notes.lcp = startTime;
	}).observe({ type: "largest-contentful-paint", buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
			if (!entry.interactionId) continue;
			const key = String(entry.interactionId);
			notes.events[key] = Math.max(notes.events[key] ?? 0, entry.duration);
		}
	}).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
	const look = () => {
		const now = performance.now();
		if (!notes.sidebar && document.querySelector('nav a[href^="/rooms/"]')) notes.sidebar = now;
		const message = document.querySelector("[data-message]");
		if (!notes.messages && message?.checkVisibility({ visibilityProperty: true })) notes.messages = now;
		if (!notes.sidebar || !notes.messages) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

async function profiled<Result>(
	{ profiles }: Reader,
	cdp: CDPSession,
	name: string | undefined,
	work: () => Promise<Result>,
): Promise<Result> {
	if (!profiles || !name) return work();
	await cdp.send("Profiler.enable");
	await cdp.send("Profiler.start");
	const result = await work();
	const { profile } = await cdp.send("Profiler.stop");
	writeFileSync(join(profiles, `${name}.cpuprofile`), JSON.stringify(profile));
	return result;
}
