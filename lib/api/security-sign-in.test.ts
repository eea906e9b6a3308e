/** Guessing passwords and asking who exists. The server trusts a proxy on this machine, so that each test has addresses of its own. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { users } from "../../models/user.ts";
import { processorMsOf } from "../../test/processor-time.ts";
import { type Answer, type Person, startWorld, type World } from "../../test/world.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Settings } from "../shared/schemas/server.ts";

type Failure = {
	error: { code: string; details?: { fields?: { path: string; code: string }[]; retryAfterSeconds?: number } };
};

const verified = vi.hoisted(() => ({ times: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
	const real = await original<typeof import("@node-rs/argon2")>();
	return {
		...real,
		verify: (...args: Parameters<typeof real.verify>) => {
			verified.times++;
			return real.verify(...args);
		},
	};
});

let world: World;
beforeAll(async () => {
	world = await startWorld({ rateLimits: "on", env: { TRUST_PROXY: "loopback" } });
});
afterAll(() => world.stop());

let addresses = 0;
/** One that no test has used. */
function newAddress(): string {
	return `198.51.100.${++addresses}`;
}

function from(address: string, method: string, path: string, body: unknown): Promise<Answer<Failure>> {
	return world.call<Failure>(method, path, { body, headers: { "x-forwarded-for": address } });
}

function login(name: string, password: string, address = newAddress()): Promise<Answer<Failure>> {
	return from(address, "POST", "/api/login", { login: name, password });
}

async function statuses(answers: Promise<Answer<unknown>>[]): Promise<Record<number, number>> {
	const counts: Record<number, number> = {};
	for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

const times = <Result>(count: number, one: (i: number) => Result): Result[] =>
	Array.from({ length: count }, (_, i) => one(i));

async function change(changes: Record<string, unknown>): Promise<void> {
	const { status } = await world.alice.call("PATCH", "/api/admin/settings", { changes });
	expect(status).toBe(200);
}

test("a wrong password, a name of nobody and an account that is closed answer alike, letter by letter", async () => {
	const closed = await world.register("claire");
	await users().updateOne({ _id: closed.id }, { $set: { active: false } });
	const answers = [
		await login("carol", "not her password"),
		await login("carol@brackwater.example", "not her password"),
		await login("claire", "not her password"),
		await login("nobody", "not her password"),
		await login("nobody@brackwater.example", "not her password"),
		await login("carol", ""),
		await login("nobody", ""),
	];
	for (const { status, body, headers } of answers) {
		expect([status, body]).toEqual([401, answers[0]?.body]);
		expect([...headers.keys()].sort()).toEqual([...(answers[0]?.headers.keys() ?? [])].sort());
	}
	expect((await login("carol", world.carol.password)).status).toBe(200);
});

test("a name of nobody costs the same work and about the same time as one that exists", async () => {
	type Attempt = { tookMs: number; verified: number };
	const attempt = async (name: string): Promise<Attempt> => {
		const before = verified.times;
		const tookMs = await processorMsOf(async () => {
			expect((await login(name, "not the password")).status).toBe(401);
		});
		return { tookMs, verified: verified.times - before };
	};
	await world.register("tess");
	await change({ Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User: 100 });
	await attempt("nobody");
	const known: Attempt[] = [];
	const unknown: Attempt[] = [];
	for (let i = 0; i < 15; i++) {
		known.push(await attempt("tess"));
		unknown.push(await attempt(`nobody-${i}`));
	}
	await change({ Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User: 10 });
	for (const one of [...known, ...unknown]) expect(one.verified).toBe(1);
	const median = (list: Attempt[]) => list.map(({ tookMs }) => tookMs).sort((a, b) => a - b)[7] ?? 0;
	const [a, b] = [median(known), median(unknown)];
	expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(2);
});

test("ten failures lock an account for five minutes, whether it exists or not, wherever they come from", async () => {
	const erin = await world.register("erin");
	const answers: Answer<Failure>[] = [];
	for (const name of ["erin", "nobody-at-all"]) {
		expect(await statuses(times(10, () => login(name, "a wrong guess")))).toEqual({ 401: 10 });
		const locked = await login(name, "a wrong guess");
		expect(locked).toMatchObject({ status: 429, body: { error: { code: "rate-limited" } } });
		const seconds = Number(locked.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(290);
		expect(seconds).toBeLessThanOrEqual(300);
		expect(locked.body.error.details).toEqual({ retryAfterSeconds: seconds });
		answers.push(locked);
	}
	expect(Object.keys(answers[0]?.body.error ?? {})).toEqual(Object.keys(answers[1]?.body.error ?? {}));
	expect((await login("erin", erin.password)).status).toBe(429);
	expect((await login("ERIN", erin.password)).status).toBe(429);
	expect((await erin.call("GET", "/api/me")).status).toBe(200);
});

test("of forty guesses for an account that come at once from everywhere ten are looked at", async () => {
	await world.register("kate");
	for (const name of ["kate", "nobody-else"]) {
		const before = verified.times;
		expect(await statuses(times(40, (i) => login(name, `guess ${i}`, `192.0.2.${i}`)))).toEqual({ 401: 10, 429: 30 });
		expect(verified.times - before).toBe(10);
	}
});

test("signing in sets an account's count back", async () => {
	const finn = await world.register("finn");
	for (let round = 0; round < 2; round++) {
		expect(await statuses(times(9, () => login("finn", "a wrong guess")))).toEqual({ 401: 9 });
		expect((await login("finn", finn.password)).status).toBe(200);
	}
});

test("fifty failures lock an address, and only it; those who sign in rightly do not pay", async () => {
	const office = newAddress();
	const gina = await world.register("gina");
	await change({ Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip: 5 });
	for (let i = 0; i < 6; i++) expect((await login("gina", gina.password, office)).status).toBe(200);
	await change({ Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip: 50 });
	expect(await statuses(times(50, (i) => login(`name-${i}`, "a wrong guess", office)))).toEqual({ 401: 50 });
	const locked = await login("gina", gina.password, office);
	expect([locked.status, locked.body.error.code]).toEqual([429, "rate-limited"]);
	expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(200);
	expect((await login("gina", gina.password)).status).toBe(200);
});

test("of guesses for many accounts that one address sends at once fifty are answered, right or wrong", async () => {
	const attacker = newAddress();
	const lena = await world.register("lena");
	const guesses = times(80, (i) => login(`spray-${i}`, "Summer2026!", attacker));
	expect(await statuses(guesses)).toEqual({ 401: 50, 429: 30 });
	expect((await login("lena", lena.password, attacker)).status).toBe(429);
	expect((await login("lena", lena.password)).status).toBe(200);
});

test("the proxy's word for an address counts from the nearest hop: what a client puts before it does not", async () => {
	const client = newAddress();
	const spoofed = (i: number) => (i % 2 ? `203.0.113.${i}, ${client}` : `203.0.113.${i}, ${client}, 127.0.0.1`);
	expect(await statuses(times(50, (i) => login(`hop-${i}`, "a wrong guess", spoofed(i))))).toEqual({ 401: 50 });
	expect((await login("hop", "a wrong guess", `203.0.113.99, ${client}`)).status).toBe(429);
	expect((await login("hop", "a wrong guess", `${client}, ${newAddress()}`)).status).toBe(401);
	expect((await login("hop", "a wrong guess", `::ffff:${client}`)).status).toBe(429);
});

test("an address asks for thirty accounts an hour", async () => {
	const address = newAddress();
	const ask = (from_: string) =>
		from(from_, "POST", "/api/registrations", {
			name: "Bob",
			username: "bob",
			email: "b@b.example",
			password: "a long password",
		});
	expect(await statuses(times(30, () => ask(address)))).toEqual({ 409: 30 });
	const refused = await ask(address);
	expect([refused.status, refused.body.error.code]).toEqual([429, "rate-limited"]);
	expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_500);
	expect((await ask(newAddress())).status).toBe(409);
});

test("a person writes, edits and deletes sixty messages in ten seconds, and the others are not held up by it", async () => {
	const path = `/api/rooms/${world.general.id}/messages`;
	const first = await world.bob.post<Message>(path, { text: "1" });
	const edit = () => world.bob.call("PATCH", `/api/messages/${first.id}`, { text: "again" });
	expect(
		await statuses([...times(54, (i) => world.bob.call("POST", path, { text: `${i}` })), ...times(5, edit)]),
	).toEqual({
		200: 5,
		201: 54,
	});
	for (const refused of [await world.bob.call("POST", path, { text: "61" }), await edit()]) {
		expect(refused).toMatchObject({ status: 429, body: { error: { code: "rate-limited" } } });
		const seconds = Number(refused.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(10);
	}
	expect((await world.bob.call("DELETE", `/api/messages/${first.id}`)).status).toBe(429);
	expect((await world.bob.call("GET", "/api/me")).status).toBe(200);
	expect((await world.carol.call("POST", path, { text: "calm" })).status).toBe(201);
});

test("reads and changes of a person are limited as the settings say, by each device together", async () => {
	await change({ Rate_Limit_Reads_Per_Minute: 20, Rate_Limit_Changes_Per_Minute: 5 });
	const hugo = await world.register("hugo");
	const tablet = await world.signIn("hugo", hugo.password);
	expect(await statuses(times(21, (i) => (i % 2 ? hugo : tablet).call("GET", "/api/me")))).toEqual({ 200: 20, 429: 1 });
	const rename = (person: Person) => person.call("PATCH", "/api/me", { bio: "Oars." });
	expect(await statuses(times(6, (i) => rename(i % 2 ? hugo : tablet)))).toEqual({ 200: 5, 429: 1 });
	expect((await world.carol.call("GET", "/api/me")).status).toBe(200);
	await change({ Rate_Limit_Reads_Per_Minute: 600, Rate_Limit_Changes_Per_Minute: 300 });
	expect((await hugo.call("GET", "/api/me")).status).toBe(200);
});

test("a password that is asked for again can be guessed ten times", async () => {
	const ivy = await world.register("ivy");
	const guess = (current: string) =>
		ivy.call<Failure>("PUT", "/api/me/password", { current, next: "quite another password" });
	expect(await statuses(times(10, (i) => guess(`guess ${i}`)))).toEqual({ 422: 10 });
	expect((await guess(ivy.password)).status).toBe(429);
});

test("passwords that are short, common, or one's own name or address are refused by the name of their field", async () => {
	const person = { name: "Josephine Baker", username: "josephine.b", email: "josephine.baker@brackwater.example" };
	const weak = [
		"short",
		"123456789",
		"iloveyou123",
		"1234567890",
		"aaaaaaaaaaaaaa",
		"josephine.b",
		"JOSEPHINE BAKER",
		person.email,
		"Josephine.Baker",
	];
	for (const password of weak) {
		const answer = await from(newAddress(), "POST", "/api/registrations", { ...person, password });
		expect([password, answer.status, answer.body.error.details?.fields?.[0]]).toEqual([
			password,
			422,
			expect.objectContaining({ path: "password", code: "weak-password" }),
		]);
	}
	const long = await from(newAddress(), "POST", "/api/registrations", { ...person, password: "x y".repeat(100) });
	expect(long.status).toBe(422);
	const kim = await world.register("kim");
	for (const next of ["short", "1234567890", "kim@brackwater.example"]) {
		const answer = await kim.call<Failure>("PUT", "/api/me/password", { current: kim.password, next });
		expect([answer.status, answer.body.error.details?.fields?.[0]]).toEqual([
			422,
			expect.objectContaining({ path: "next", code: "weak-password" }),
		]);
	}
	expect(
		(await from(newAddress(), "POST", "/api/registrations", { ...person, password: "four words and one" })).status,
	).toBe(201);
	expect((await login("josephine.b", "four words and one")).status).toBe(200);
	expect((await login("josephine.b", "Four words and one")).status).toBe(401);
});

test("the same letters are the same password however they were typed, and no letter of it is cut off", async () => {
	const password = "caf\u00e9 \u2460 au lait";
	const person = { name: "Lou", username: "lou", email: "lou@brackwater.example", password };
	expect((await from(newAddress(), "POST", "/api/registrations", person)).status).toBe(201);
	expect((await login("lou", password.normalize("NFD"))).status).toBe(200);
	expect((await login("lou", password.slice(0, -1))).status).toBe(401);
	expect((await login("lou", `${password} `)).status).toBe(401);
	const longest = `${"long ".repeat(51)}!`;
	expect(longest).toHaveLength(256);
	const max = { name: "Max", username: "max", email: "max@brackwater.example", password: longest };
	expect((await from(newAddress(), "POST", "/api/registrations", max)).status).toBe(201);
	expect((await login("max", longest)).status).toBe(200);
	expect((await login("max", `${longest.slice(0, -1)}?`)).status).toBe(401);
});

test("names are the same in any case and form, and cannot be taken twice", async () => {
	const register = (username: string, email: string) =>
		from(newAddress(), "POST", "/api/registrations", { name: "Zoé", username, email, password: "a long enough one" });
	expect((await register("Zo\u00e9", "zoe@brackwater.example")).status).toBe(201);
	for (const username of ["zo\u00e9", "ZO\u00c9", "Zoe\u0301", "ｚｏé"]) {
		expect([username, (await register(username, "other@brackwater.example")).body.error?.code]).toEqual([
			username,
			"username-taken",
		]);
	}
	expect((await register("zoe-2", "ZOE@Brackwater.example")).body.error.code).toBe("email-taken");
	expect((await login("zoe\u0301", "a long enough one")).status).toBe(200);
	expect((await login("Zoe@BRACKWATER.example", "a long enough one")).status).toBe(200);
});

test("where registration is closed nobody registers, and it is told before anything is looked at", async () => {
	await change({ Accounts_RegistrationForm: "Disabled" });
	const person = { name: "Nora", username: "bob", email: "nora@brackwater.example", password: "weak" };
	expect((await from(newAddress(), "POST", "/api/registrations", person)).body.error.code).toBe("registration-closed");
	await change({ Accounts_RegistrationForm: "Public" });
	expect((await from(newAddress(), "POST", "/api/registrations", person)).body.error.code).toBe("username-taken");
});

test("the limits that are asked for are the ones that a new server has", async () => {
	const { sections } = await world.alice.get<Settings>("/api/admin/settings");
	const defaults = Object.fromEntries(sections.flatMap(({ settings }) => settings).map((one) => [one.id, one.default]));
	expect(defaults).toMatchObject({
		Block_Multiple_Failed_Logins_Enabled: true,
		Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User: 10,
		Block_Multiple_Failed_Logins_Time_To_Unblock_By_User_In_Minutes: 5,
		Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip: 50,
		Block_Multiple_Failed_Logins_Time_To_Unblock_By_Ip_In_Minutes: 5,
		Rate_Limiter_Limit_RegisterUser: 30,
		Rate_Limit_Messages_Per_10_Seconds: 60,
		Rate_Limit_Reads_Per_Minute: 600,
	});
	const room = await world.carol.get<RoomView>(`/api/rooms/${world.general.id}`);
	expect(room.membership).not.toBeNull();
});

test("a locked name does not tell which mail address belongs to it, and signing in sets both back", async () => {
	const person = await world.register("linnea");
	expect(await statuses(times(10, () => login("linnea", "wrong")))).toEqual({ 401: 10 });
	expect((await login("linnea", person.password)).status).toBe(429);
	const own = await login("linnea@brackwater.example", "wrong");
	const strangers = await login("nobody@brackwater.example", "wrong");
	expect([own.status, own.body]).toEqual([strangers.status, strangers.body]);
	expect(own.status).toBe(401);

	expect((await login("linnea@brackwater.example", person.password)).status).toBe(200);
	expect((await login("linnea", person.password)).status).toBe(200);
});
