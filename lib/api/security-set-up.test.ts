/** Whoever sets the server up becomes its administrator: on the machine itself at once, from elsewhere with the printed code. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rawRequest } from "../../test/raw-request.ts";
import { startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Server } from "../shared/schemas/server.ts";
import { forget } from "../singleton.ts";
import { setupCode } from "../users/set-up.ts";

type Failure = { error: { code: string; details?: { fields?: { path: string; code: string }[] } } };
type Outcome = { status: number; code: string | undefined };

const ADMIN = {
	name: "Zora",
	username: "zora",
	email: "zora@brackwater.example",
	password: "zora has a long password",
};

let world: World;
beforeAll(async () => {
	world = await startWorld({ rateLimits: "on" });
});
/** As a server that was never set up. */
beforeEach(async () => {
	for (const name of ["users", "rooms", "memberships", "serverFacts", "attempts", "settings", "auditEntries"]) {
		await db().collection(name).deleteMany({});
	}
	forget("set-up");
});
afterAll(() => world.stop());

async function setUp(headers: Record<string, string>, more: Record<string, unknown> = {}): Promise<Outcome> {
	const answer = await rawRequest(`${world.url}/api/setup`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify({ siteName: "Brackwater", admin: ADMIN, ...more }),
	});
	const { error } = JSON.parse(answer.body) as Partial<Failure>;
	return { status: answer.status, code: error?.code };
}

/** Whom the server has to take for somebody at another machine. */
const ELSEWHERE: Record<string, string>[] = [
	{ host: "chat.brackwater.example" },
	{ host: "127.0.0.1.evil.example" },
	{ host: "192.0.2.1:3000" },
	{ host: "localhost.evil.example" },
	{ "x-forwarded-for": "127.0.0.1" },
	{ "x-forwarded-for": "198.51.100.7" },
	{ "x-forwarded-host": "localhost" },
	{ "x-forwarded-proto": "https" },
	{ "x-real-ip": "127.0.0.1" },
	{ forwarded: "for=127.0.0.1" },
	{ via: "1.1 proxy" },
	{ "x-forwarded-for": "127.0.0.1", "x-parley-local": "1", "x-parley-address": "127.0.0.1" },
];

const people = () => db().collection("users").countDocuments();

test("from the machine itself no code is asked for", async () => {
	const { body } = await world.call<Server>("GET", "/api/server");
	expect([body.setUp, body.setupCodeNeeded]).toEqual([false, false]);
	expect(await setUp({})).toEqual({ status: 201, code: undefined });
	expect(await people()).toBe(1);
});

test("from elsewhere it is refused without the code, with a wrong one, and with one that is no text", async () => {
	const code = await setupCode();
	expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
	for (const headers of ELSEWHERE) {
		const server = await rawRequest(`${world.url}/api/server`, { headers });
		expect([headers, JSON.parse(server.body).setupCodeNeeded]).toEqual([headers, true]);
		expect(server.body).not.toContain(code);
		expect([headers, await setUp(headers)]).toEqual([headers, { status: 403, code: "setup-code-needed" }]);
	}
	for (const wrong of ["", "AAAA-AAAA-AAAA", `${code}A`, String(code).slice(1), ".*"]) {
		expect((await setUp({ via: "1.1 proxy" }, { code: wrong })).code).toBe("setup-code-needed");
	}
	for (const shape of [{ $ne: "" }, [code], 17, true]) {
		expect((await setUp({ via: "1.1 proxy" }, { code: shape })).status).toBe(422);
	}
	expect(await people()).toBe(0);
});

test("from elsewhere the right code works once, however it is typed", async () => {
	const code = String(await setupCode());
	expect(await setupCode()).toBe(code);
	const typed = code.toLowerCase().replaceAll("-", " ");
	expect(await setUp({ host: "chat.brackwater.example" }, { code: typed })).toEqual({ status: 201, code: undefined });
	expect(await setUp({ host: "chat.brackwater.example" }, { code })).toEqual({ status: 409, code: "already-set-up" });
	expect(await setUp({})).toEqual({ status: 409, code: "already-set-up" });
	expect(await setupCode()).toBeUndefined();
	expect(
		await db()
			.collection("serverFacts")
			.countDocuments({ code: { $exists: true } }),
	).toBe(0);
	expect(await people()).toBe(1);
});

test("the code can be guessed twenty times in ten minutes", async () => {
	const code = await setupCode();
	for (let i = 0; i < 20; i++) expect((await setUp({ via: "1.1 proxy" }, { code: `AAAA-AAAA-${i}` })).status).toBe(403);
	expect(await setUp({ via: "1.1 proxy" }, { code })).toEqual({ status: 429, code: "rate-limited" });
	expect(await people()).toBe(0);
});

test("of several set-ups that come at once exactly one wins, and leaves one administrator and one room", async () => {
	const outcomes = await Promise.all(
		Array.from({ length: 6 }, (_, i) =>
			setUp(
				{},
				{ siteName: `Site ${i}`, admin: { ...ADMIN, username: `zora-${i}`, email: `zora-${i}@brackwater.example` } },
			),
		),
	);
	expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
	for (const { status, code } of outcomes) if (status === 409) expect(code).toBe("already-set-up");
	expect(await people()).toBe(1);
	expect(await db().collection("rooms").countDocuments()).toBe(1);
	const [admin] = await db().collection("users").find().toArray();
	const { body } = await world.call<Server>("GET", "/api/server");
	expect(body.name).toBe(`Site ${String(admin?.username).slice("zora-".length)}`);
});

test("a weak password of the administrator is told by its place in the request, and sets nothing up", async () => {
	const { body, status } = await world.call<Failure>("POST", "/api/setup", {
		body: { siteName: "Brackwater", admin: { ...ADMIN, password: "zora" } },
	});
	expect([status, body.error.details?.fields]).toEqual([
		422,
		[expect.objectContaining({ path: "admin.password", code: "weak-password" })],
	]);
	expect(await people()).toBe(0);
	expect((await world.call<Server>("GET", "/api/server")).body.setUp).toBe(false);
});

test("before the set-up nobody registers or signs in", async () => {
	const registration = await world.call<Failure>("POST", "/api/registrations", { body: ADMIN });
	expect([registration.status, registration.body.error.code]).toEqual([403, "registration-closed"]);
	const login = await world.call<Failure>("POST", "/api/login", { body: { login: "zora", password: ADMIN.password } });
	expect([login.status, login.body.error.code]).toEqual([401, "invalid-credentials"]);
});

test("who sets up is signed in, administrates, and owns the first room", async () => {
	const { body } = await world.call<{ user: { roles: string[]; permissions: string[] }; token: string }>(
		"POST",
		"/api/setup",
		{
			body: {
				siteName: "Brackwater",
				siteUrl: "https://chat.brackwater.example/",
				registration: "closed",
				admin: ADMIN,
			},
		},
	);
	expect(Object.keys(body).sort()).toEqual(["expiresAt", "token", "user"]);
	expect(body.user.roles).toEqual(["admin", "user"]);
	expect(body.user.permissions).toContain("settings-manage");
	const headers = { authorization: `Bearer ${body.token}` };
	const { body: room } = await world.call<RoomView>("GET", "/api/rooms/@general", { headers });
	expect([room.kind, room.membership?.role, room.memberCount]).toEqual(["public", "owner", 1]);
	const { body: server } = await world.call<Server>("GET", "/api/server");
	expect([server.name, server.registration, server.setUp, server.setupCodeNeeded]).toEqual([
		"Brackwater",
		"closed",
		true,
		undefined,
	]);
	const audit = await world.call<{ items: { action: string }[] }>("GET", "/api/admin/audit", { headers });
	expect(audit.body.items.map(({ action }) => action)).toContain("server.set-up");
});
