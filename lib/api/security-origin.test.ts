/** A cookie is sent by the browser whoever made the page: what it may change, and from where. A Bearer token is not. */
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filled, type Route, routesOf } from "../../test/openapi.ts";
import { cookie, type PageSession, pageSession } from "../../test/page-session.ts";
import { rawRequest } from "../../test/raw-request.ts";
import { type Answer, connect, type Person, startWorld, type World } from "../../test/world.ts";
import { sessionSecret } from "../auth/session-secret.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Me } from "../shared/schemas/user.ts";

type Failure = { error: { code: string } };

const PUBLIC_ADDRESS = "https://chat.brackwater.example";

const ELSEWHERE: Record<string, string>[] = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }];

let world: World;
let routes: Route[];
let page: PageSession;
beforeAll(async () => {
	world = await startWorld();
	routes = await routesOf(world);
	page = await pageSession(world.bob.id);
	await world.alice.call("PATCH", "/api/admin/settings", { changes: { Site_Url: PUBLIC_ADDRESS } });
});
afterAll(() => world.stop());

function asPage(
	method: string,
	path: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<Answer<Failure>> {
	return world.call<Failure>(method, path, {
		headers: { cookie: cookie(page), ...headers },
		...(body !== undefined && { body }),
	});
}

/** What browsers send with requests that pages of others make. */
function foreign(): Record<string, string>[] {
	const { port } = new URL(world.url);
	return [
		{ origin: "https://evil.example" },
		{ origin: "null" },
		{ origin: `${world.url}.evil.example` },
		{ origin: `http://127.0.0.1:${Number(port) + 1}` },
		{ origin: `http://evil.example:${port}` },
		{ origin: "https://chat.brackwater.example.evil.example" },
		{ origin: "http://chat.brackwater.example" },
		{ origin: "not an origin" },
		{ origin: "https://evil.example", "sec-fetch-site": "same-origin" },
		{ "sec-fetch-site": "cross-site" },
		{ "sec-fetch-site": "same-site" },
		{ "sec-fetch-site": "none" },
		{ referer: `${world.url}/rooms` },
		{},
	];
}

function own(): Record<string, string>[] {
	return [
		{ origin: world.url },
		{ origin: PUBLIC_ADDRESS },
		{ "sec-fetch-site": "same-origin" },
		{ origin: world.url, "sec-fetch-site": "cross-site" },
	];
}

test("our own page may change something with the cookie; another site's page, or one that hides where it is from, may not", async () => {
	for (const [i, headers] of own().entries()) {
		const bio = `from our page ${i}`;
		expect([headers, (await asPage("PATCH", "/api/me", headers, { bio })).status]).toEqual([headers, 200]);
		expect((await world.bob.get<Me>("/api/me")).bio).toBe(bio);
	}
	const before = await world.bob.get<Me>("/api/me");
	for (const headers of foreign()) {
		const { status, body } = await asPage("PATCH", "/api/me", headers, { bio: "changed by a stranger" });
		expect([headers, status, body.error?.code]).toEqual([headers, 403, "foreign-origin"]);
	}
	expect(await world.bob.get<Me>("/api/me")).toEqual(before);
});

test("no call of the API that changes something takes the cookie from another site", async () => {
	const changes = routes.filter(({ method, signedIn }) => signedIn && method !== "GET");
	expect(changes.length).toBeGreaterThan(15);
	for (const { method, path } of changes) {
		for (const headers of [...ELSEWHERE, {}]) {
			const { status, body } = await asPage(method, filled(path), headers);
			expect([method, path, status, body.error.code]).toEqual([method, path, 403, "foreign-origin"]);
		}
	}
	expect((await asPage("GET", "/api/me", {})).status).toBe(200);
});

test("a Bearer token works from anywhere: no browser sends it by itself", async () => {
	for (const headers of foreign()) {
		const answer = await world.call("PATCH", "/api/me", {
			body: { bio: "by a program" },
			headers: { ...headers, authorization: `Bearer ${world.bob.token}` },
		});
		expect([headers, answer.status]).toEqual([headers, 200]);
	}
});

test("a page of another site may neither sign in, register nor set up; a program without an Origin may try", async () => {
	const login = { login: "bob", password: world.bob.password };
	expect((await world.call("POST", "/api/login", { body: login })).status).toBe(200);
	expect((await world.call("POST", "/api/login", { body: login, headers: { origin: world.url } })).status).toBe(200);
	for (const path of ["/api/login", "/api/registrations", "/api/setup"]) {
		for (const headers of ELSEWHERE) {
			const { status, body } = await world.call<Failure>("POST", path, { body: login, headers });
			expect([path, status, body.error.code]).toEqual([path, 403, "foreign-origin"]);
		}
	}
});

test("no other site may read an answer: there is no CORS, and no answer sets a cookie", async () => {
	const asked = { origin: "https://evil.example", "access-control-request-method": "PATCH" };
	const answers = [
		await asPage("GET", "/api/bootstrap", asked),
		await asPage("OPTIONS", "/api/me", asked),
		await world.call("POST", "/api/login", { body: { login: "bob", password: world.bob.password } }),
	];
	for (const { headers } of answers) {
		expect(headers.get("access-control-allow-origin")).toBeNull();
		expect(headers.get("access-control-allow-credentials")).toBeNull();
		expect(headers.get("set-cookie")).toBeNull();
		expect(headers.get("cache-control")).toContain("no-store");
	}
});

test("the cookie counts under its own names, whole or cut into pieces", async () => {
	const { value } = page;
	const middle = Math.floor(value.length / 2);
	const names = ["next-auth.session-token", "__Secure-next-auth.session-token"];
	for (const name of names) {
		const whole = `${name}=${value}`;
		const pieces = `${name}.0=${value.slice(0, middle)}; ${name}.1=${value.slice(middle)}`;
		const turned = `${name}.1=${value.slice(middle)}; a=b; ${name}.0=${value.slice(0, middle)}`;
		for (const header of [whole, pieces, turned]) {
			expect([header, (await world.call("GET", "/api/me", { headers: { cookie: header } })).status]).toEqual([
				header,
				200,
			]);
		}
		for (const header of [
			`${name}.0=${value.slice(0, middle)}`,
			`${name}.1=${value}`,
			`x${name}=${value}`,
			`${name}=`,
		]) {
			expect([header, (await world.call("GET", "/api/me", { headers: { cookie: header } })).status]).toEqual([
				header,
				401,
			]);
		}
	}
});

test("a cookie that we did not write signs nobody in", async () => {
	expect((await world.call("GET", "/api/me", { headers: { cookie: cookie(page) } })).status).toBe(200);
	const forged = await pageSession(world.bob.id, "a secret that somebody guessed");
	const bare = { ...page, value: page.token };
	const cut = { ...page, value: page.value.slice(0, -2) };
	for (const attempt of [forged, bare, cut, { ...page, value: "%7B%22%24ne%22%3A1%7D" }]) {
		expect((await world.call("GET", "/api/me", { headers: { cookie: cookie(attempt) } })).status).toBe(401);
	}
});

test("the cookie's token is none for programs, and a program's token none in a cookie", async () => {
	const asBearer = await world.call("GET", "/api/me", { headers: { authorization: `Bearer ${page.token}` } });
	expect(asBearer.status).toBe(401);
	const value = await encode({ token: { sessionToken: world.bob.token }, secret: await sessionSecret() });
	expect((await world.call("GET", "/api/me", { headers: { cookie: cookie({ ...page, value }) } })).status).toBe(401);
});

test("a request with a wrong Bearer token is nobody's, whatever cookie came with it", async () => {
	const carol = await pageSession(world.carol.id);
	const both = (authorization: string) =>
		world.call<Me>("GET", "/api/me", { headers: { cookie: cookie(carol), authorization } });
	expect((await both(`Bearer ${world.bob.token}`)).body.id).toBe(world.bob.id);
	for (const authorization of ["Bearer wrong", "Bearer ", "Basic Ym9iOmJvYg==", "nonsense"]) {
		expect((await both(authorization)).status).toBe(401);
	}
});

test("what a page asks at another Host than its Origin's is another site's, except at the address that the site is known by", async () => {
	const patch = (host: string, origin: string) =>
		rawRequest(`${world.url}/api/me`, {
			method: "PATCH",
			headers: { cookie: cookie(page), host, origin, "content-type": "application/json" },
			body: '{"bio":"hello"}',
		});
	expect((await patch("chat.internal:3000", "http://chat.internal:3000")).status).toBe(200);
	expect((await patch("chat.internal:3000", PUBLIC_ADDRESS)).status).toBe(200);
	expect((await patch("chat.internal:3000", "http://chat.internal")).status).toBe(403);
	expect((await patch("", "http://evil.example")).status).toBe(403);
});

type Handshake = { extraHeaders?: Record<string, string>; auth?: Record<string, unknown> };

/** @returns `connected`, or the code of the refusal */
async function handshake(options: Handshake, transports = ["websocket"]): Promise<unknown> {
	try {
		const listener = await connect(world.url, { transports, ...options });
		listener.close();
		return "connected";
	} catch (error) {
		return error instanceof Error && "data" in error ? (error.data as { code: string }).code : error;
	}
}

test("a socket takes the cookie from our own page only, and a Bearer token from anywhere", async () => {
	for (const headers of own()) {
		expect([headers, await handshake({ extraHeaders: { cookie: cookie(page), ...headers } })]).toEqual([
			headers,
			"connected",
		]);
	}
	for (const headers of foreign()) {
		const refused = await handshake({ extraHeaders: { cookie: cookie(page), ...headers } });
		expect([headers, refused]).toEqual([headers, "foreign-origin"]);
		const { token } = world.bob;
		expect([headers, await handshake({ extraHeaders: headers, auth: { token } })]).toEqual([headers, "connected"]);
	}
	expect(await handshake({ extraHeaders: { cookie: cookie(page), origin: "https://evil.example" } }, ["polling"])).toBe(
		"foreign-origin",
	);
	expect(await handshake({ extraHeaders: { cookie: cookie(page), origin: world.url } }, ["polling"])).toBe("connected");
});

test("a socket without credentials, or with operators and rubbish in their place, is refused like a request", async () => {
	const { token } = world.bob;
	expect(await handshake({ auth: { token } })).toBe("connected");
	const wrong: Handshake[] = [
		{},
		{ auth: { token: { $ne: "" } } },
		{ auth: { token: [token] } },
		{ auth: { token: 17 } },
		{ auth: { token: "" } },
		{ auth: { token: `${token}x` } },
		{ auth: { token: page.token } },
		{ auth: { token: page.value } },
		{ auth: { token: "wrong" }, extraHeaders: { cookie: cookie(page), origin: world.url } },
		{ extraHeaders: { authorization: "Bearer wrong" } },
		{ extraHeaders: { cookie: "next-auth.session-token=[object Object]", origin: world.url } },
	];
	for (const attempt of wrong) expect([attempt, await handshake(attempt)]).toEqual([attempt, "not-signed-in"]);
});

test("a room that a page made with its cookie is its person's", async () => {
	const { status } = await asPage("POST", "/api/rooms", { origin: world.url }, { kind: "private", name: "cabin" });
	expect(status).toBe(201);
	const room = await world.bob.get<RoomView>("/api/rooms/@cabin");
	expect(room.membership?.role).toBe("owner");
	const stranger: Person = world.carol;
	expect((await stranger.call("GET", `/api/rooms/${room.id}`)).status).toBe(404);
});
