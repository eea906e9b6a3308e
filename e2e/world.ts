/**
 * The world of the page's tests: the built server with Alice (administrator), Bob and Carol on it, one for each worker, and a
 * browser for whoever a test lets act. What a test is not about is arranged through the API.
 */
import { type Browser, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { type Server, startServer } from "../test/server.ts";

export { expect, type Page } from "@playwright/test";

export const names = ["alice", "bob", "carol"] as const;
export type Name = (typeof names)[number];

export type Room = { id: string; name: string };
export type Call = <Body>(method: string, path: string, body?: unknown) => Promise<Body>;

export type World = {
	url: string;
	/** A browser of its own, signed in, at the start or at this address. */
	open(who: Name, path?: string, options?: BrowserContextOptions): Promise<Page>;
	/** A browser that nobody is signed in on. */
	stranger(path: string): Promise<Page>;
	as(who: Name): Call;
	/** A room of Alice's that no other test knows of. */
	room(fields?: { kind?: "public" | "private"; name?: string; members?: Name[] }): Promise<Room>;
	say(who: Name, room: { id: string }, text: string): Promise<{ id: string; seq: number }>;
};

type People = Record<Name, { id: string; token: string }>;

export const passwordOf = (username: string) => `${username} has a long password`;
export const capital = (username: string) => username.charAt(0).toUpperCase() + username.slice(1);

let rooms = 0;

export const test = base.extend<{ world: World }, { server: Server; people: People }>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: "worker", timeout: 90_000 },
	],
	people: [
		async ({ server }, use) => {
			const people = {
				alice: await setUp(server.url),
				bob: await register(server.url, "bob"),
				carol: await register(server.url, "carol"),
			};
			await use(people);
		},
		{ scope: "worker" },
	],
	world: async ({ browser, server: { url }, people }, use) => {
		const pages: Page[] = [];
		const as = (who: Name): Call => {
			return async (method, path, body) => {
				try {
					return await call(url, method, path, body, people[who].token);
				} catch (error) {
					// A test may have ended all sessions of a person, this one too.
					if (await isSignedIn(url, people[who].token)) throw error;
					people[who] = await signInByApi(url, who);
					return call(url, method, path, body, people[who].token);
				}
			};
		};
		const browse = async (path: string, options: BrowserContextOptions, who?: Name) => {
			const page = await newPage(browser, url, options);
			pages.push(page);
			if (who) await signIn(page, who);
			await page.goto(path);
			return page;
		};
		// What an earlier test of this worker said of them is none of the next one's business.
		for (const who of names) {
			await as(who)("PUT", "/api/me/status", { state: "auto" });
			await readThreads(as(who));
		}
		await use({
			url,
			as,
			open: (who, path = "/", options = {}) => browse(path, options, who),
			stranger: (path) => browse(path, {}),
			room: ({ kind = "public", name = `room-${process.pid}-${++rooms}`, members = [] } = {}) =>
				as("alice")("POST", "/api/rooms", { kind, name, members: members.map((who) => people[who].id) }),
			say: (who, room, text) => as(who)("POST", `/api/rooms/${room.id}/messages`, { text }),
		});
		for (const page of pages) await page.context().close();
	},
});

type ThreadInbox = { items: { root: { id: string } }[] };

async function readThreads(call: Call): Promise<void> {
	const { items } = await call<ThreadInbox>("GET", "/api/me/threads?unread=true");
	// Wherever their ends are.
	const threadSeq = Number.MAX_SAFE_INTEGER;
	for (const { root } of items) await call("PUT", `/api/messages/${root.id}/thread/read`, { threadSeq });
}

async function newPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
	const context = await browser.newContext({ baseURL: url, ...options });
	return context.newPage();
}

/** As the sign-in form does it; the form itself has its own test. */
async function signIn(page: Page, who: Name): Promise<void> {
	const { request } = page.context();
	const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
	const form = { login: who, password: passwordOf(who), csrfToken, json: "true" };
	const answer = await request.post("/api/auth/callback/password", { form });
	if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
}

async function setUp(url: string): Promise<People[Name]> {
	const admin = { name: "Alice", username: "alice", email: "alice@brackwater.example", password: passwordOf("alice") };
	const body = { siteName: "Brackwater", registration: "open", admin };
	const { user, token } = await call<{ user: { id: string }; token: string }>(url, "POST", "/api/setup", body);
	return { id: user.id, token };
}

async function register(url: string, username: string): Promise<People[Name]> {
	const password = passwordOf(username);
	const email = `${username}@brackwater.example`;
	await call(url, "POST", "/api/registrations", { name: capital(username), username, email, password });
	return signInByApi(url, username);
}

async function signInByApi(url: string, username: string): Promise<People[Name]> {
	const body = { login: username, password: passwordOf(username) };
	const { user, token } = await call<{ user: { id: string }; token: string }>(url, "POST", "/api/login", body);
	return { id: user.id, token };
}

async function isSignedIn(url: string, token: string): Promise<boolean> {
	return (await fetch(`${url}/api/me`, { headers: { Authorization: `Bearer ${token}` } })).ok;
}

async function call<Body>(url: string, method: string, path: string, body?: unknown, token?: string): Promise<Body> {
	const response = await fetch(url + path, {
		method,
		headers: {
			...(token ? { Authorization: `Bearer ${token}` } : {}),
			...(body === undefined ? {} : { "Content-Type": "application/json" }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
	return (text === "" ? undefined : JSON.parse(text)) as Body;
}
