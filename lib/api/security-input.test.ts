/** Nothing from outside reaches the database as an object, whatever its shape, size, depth or letters. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { examples, filled, leavesOf, objectsIn, type Route, replaced, routesOf } from "../../test/openapi.ts";
import { rawRequest } from "../../test/raw-request.ts";
import { type Answer, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import { MAX_JSON_BYTES, MAX_JSON_DEPTH } from "../shared/limits.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import type { Me, User } from "../shared/schemas/user.ts";

type Failure = { error: { code: string; message: string; details?: { fields?: { path: string; code: string }[] } } };
type Found = { items: { username: string; name: string }[] };

const OPERATORS = [{ $ne: 1 }, { $gt: "" }, { $regex: ".*" }, { $where: "sleep(1000)" }, [], ["alice"]];

let world: World;
let routes: Route[];
beforeAll(async () => {
	world = await startWorld();
	routes = await routesOf(world);
});
afterAll(() => world.stop());

/** All that people and administrators can change. */
async function everythingKept(): Promise<unknown> {
	const names = ["users", "rooms", "memberships", "messages", "settings", "roles", "serverFacts"];
	return Promise.all(names.map((name) => db().collection(name).find().sort({ _id: 1 }).toArray()));
}

function complaints({ body }: Answer<Failure>): { path: string; code: string }[] {
	return body.error?.details?.fields ?? [];
}

/** Each body of the API as it should be, for changing it for the worse. */
function bodies(): { route: Route; body: unknown }[] {
	return routes.flatMap((route) => (route.body ? examples(route.body).map((body) => ({ route, body })) : []));
}

function sendBody({ method, path }: Route, body: unknown): Promise<Answer<Failure>> {
	return world.alice.call<Failure>(method, filled(path), body);
}

test("an operator, a list or a number in the place of any text of any body is refused by the name of that field alone", async () => {
	const before = await everythingKept();
	const accepted: unknown[] = [];
	let tried = 0;
	for (const { route, body } of bodies()) {
		for (const path of leavesOf(body)) {
			for (const evil of [...OPERATORS, 17, null]) {
				if (typeof evil !== "object" && route.path.endsWith("/read")) continue;
				// That is one of its values.
				if (evil === null && path.at(-1) === "doNotDisturbUntil") continue;
				const answer = await sendBody(route, replaced(body, path, evil));
				const named = complaints(answer).every((complaint) => complaint.path.startsWith(path.join(".")));
				const isMeant =
					evil ===
					(["since", "uses", "age"].includes(String(path.at(-1)))
						? 17
						: path.at(-1) === "mutedUntil"
							? null
							: undefined);
				if (!isMeant && !(answer.status === 422 && complaints(answer).length > 0 && named)) {
					accepted.push([route.method, route.path, path.join("."), evil, answer.status, answer.body]);
				}
				tried++;
			}
		}
	}
	expect(accepted).toEqual([]);
	expect(tried).toBeGreaterThan(250);
	expect(await everythingKept()).toEqual(before);
});

test("a field that no schema lists is refused by its name, in each object of each body", async () => {
	const before = await everythingKept();
	const accepted: unknown[] = [];
	for (const { route, body } of bodies()) {
		for (const path of objectsIn(body)) {
			for (const field of ["$where", "roles", "isAdmin", "_id", "constructor", "__proto__"]) {
				// What may hold entries of any name drops this one before anybody sees it.
				if (field === "__proto__" && ["changes", "fields"].includes(String(path.at(-1)))) continue;
				const answer = await sendBody(route, replaced(body, [...path, field], ["admin"]));
				const named = complaints(answer).some((complaint) => complaint.path === [...path, field].join("."));
				if (answer.status !== 422 || !named)
					accepted.push([route.method, route.path, field, answer.status, answer.body]);
			}
		}
	}
	expect(accepted).toEqual([]);
	expect(await everythingKept()).toEqual(before);
});

test("an operator or a second value in any query is refused, never asked of the database", async () => {
	const withQuery = routes.filter(({ query }) => query.length > 0);
	expect(withQuery.length).toBeGreaterThan(4);
	const { rooms } = await world.alice.get<Bootstrap>("/api/bootstrap");
	const accepted: string[] = [];
	const room = rooms[0]?.id ?? "";
	const { id: message } = await world.alice.post<Message>(`/api/rooms/${room}/messages`, { text: "the premise" });
	for (const { path, query } of withQuery) {
		const address = filled(path, { id: path.startsWith("/api/messages/") ? message : room });
		const needed = query.filter(({ required }) => required).map(({ name }) => `${name}=1`);
		// It takes anything, but not nothing.
		if (path.startsWith("/api/search")) needed.push("q=tide");
		// There are no such pictures.
		const whole = /\/(avatar|emoji)\//.test(path) ? 404 : 200;
		expect((await world.alice.call("GET", `${address}?${needed.join("&")}`)).status).toBe(whole);
		for (const { name } of query) {
			const others = needed.filter((one) => !one.startsWith(`${name}=`));
			for (const evil of [
				`${name}[$ne]=1`,
				`${name}[$gt]=`,
				`${name}[]=1`,
				`${name}=1&${name}=2`,
				`${name}[$regex]=.*`,
			]) {
				const { status } = await world.alice.call("GET", `${address}?${[...others, evil].join("&")}`);
				if (status !== 422) accepted.push(`${address}?${evil}: ${status}`);
			}
		}
	}
	expect(accepted).toEqual([]);
});

test("an operator in a path is the id of nothing", async () => {
	const ids = ['{"$ne":1}', '{"$gt":""}', "[object Object]", "%00", "\u0000", "@", '@{"$gt":""}', "@\u0000"];
	const wrong: unknown[] = [];
	for (const { method, path, query, body } of routes.filter((route) => route.path.includes("{"))) {
		const needed = query.filter(({ required }) => required).map(({ name }) => `${name}=1`);
		for (const id of ids) {
			const example = body ? examples(body)[0] : undefined;
			const address = path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
			const answer = await rawRequest(`${world.url}${address}?${needed.join("&")}`, {
				method,
				headers: {
					authorization: `Bearer ${world.alice.token}`,
					...(example !== undefined && { "content-type": "application/json" }),
				},
				...(example !== undefined && { body: JSON.stringify(example) }),
			});
			// What is to be made has no name that is not one.
			const expected = method === "PUT" && path === "/api/emoji/{name}" ? 422 : 404;
			if (answer.status !== expected) wrong.push([method, path, id, answer.status, answer.body.slice(0, 200)]);
		}
	}
	expect(wrong).toEqual([]);
});

test("an operator in the place of a token signs nobody in", async () => {
	expect((await world.call("GET", "/api/me", { headers: { authorization: `Bearer ${world.bob.token}` } })).status).toBe(
		200,
	);
	for (const token of ['{"$ne":""}', "{$gt:}", "[object Object]", "", "*", `${world.bob.token}x`, "a".repeat(5_000)]) {
		expect((await world.call("GET", "/api/me", { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
		expect(
			(await world.call("GET", "/api/me", { headers: { cookie: `next-auth.session-token=${token}` } })).status,
		).toBe(401);
	}
	expect((await world.call("GET", "/api/me", { headers: { authorization: `Basic ${world.bob.token}` } })).status).toBe(
		401,
	);
});

test("nobody becomes more than he is by naming it in a request", async () => {
	const mine = await world.bob.get<Me>("/api/me");
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "harbour" });
	const before = await everythingKept();
	const person = {
		name: "Mallory",
		username: "mallory",
		email: "mallory@brackwater.example",
		password: "mallory has a long one",
	};
	const asUser = {
		roles: ["admin"],
		kind: "bot",
		active: true,
		permissions: ["settings-manage"],
		emailVerified: true,
		passwordHash: "x",
		source: "ldap",
		id: world.alice.id,
		_id: world.alice.id,
		createdAt: "2020-01-01T00:00:00.000Z",
	};
	const asRoom = {
		lastSeq: 0,
		rev: 0,
		memberCount: 1_000,
		createdBy: world.alice.id,
		archived: false,
		isDefault: true,
		membership: { role: "owner" },
		open: [],
		directKey: "x",
		deletedAt: null,
		id: "another-room",
	};
	const attempts: [method: string, path: string, body: Record<string, unknown>, more: Record<string, unknown>][] = [
		["POST", "/api/registrations", person, asUser],
		["PATCH", "/api/me", { name: "Bob" }, asUser],
		["PATCH", "/api/me", { name: "Bob" }, { fieldKeys: ["team=docks"], searchKeys: ["alice"] }],
		["PUT", "/api/me/status", { state: "auto" }, asUser],
		[
			"PUT",
			"/api/me/password",
			{ current: world.bob.password, next: "another long password" },
			{ userId: world.alice.id },
		],
		["POST", "/api/rooms", { kind: "public", name: "quay" }, asRoom],
		["PATCH", `/api/rooms/${room.id}`, { topic: "Ships" }, asRoom],
		["POST", `/api/rooms/${room.id}/members`, { userIds: [world.carol.id] }, { role: "owner", userId: world.carol.id }],
		[
			"PATCH",
			`/api/rooms/${room.id}/members/${world.bob.id}`,
			{ role: "owner" },
			{ userId: world.carol.id, roomId: "x" },
		],
		[
			"POST",
			`/api/rooms/${room.id}/messages`,
			{ text: "ahoy" },
			{
				authorId: world.alice.id,
				author: { id: world.alice.id },
				seq: 1,
				rev: 1,
				at: "2020-01-01T00:00:00.000Z",
				kind: "notice",
				notice: {},
				editedAt: null,
			},
		],
		["PUT", `/api/rooms/${room.id}/read`, { seq: 0 }, { userId: world.alice.id, unread: 0 }],
	];
	for (const [method, path, body, more] of attempts) {
		for (const [field, value] of Object.entries(more)) {
			const answer = await world.bob.call<Failure>(method, path, { ...body, [field]: value });
			expect([path, field, answer.status, complaints(answer)]).toEqual([
				path,
				field,
				422,
				[expect.objectContaining({ path: field, code: "unknown-field" })],
			]);
		}
	}
	for (const [field, value] of Object.entries(asUser)) {
		const answer = await world.call<Failure>("POST", "/api/setup", {
			body: { siteName: "Mine", admin: { ...person, [field]: value } },
		});
		expect([answer.status, complaints(answer)]).toEqual([
			422,
			[expect.objectContaining({ path: `admin.${field}`, code: "unknown-field" })],
		]);
	}
	expect(await everythingKept()).toEqual(before);
	expect(await world.bob.get<Me>("/api/me")).toEqual(mine);
});

test("a body of more than a megabyte is refused, with and without a length that says so, and the server goes on", async () => {
	const path = `/api/rooms/${world.general.id}/messages`;
	const send = (size: number, chunked: boolean) =>
		rawRequest(`${world.url}${path}`, {
			method: "POST",
			headers: { authorization: `Bearer ${world.bob.token}`, "content-type": "application/json" },
			body: JSON.stringify({ text: "x".repeat(size - '{"text":""}'.length) }),
			chunked,
		});
	for (const chunked of [false, true]) {
		expect((await send(200, chunked)).status).toBe(201);
		expect((await send(MAX_JSON_BYTES, chunked)).status).toBe(422);
		const refused = await send(MAX_JSON_BYTES + 1, chunked);
		expect([refused.status, JSON.parse(refused.body).error.code]).toEqual([413, "too-large"]);
	}
	expect((await world.bob.call("GET", "/api/me")).status).toBe(200);
});

test("what is nested deeper than twenty levels is refused before any schema sees it", async () => {
	const nested = (levels: number) => `{"name":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
	const patch = (body: string) => world.bob.call<Failure>("PATCH", "/api/me", body);
	expect(await patch(nested(MAX_JSON_DEPTH))).toMatchObject({ status: 422 });
	expect(await patch(nested(MAX_JSON_DEPTH + 1))).toMatchObject({ status: 400, body: { error: { code: "bad-json" } } });
	expect(await patch(nested(400_000))).toMatchObject({ status: 400, body: { error: { code: "bad-json" } } });
});

test("a list of hundreds of thousands of values is no more than wrong", async () => {
	const wide = `{"name":[${"0,".repeat(450_000)}0]}`;
	expect((await world.bob.call<Failure>("PATCH", "/api/me", wide)).status).toBe(422);
	const keys = `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":0`).join(",")}}`;
	const answer = await world.bob.call<Failure>("PATCH", "/api/me", keys);
	expect([answer.status, complaints(answer).length]).toEqual([422, 100]);
});

test("regular expressions in a search are looked for letter by letter", async () => {
	const tower = await world.register("a.b");
	await world.register("axb");
	await world.alice.post("/api/rooms", { kind: "public", name: "re.d" });
	await world.alice.post("/api/rooms", { kind: "public", name: "read" });
	const people = async (query: string) =>
		(await world.bob.get<Found>(`/api/users?query=${encodeURIComponent(query)}`)).items.map(({ username }) => username);
	const rooms = async (query: string) =>
		(await world.bob.get<Found>(`/api/rooms?query=${encodeURIComponent(query)}`)).items.map(({ name }) => name);
	expect(await people("a.")).toEqual([tower.username]);
	expect(await people("a")).toContain("axb");
	expect(await rooms("re.d")).toEqual(["re.d"]);
	expect(await rooms("rea")).toEqual(["read"]);
	for (const pattern of [
		".*",
		"^",
		"$",
		".",
		"a|b",
		"[a-z]",
		"(?i)ALICE",
		"\\w",
		"\\",
		"(",
		"*",
		"a{1,}",
		"x#y",
		"\\Qa\\E",
	]) {
		const found = [...(await people(pattern)), ...(await rooms(pattern))];
		expect([pattern, found]).toEqual([pattern, pattern === "." ? ["re.d"] : []]);
	}
});

test("an expression that would take for ever takes no time", async () => {
	const slow = await world.register(`${"a".repeat(40)}b`);
	expect((await world.bob.get<Found>(`/api/users?query=${slow.username}`)).items).toHaveLength(1);
	const took: number[] = [];
	// The shortest counts: the machine may be busy with other things.
	for (let i = 0; i < 5; i++) {
		const begun = performance.now();
		const { items } = await world.bob.get<Found>(`/api/users?query=${encodeURIComponent("(a+)+$")}`);
		expect(items).toEqual([]);
		took.push(performance.now() - begun);
	}
	expect(Math.min(...took)).toBeLessThan(500);
	expect((await world.bob.call("GET", `/api/users?query=${"a".repeat(101)}`)).status).toBe(422);
	expect((await world.bob.call("GET", `/api/rooms?query=${"a".repeat(101)}`)).status).toBe(422);
});

test("letters that databases trip over are letters like others in a search, and never an error of the server", async () => {
	for (const letters of ["\u0000", "a\u0000b", "\ufffe", "\u202e", "👩‍👩‍👧", "ﬀ", "İ"]) {
		for (const list of ["users", "rooms"]) {
			const { status } = await world.bob.call("GET", `/api/${list}?query=${encodeURIComponent(letters)}`);
			expect([list, letters, status]).toEqual([list, letters, 200]);
		}
	}
	const audit = await world.alice.call("GET", `/api/admin/audit?query=${encodeURIComponent("\u0000")}`);
	expect(audit.status).toBe(200);
});

test("half letters and zero bytes in a text are kept or refused, and break nothing", async () => {
	for (const text of ["\ud800", "a\u0000b", "\udfff\ud800", "\u202e"]) {
		const sent = await world.bob.call<{ id: string }>("POST", `/api/rooms/${world.general.id}/messages`, { text });
		expect([JSON.stringify(text), sent.status]).toEqual([JSON.stringify(text), 201]);
		expect((await world.carol.call("GET", `/api/messages/${sent.body.id}`)).status).toBe(200);
		const named = await world.bob.call("PATCH", "/api/me", { bio: text });
		expect(named.status).toBe(200);
	}
	for (const password of ["\ud800".repeat(12), `${"\u0000".repeat(6)}abcdefgh`]) {
		expect((await world.call("POST", "/api/login", { body: { login: "bob", password } })).status).toBe(401);
	}
});

test("a cursor that no list gave is refused, also one that was made with care", async () => {
	const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
	const lists = [
		"/api/users?",
		"/api/rooms?",
		"/api/rooms?sort=members&",
		"/api/rooms?sort=activity&",
		"/api/admin/audit?",
		`/api/rooms/${world.general.id}/members?`,
	];
	for (const list of lists) {
		for (const cursor of [
			"nonsense",
			"%00",
			"e30",
			"W10",
			made(1, 2),
			made({ $gt: "" }, { $gt: "" }),
			made("a", "b", "c"),
			made(null),
		]) {
			const { status } = await world.alice.call("GET", `${list}cursor=${cursor}`);
			expect([list, cursor, status]).toEqual([list, cursor, 422]);
		}
		for (const cursor of [
			made("x"),
			made("x", "y"),
			made("", ""),
			made("\ud800", "\u0000"),
			made("9".repeat(40), "y"),
		]) {
			const { status } = await world.alice.call("GET", `${list}cursor=${cursor}`);
			expect([list, cursor, [200, 422].includes(status)]).toEqual([list, cursor, true]);
		}
	}
});

test("only JSON is taken, and only when it is JSON", async () => {
	const patch = (contentType: string, body: string) =>
		rawRequest(`${world.url}/api/me`, {
			method: "PATCH",
			headers: { authorization: `Bearer ${world.bob.token}`, ...(contentType && { "content-type": contentType }) },
			body,
		});
	expect((await patch("application/json; charset=utf-8", '{"bio":"Sails."}')).status).toBe(200);
	for (const type of [
		"text/plain",
		"application/x-www-form-urlencoded",
		"multipart/form-data; boundary=x",
		"application/jsonp",
		"",
	]) {
		expect([type, (await patch(type, '{"bio":"Sails."}')).status]).toEqual([type, 415]);
	}
	for (const text of ["{", "{'bio':'x'}", '{"bio":}', "\u0000", '{"bio":"x"}{"bio":"y"}', "undefined"]) {
		expect([text, (await patch("application/json", text)).status]).toEqual([text, 400]);
	}
	for (const text of ["null", "[]", "17", '"text"']) {
		expect([text, (await patch("application/json", text)).status]).toEqual([text, 422]);
	}
});

test("an error tells a code and a sentence, and nothing of the server's inside", async () => {
	const inside = /node_modules|file:\/\/|\.ts\b|\.mjs\b|\bat \S+ \(|\/lib\/|mongo|Error:|stack|bson/i;
	const answers = [
		await world.bob.call("GET", "/api/nothing/here"),
		await world.bob.call("PATCH", "/api/me", "{"),
		await world.bob.call("PATCH", "/api/me", { name: { $ne: 1 } }),
		await world.bob.call("GET", "/api/rooms/nothing"),
		await world.bob.call("GET", `/api/users/${"x".repeat(200)}`),
		await world.bob.call("GET", "/api/admin/settings"),
		await world.bob.call("POST", "/api/rooms", { kind: "direct", members: ["nobody"] }),
	];
	for (const { status, body } of answers) {
		expect(status).toBeGreaterThanOrEqual(400);
		expect(
			Object.keys((body as Failure).error)
				.sort()
				.slice(0, 2),
		).toEqual(["code", status === 422 ? "details" : "message"]);
		expect(JSON.stringify(body)).not.toMatch(inside);
	}
	expect((await world.bob.call<User>("GET", "/api/me")).status).toBe(200);
	vi.spyOn(db(), "collection").mockImplementation(() => {
		throw new Error("mongodb://root:hunter2@db:27017 refused users.find");
	});
	const failed = await world.bob.call("GET", "/api/rooms");
	expect(failed).toMatchObject({
		status: 500,
		body: {
			error: { code: "internal-error", message: "Something went wrong on the server. Its log has the details." },
		},
	});
	expect(JSON.stringify(failed.body)).not.toMatch(/hunter2|users\.find/);
});
