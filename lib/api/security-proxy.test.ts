/** Behind a trusted proxy: its word counts alike for requests and for sockets. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookie, type PageSession, pageSession } from "../../test/page-session.ts";
import { rawRequest } from "../../test/raw-request.ts";
import { connect, startWorld, type World } from "../../test/world.ts";
import type { AuditEntry, Server } from "../shared/schemas/server.ts";
import type { Session, SignedIn } from "../shared/schemas/user.ts";

let world: World;
let page: PageSession;
beforeAll(async () => {
	world = await startWorld({ env: { TRUST_PROXY: "loopback, 10.1.0.0/16" } });
	page = await pageSession(world.bob.id);
});
afterAll(() => world.stop());

/** As a proxy forwards it that calls the server by another name than people do. */
const forwarded = (more: Record<string, string> = {}): Record<string, string> => ({
	host: "parley.internal:3000",
	"x-forwarded-host": "chat.brackwater.example",
	"x-forwarded-proto": "https",
	"x-forwarded-for": "198.51.100.7",
	...more,
});

async function patch(headers: Record<string, string>): Promise<number> {
	const answer = await rawRequest(`${world.url}/api/me`, {
		method: "PATCH",
		headers: { cookie: cookie(page), "content-type": "application/json", ...headers },
		body: '{"bio":"hello"}',
	});
	return answer.status;
}

async function socket(headers: Record<string, string>, transports = ["websocket"]): Promise<unknown> {
	try {
		const listener = await connect(world.url, { transports, extraHeaders: { cookie: cookie(page), ...headers } });
		listener.close();
		return "connected";
	} catch (error) {
		return error instanceof Error && "data" in error ? (error.data as { code: string }).code : error;
	}
}

test("a page of the address that the proxy names is our own, for requests and for sockets", async () => {
	const own = forwarded({ origin: "https://chat.brackwater.example" });
	expect(await patch(own)).toBe(200);
	expect(await socket(own)).toBe("connected");
	expect(await socket(own, ["polling"])).toBe("connected");
});

test("a page of any other address is not", async () => {
	const foreign = forwarded({ origin: "https://evil.example" });
	expect(await patch(foreign)).toBe(403);
	expect(await socket(foreign)).toBe("foreign-origin");
});

test("the client's address is the first one before the trusted hops", async () => {
	const signIn = (chain: string) =>
		world.call<SignedIn>("POST", "/api/login", {
			body: { login: "carol", password: world.carol.password },
			headers: { "x-forwarded-for": chain },
		});
	const expected: [chain: string, address: string][] = [
		["198.51.100.7", "198.51.100.7"],
		["203.0.113.1, 198.51.100.8", "198.51.100.8"],
		["203.0.113.1,198.51.100.9,10.1.2.3", "198.51.100.9"],
		["203.0.113.1, 10.2.0.1, 10.1.2.3, 127.0.0.1", "10.2.0.1"],
		["2001:db8::17", "2001:db8::17"],
		["::ffff:198.51.100.10", "198.51.100.10"],
		["203.0.113.1, nonsense", "127.0.0.1"],
		["nonsense, 198.51.100.11", "198.51.100.11"],
		["", "127.0.0.1"],
	];
	for (const [chain, address] of expected) {
		const { body } = await signIn(chain);
		const { body: list } = await world.call<{ items: Session[] }>("GET", "/api/me/sessions", {
			headers: { authorization: `Bearer ${body.token}` },
		});
		expect([chain, list.items.find(({ current }) => current)?.address]).toEqual([chain, address]);
	}
	const { items } = await world.alice.get<{ items: AuditEntry[] }>("/api/admin/audit?query=sign-in&limit=20");
	expect(items.map(({ address }) => address)).toContain("198.51.100.9");
});

test("browsers are told to stay with https where the proxy took it", async () => {
	const { headers } = await rawRequest(`${world.url}/api/server`, { headers: forwarded() });
	expect(headers["strict-transport-security"]).toMatch(/max-age=31536000/);
	const plain = await rawRequest(`${world.url}/api/server`, { headers: forwarded({ "x-forwarded-proto": "http" }) });
	expect(plain.headers["strict-transport-security"]).toBeUndefined();
});

test("who comes through the proxy is not of this machine, whatever address it names", async () => {
	expect((await rawRequest(`${world.url}/metrics`)).status).toBe(200);
	for (const address of ["127.0.0.1", "::1", "198.51.100.7"]) {
		const headers = { "x-forwarded-for": address, "x-parley-local": "1" };
		expect((await rawRequest(`${world.url}/metrics`, { headers })).status).toBe(404);
	}
	const { body } = await world.call<Server>("GET", "/api/server", { headers: { "x-forwarded-for": "127.0.0.1" } });
	expect(body.setUp).toBe(true);
});
