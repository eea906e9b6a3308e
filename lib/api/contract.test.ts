/** What programs outside rely on: statuses and codes of errors, the shape of people, and what is said of the server. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { version } from "../../package.json";
import { rawRequest } from "../../test/raw-request.ts";
import { type Answer, type Person, startWorld, type World } from "../../test/world.ts";
import type { Preferences } from "../shared/schemas/preferences.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap, Server } from "../shared/schemas/server.ts";
import type { Me, SignedIn, User } from "../shared/schemas/user.ts";

type FieldError = { path: string; code: string; message: string };
type Failure = { error: { code: string; message: string; details?: { fields?: FieldError[] } } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

const keys = (value: object) => Object.keys(value).sort();
const fields = ({ body }: Answer<Failure>) => (body.error.details?.fields ?? []).map(({ path, code }) => [path, code]);

test("each kind of error has its status, a code, and a sentence for people", async () => {
	const { general } = world;
	const archived = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "attic" });
	await world.bob.call("POST", `/api/rooms/${archived.id}/archive`);
	const direct = { kind: "direct", members: ["nobody"] };
	const expected: [
		status: number,
		code: string,
		person: Person | undefined,
		method: string,
		path: string,
		body?: unknown,
	][] = [
		[400, "bad-json", world.bob, "PATCH", "/api/me", "{"],
		[401, "not-signed-in", undefined, "GET", "/api/me"],
		[401, "invalid-credentials", undefined, "POST", "/api/login", { login: "bob", password: "wrong" }],
		[403, "not-allowed", world.bob, "GET", "/api/admin/settings"],
		[403, "not-a-member", world.carol, "POST", `/api/rooms/${archived.id}/messages`, { text: "x" }],
		[404, "no-such-route", world.bob, "GET", "/api/none"],
		[404, "no-such-route", world.bob, "GET", "/api/rooms/x/y/z"],
		[404, "no-such-route", undefined, "POST", "/api/"],
		[404, "room-not-found", world.bob, "GET", "/api/rooms/none"],
		[404, "message-not-found", world.bob, "GET", "/api/messages/none"],
		[404, "user-not-found", world.bob, "GET", "/api/users/none"],
		[404, "user-not-found", world.bob, "GET", "/api/users/@none"],
		[404, "member-not-found", world.alice, "DELETE", `/api/rooms/${general.id}/members/none`],
		[404, "session-not-found", world.bob, "DELETE", "/api/me/sessions/none"],
		[405, "method-not-allowed", world.bob, "DELETE", "/api/me"],
		[405, "method-not-allowed", world.bob, "PUT", `/api/rooms/${general.id}`],
		[405, "method-not-allowed", undefined, "GET", "/api/login"],
		[
			409,
			"already-set-up",
			undefined,
			"POST",
			"/api/setup",
			{ siteName: "x", admin: { name: "X", username: "x", email: "x@x.example", password: "a long password" } },
		],
		[409, "name-taken", world.bob, "POST", "/api/rooms", { kind: "public", name: "General" }],
		[409, "username-taken", world.bob, "PATCH", "/api/me", { username: "Carol" }],
		[
			409,
			"email-taken",
			world.bob,
			"PATCH",
			"/api/me",
			{ email: "Carol@brackwater.example", password: world.bob.password },
		],
		[409, "room-archived", world.bob, "POST", `/api/rooms/${archived.id}/messages`, { text: "x" }],
		[409, "last-owner", world.alice, "POST", `/api/rooms/${general.id}/leave`],
		[413, "too-large", world.bob, "PATCH", "/api/me", { bio: "x".repeat(1_000_001) }],
		[422, "invalid-input", world.bob, "PATCH", "/api/me", { bio: 17 }],
		[422, "invalid-input", world.bob, "POST", "/api/rooms", direct],
	];
	for (const [status, code, person, method, path, body] of expected) {
		const answer = person
			? await person.call<Failure>(method, path, body)
			: await world.call<Failure>(method, path, { body });
		expect([method, path, answer.status, answer.body.error?.code]).toEqual([method, path, status, code]);
		expect(answer.body.error.message).toMatch(/^[A-Z].*\.$/);
		expect(keys(answer.body)).toEqual(["error"]);
		expect(answer.headers.get("content-type")).toContain("application/json");
	}
});

test("what is not JSON is 415, what asks for another type is not", async () => {
	const headers = { authorization: `Bearer ${world.bob.token}`, "content-type": "text/plain" };
	const answer = await rawRequest(`${world.url}/api/me`, { method: "PATCH", headers, body: "{}" });
	expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([415, "unsupported-media-type"]);
	const html = await rawRequest(`${world.url}/api/server`, { headers: { accept: "text/html" } });
	expect([html.status, html.headers["content-type"]]).toEqual([200, "application/json"]);
});

test("fields that are wrong are named with dots, all of them at once", async () => {
	const admin = { name: "", username: "no spaces!", email: "nobody", password: "" };
	const setup = await world.call<Failure>("POST", "/api/setup", { body: { siteName: "", admin, more: 1 } });
	expect(setup.status).toBe(422);
	const paths = fields(setup).map(([path]) => path);
	for (const path of ["siteName", "admin.name", "admin.username", "admin.email", "admin.password", "more"])
		expect(paths).toContain(path);

	const person = { name: "Dora", username: "dora", email: "dora@brackwater.example", password: "dora" };
	expect(fields(await world.call<Failure>("POST", "/api/registrations", { body: person }))).toEqual([
		["password", "weak-password"],
	]);
	expect(fields(await world.bob.call<Failure>("PATCH", "/api/me", { nickname: "B" }))).toEqual([
		["nickname", "unknown-field"],
	]);
	expect(
		fields(await world.bob.call<Failure>("POST", "/api/changes", { rooms: [{ id: "a", since: 1 }, { id: "b" }] })),
	).toEqual([["rooms.1.since", "invalid-type"]]);
	expect(fields(await world.bob.call<Failure>("POST", "/api/rooms", { kind: "direct", members: ["none"] }))).toEqual([
		["members", "user-not-found"],
	]);
	expect(fields(await world.bob.call<Failure>("POST", "/api/rooms", {}))).toEqual([["kind", "invalid-union"]]);
});

test("whoever asks learns of the server what the sign-in page needs, and no more", async () => {
	const { body } = await world.call<Server>("GET", "/api/server");
	expect(keys(body)).toEqual([
		"accounts",
		"build",
		"calls",
		"language",
		"ldap",
		"limits",
		"messages",
		"name",
		"passwordReset",
		"registration",
		"setUp",
		"signInWith",
		"uploads",
		"version",
	]);
	expect(body).toMatchObject({ name: "Brackwater", version, setUp: true, registration: "open", language: "en" });
	expect(body.signInWith).toEqual([{ id: "password", name: expect.any(String) }]);
	await world.alice.call("PATCH", "/api/admin/settings", {
		changes: { Accounts_RegistrationForm: "Disabled", Site_Name: "Brackwater Quay" },
	});
	const changed = (await world.call<Server>("GET", "/api/server")).body;
	expect([changed.registration, changed.name]).toEqual(["closed", "Brackwater Quay"]);
	await world.alice.call("PATCH", "/api/admin/settings", {
		changes: { Accounts_RegistrationForm: "Public", Site_Name: "Brackwater" },
	});
});

test("the server tells that it lives and that it can serve", async () => {
	for (const path of ["/api/health/live", "/api/health/ready"]) {
		const { status, body } = await world.call<{ status: string; checks: { id: string; ok: boolean }[] }>("GET", path);
		expect([path, status, body.status]).toEqual([path, 200, "ok"]);
		expect(body.checks.length).toBeGreaterThan(0);
		for (const { ok } of body.checks) expect(ok).toBe(true);
	}
});

test("a sign-in answers the person, a token and its end, by username or mail address alike", async () => {
	for (const login of ["bob", "BOB", " bob ", "bob@brackwater.example", "Bob@Brackwater.Example"]) {
		const { status, body } = await world.call<SignedIn>("POST", "/api/login", {
			body: { login, password: world.bob.password },
		});
		expect([login, status, keys(body)]).toEqual([login, 200, ["expiresAt", "token", "user"]]);
		expect([body.user.id, body.user.email]).toEqual([world.bob.id, "bob@brackwater.example"]);
		expect(new Date(body.expiresAt).getTime()).toBeGreaterThan(Date.now());
	}
});

test("one request gives all that the page draws", async () => {
	const body = await world.bob.get<Bootstrap>("/api/bootstrap");
	expect(keys(body)).toEqual(["me", "preferences", "profileFields", "rooms", "saved", "server", "threads", "time"]);
	expect(body.preferences).toEqual(await world.bob.get<Preferences>("/api/me/preferences"));
	expect(body.me).toEqual(await world.bob.get<Me>("/api/me"));
	expect(body.server).toEqual((await world.call<Server>("GET", "/api/server")).body);
	expect(body.rooms.find(({ id }) => id === world.general.id)).toEqual(
		await world.bob.get<RoomView>(`/api/rooms/${world.general.id}`),
	);
	expect(Math.abs(new Date(body.time).getTime() - Date.now())).toBeLessThan(5_000);
});

test("a person has public fields for everybody, and for himself what he may do", async () => {
	const bob = await world.carol.get<User>(`/api/users/${world.bob.id}`);
	expect(bob).toEqual({
		id: world.bob.id,
		username: "bob",
		name: "Bob",
		avatar: null,
		kind: "person",
		active: true,
		status: { state: "offline" },
	});
	for (const name of ["@bob", "@BOB"]) expect(await world.carol.get<User>(`/api/users/${name}`)).toEqual(bob);
	const me = await world.bob.get<Me>("/api/me");
	expect(me).toEqual({
		...bob,
		email: "bob@brackwater.example",
		roles: ["user"],
		permissions: expect.any(Array),
		chosenState: "auto",
	});
	expect(me.permissions).toContain("message-send");
	expect(await world.alice.get<User>(`/api/users/${world.bob.id}`)).toEqual({
		...bob,
		email: "bob@brackwater.example",
		roles: ["user"],
	});
});

test("what one changes of oneself is changed for all, and the rest stays", async () => {
	const erin = await world.register("erin");
	const { body } = await erin.call<Me>("PATCH", "/api/me", { name: "  Erin Quay  ", bio: "Ropes." });
	expect([body.name, body.bio, body.username, body.email]).toEqual([
		"Erin Quay",
		"Ropes.",
		"erin",
		"erin@brackwater.example",
	]);
	expect(await erin.call<Me>("PATCH", "/api/me", {})).toMatchObject({
		status: 200,
		body: { name: "Erin Quay", bio: "Ropes." },
	});
	expect((await erin.call<Me>("PATCH", "/api/me", { username: "erin.quay" })).body.username).toBe("erin.quay");
	expect((await world.bob.get<User>("/api/users/@erin.quay")).id).toBe(erin.id);
	expect((await world.bob.call("GET", "/api/users/@erin")).status).toBe(404);
	expect((await erin.call<Me>("PATCH", "/api/me", { username: "ERIN.Quay" })).body.username).toBe("ERIN.Quay");
	for (const username of ["", "with space", "-erin", ".erin", "a@b", "a/b", "x".repeat(65), "<b>", "erin\u202e"]) {
		expect([username, (await erin.call("PATCH", "/api/me", { username })).status]).toEqual([username, 422]);
	}
	for (const name of ["", "  ", "a\nb", "a\u0000b", "x".repeat(121)]) {
		expect([name, (await erin.call("PATCH", "/api/me", { name })).status]).toEqual([name, 422]);
	}
});

test("a status is one thing: what is not named is taken away, what is over does not show, and invisible looks like offline", async () => {
	const seen = async () => (await world.carol.get<User>(`/api/users/${world.bob.id}`)).status;
	const put = (body: object) => world.bob.call<Me>("PUT", "/api/me/status", body);
	const until = new Date(Date.now() + 60_000).toISOString();
	const listener = await world.bob.connect();
	expect((await put({ state: "busy", text: "At sea", emoji: "⛵", until })).body.status).toEqual({
		state: "busy",
		text: "At sea",
		emoji: "⛵",
		until,
	});
	expect(await seen()).toEqual({ state: "busy", text: "At sea", emoji: "⛵", until });
	expect((await put({ state: "away" })).body.status).toEqual({ state: "away" });
	expect((await put({ state: "invisible", text: "Hidden" })).body).toMatchObject({ chosenState: "invisible" });
	expect((await seen()).state).toBe("offline");
	expect((await put({ state: "busy", text: "Over", until: "2020-01-01T00:00:00.000Z" })).status).toBe(200);
	expect(await seen()).toEqual({ state: "online" });
	for (const wrong of [
		{},
		{ state: "sleeping" },
		{ state: "auto", until: "tomorrow" },
		{ state: "auto", text: "x".repeat(121) },
	]) {
		expect([wrong, (await put(wrong)).status]).toEqual([wrong, 422]);
	}
	expect((await put({ state: "auto" })).status).toBe(200);
	listener.close();
});

test("people are found by the beginning of their names, of each word of them, folded", async () => {
	const finn = await world.register("finnegan");
	await finn.call("PATCH", "/api/me", { name: "Élodie O'Hara-Quinn" });
	const find = async (query: string) =>
		(await world.bob.get<{ items: User[] }>(`/api/users?query=${encodeURIComponent(query)}`)).items.map(({ id }) => id);
	for (const query of ["finn", "FINN", "élo", "E\u0301LODIE", "quinn", "hara", "Élodie O'Hara"]) {
		expect([query, await find(query)]).toEqual([query, [finn.id]]);
	}
	for (const query of ["innegan", "elodie", "quinnx"]) expect([query, await find(query)]).toEqual([query, []]);
});
