/** Without a trusted proxy nothing that a request says of its origin is believed. And what every answer carries. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RawAnswer, rawRequest } from "../../test/raw-request.ts";
import { startWorld, type World } from "../../test/world.ts";
import type { AuditEntry } from "../shared/schemas/server.ts";
import type { Session } from "../shared/schemas/user.ts";

const METRICS_TOKEN = "a token for Prometheus";

let world: World;
beforeAll(async () => {
	world = await startWorld({ rateLimits: "on", env: { METRICS_TOKEN } });
});
afterAll(() => world.stop());

/** All that a client may put before the server's eyes to seem another. */
function disguise(i: number): Record<string, string> {
	const address = `203.0.113.${i}`;
	return {
		"x-forwarded-for": address,
		forwarded: `for=${address}`,
		"x-real-ip": address,
		"x-client-ip": address,
		"cf-connecting-ip": address,
		"x-parley-address": address,
		"x-parley-local": "0",
		via: `1.1 ${address}`,
	};
}

function guess(i: number, headers: Record<string, string>) {
	return world.call("POST", "/api/login", { body: { login: `nobody-${i}`, password: "a wrong guess" }, headers });
}

test("failures are counted for the address that the connection has, whatever the request says", async () => {
	const outcomes = await Promise.all(Array.from({ length: 50 }, (_, i) => guess(i, disguise(i))));
	expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([401]));
	expect((await guess(50, disguise(99))).status).toBe(429);
	expect((await guess(51, {})).status).toBe(429);
	const { items } = await world.alice.get<{ items: AuditEntry[] }>("/api/admin/audit?query=sign-in.failed&limit=100");
	expect(items.length).toBeGreaterThanOrEqual(50);
	expect(new Set(items.map(({ address }) => address))).toEqual(new Set(["127.0.0.1"]));
});

test("the list of sessions shows the address of the connection", async () => {
	const { items } = await world.bob.get<{ items: Session[] }>("/api/me/sessions");
	expect(items.map(({ address }) => address)).toEqual(["127.0.0.1"]);
});

function metrics(headers: Record<string, string> = {}): Promise<RawAnswer> {
	return rawRequest(`${world.url}/metrics`, { headers });
}

test("the metrics are for programs of this machine, and for who has the token", async () => {
	const here = await metrics();
	expect(here.status).toBe(200);
	expect(here.body).toContain("parley_http_seconds_bucket");
	const elsewhere = [
		{ "x-forwarded-for": "127.0.0.1" },
		{ "x-forwarded-for": "127.0.0.1", "x-parley-local": "1" },
		{ "x-forwarded-for": "127.0.0.1", "x-parley-address": "127.0.0.1" },
		{ forwarded: "for=127.0.0.1" },
		{ "x-real-ip": "127.0.0.1" },
		{ via: "1.1 proxy" },
		{ host: "chat.brackwater.example" },
		{ host: "127.0.0.1.evil.example" },
		{ host: "localhost.evil.example:3000" },
	] as Record<string, string>[];
	for (const headers of elsewhere) {
		const refused = await metrics(headers);
		expect([headers, refused.status, refused.body]).toEqual([headers, 404, "Not found"]);
		const wrong = await metrics({ ...headers, authorization: "Bearer a token" });
		expect([headers, wrong.status]).toEqual([headers, 404]);
		const right = await metrics({ ...headers, authorization: `Bearer ${METRICS_TOKEN}` });
		expect([headers, right.status]).toEqual([headers, 200]);
	}
	for (const host of ["localhost", "localhost:3000", "127.0.0.1:80", "[::1]:3000"]) {
		expect([host, (await metrics({ host })).status]).toEqual([host, 200]);
	}
});

test("the metrics name routes by their patterns: no ids, names or texts of people", async () => {
	await world.bob.call("GET", `/api/rooms/${world.general.id}/messages?limit=1`);
	await world.bob.call("GET", "/api/users/@carol");
	await world.bob.call("GET", "/api/some/address/of/nothing");
	const { body } = await metrics();
	expect(body).toContain('route="/api/rooms/:id/messages"');
	for (const word of [world.general.id, "carol", "address/of", world.bob.id]) expect(body).not.toContain(word);
});

test("every answer says what browsers may do with it", async () => {
	const paths = ["/api/server", "/api/me", "/api/nothing", "/metrics", "/", "/login", "/api/docs", "/api/openapi.json"];
	for (const path of paths) {
		const { headers } = await rawRequest(`${world.url}${path}`);
		expect([path, headers]).toEqual([
			path,
			expect.objectContaining({
				"x-content-type-options": "nosniff",
				"referrer-policy": "same-origin",
				"x-frame-options": "SAMEORIGIN",
				"cross-origin-opener-policy": "same-origin",
			}),
		]);
		const policy = String(headers["content-security-policy"]);
		expect(policy).toMatch(/frame-ancestors '(self|none)'/);
		// What loads nothing has nothing that a base could change.
		expect([path, policy]).toEqual([path, expect.stringMatching(/base-uri 'none'|default-src 'none'/)]);
		expect(policy.split(";").find((part) => part.includes("script-src")) ?? "default-src 'none'").not.toContain(
			"unsafe-inline",
		);
		expect(headers["x-powered-by"]).toBeUndefined();
		expect(headers.server).toBeUndefined();
		expect(headers["strict-transport-security"]).toBeUndefined();
	}
});

test("the answers to a socket that polls are no pages either", async () => {
	const { status, headers } = await rawRequest(`${world.url}/socket.io/?EIO=4&transport=polling`);
	expect([status, headers["x-content-type-options"]]).toEqual([200, "nosniff"]);
	expect(headers["access-control-allow-origin"]).toBeUndefined();
});

test("each page has a nonce of its own, which the request cannot choose", async () => {
	const nonces = new Set<string>();
	for (let i = 0; i < 5; i++) {
		const { headers } = await rawRequest(`${world.url}/`, {
			headers: { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" },
		});
		const policy = String(headers["content-security-policy"]);
		expect(policy).not.toContain("mine");
		nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
	}
	expect(nonces.size).toBe(5);
	for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
});

test("https is believed from a trusted proxy only", async () => {
	const { headers } = await rawRequest(`${world.url}/api/server`, { headers: { "x-forwarded-proto": "https" } });
	expect(headers["strict-transport-security"]).toBeUndefined();
	// The address is locked for what it failed to guess: nothing else is.
	expect((await world.bob.call("GET", "/api/me")).status).toBe(200);
});
