/** A session that has ended is over within a second everywhere: for requests, and for sockets that are open already. */
import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sessions } from "../../models/session.ts";
import { users } from "../../models/user.ts";
import { cookie, pageSession } from "../../test/page-session.ts";
import {
	type Answer,
	connect,
	type Listener,
	makePerson,
	type Person,
	startWorld,
	type World,
} from "../../test/world.ts";
import { createSession, endSession } from "../auth/sessions.ts";
import { db } from "../db/client.ts";
import { socketServer } from "../realtime/publish.ts";
import type { Session, SignedIn } from "../shared/schemas/user.ts";

type Failure = { error: { code: string; message: string; details?: { fields?: { path: string; code: string }[] } } };

/** From the answer that a session has ended to the end of its sockets. */
const AT_ONCE_MS = 1_000;

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

const again = (person: Person) => world.signIn(person.username, person.password);
const status = async (person: Person) => (await person.call("GET", "/api/me")).status;
const sessionsOf = async (person: Person) => (await person.get<{ items: Session[] }>("/api/me/sessions")).items;

/** Resolves with what the socket heard last, and when it was closed. */
function closing(listener: Listener): Promise<{ last: Listener["events"][number] | undefined; at: number }> {
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error("The socket stayed open.")), 3 * AT_ONCE_MS);
		listener.socket.once("disconnect", () => {
			clearTimeout(late);
			resolve({ last: listener.events.at(-1), at: performance.now() });
		});
	});
}

async function expectEnded(listener: Listener, reason: string, end: () => Promise<unknown>): Promise<void> {
	const closed = closing(listener);
	await end();
	const answered = performance.now();
	const { last, at } = await closed;
	expect(last).toEqual({ name: "session:ended", payload: { reason } });
	expect(at - answered).toBeLessThan(AT_ONCE_MS);
}

test("signing out ends this session and its sockets at once, and no other session of the person", async () => {
	const [here, there] = [await again(world.bob), await again(world.bob)];
	const [socket, other] = [await here.connect(), await there.connect()];
	expect([await status(here), await status(there)]).toEqual([200, 200]);
	await expectEnded(socket, "logout", () => here.call("POST", "/api/logout"));
	expect([await status(here), await status(there)]).toEqual([401, 200]);
	expect(other.socket.connected).toBe(true);
	expect(await here.connect().catch((error: { data: unknown }) => error.data)).toEqual({ code: "not-signed-in" });
	other.close();
});

test("a page's session ends like a program's, with its cookie", async () => {
	const page = await pageSession(world.bob.id);
	const headers = { cookie: cookie(page), origin: world.url };
	const ask = () => world.call("GET", "/api/me", { headers });
	const socket = await connect(world.url, { extraHeaders: headers });
	expect((await ask()).status).toBe(200);
	await expectEnded(socket, "logout", () => world.call("POST", "/api/logout", { headers }));
	expect((await ask()).status).toBe(401);
});

test("a session that is ended from the list of sessions is over at once", async () => {
	const lost = await again(world.bob);
	const socket = await lost.connect();
	const before = await sessionsOf(world.bob);
	const mine = before.find(({ current }) => current);
	const [newest] = before.filter(({ current }) => !current).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
	expect(mine).toBeDefined();
	await expectEnded(socket, "ended", () => world.bob.call("DELETE", `/api/me/sessions/${newest?.id}`));
	expect([await status(lost), await status(world.bob)]).toEqual([401, 200]);
	expect((await sessionsOf(world.bob)).map(({ id }) => id)).not.toContain(newest?.id);
});

test("all other sessions end together, one's own stays", async () => {
	const others = [await again(world.carol), await again(world.carol)];
	const sockets = await Promise.all(others.map((other) => other.connect()));
	const own = await world.carol.connect();
	const closed = sockets.map(closing);
	expect((await world.carol.call("DELETE", "/api/me/sessions")).status).toBe(204);
	for (const { last } of await Promise.all(closed))
		expect(last).toEqual({ name: "session:ended", payload: { reason: "ended" } });
	for (const other of others) expect(await status(other)).toBe(401);
	expect(await status(world.carol)).toBe(200);
	expect(own.socket.connected).toBe(true);
	expect(await sessionsOf(world.carol)).toHaveLength(1);
	own.close();
});

test("another password ends the other sessions at once, and the old one opens nothing", async () => {
	const erin = await world.register("erin");
	const other = await again(erin);
	const [socket, own] = [await other.connect(), await erin.connect()];
	const page = await pageSession(erin.id);
	const next = "an altogether different one";
	const wrong = await erin.call<Failure>("PUT", "/api/me/password", { current: "not hers at all", next });
	expect([wrong.status, wrong.body.error.details?.fields?.[0]]).toEqual([
		422,
		expect.objectContaining({ path: "current", code: "wrong-password" }),
	]);
	expect(await status(other)).toBe(200);

	await expectEnded(socket, "password-changed", () =>
		erin.call("PUT", "/api/me/password", { current: erin.password, next }),
	);
	expect([await status(other), await status(erin)]).toEqual([401, 200]);
	expect((await world.call("GET", "/api/me", { headers: { cookie: cookie(page) } })).status).toBe(401);
	expect(own.socket.connected).toBe(true);
	expect((await world.call("POST", "/api/login", { body: { login: "erin", password: erin.password } })).status).toBe(
		401,
	);
	expect((await world.call("POST", "/api/login", { body: { login: "erin", password: next } })).status).toBe(200);
	own.close();
});

test("another mail address needs the password too: an unlocked screen is not its owner", async () => {
	const change = (body: Record<string, string>) => world.carol.call<Failure>("PATCH", "/api/me", body);
	const email = "carol@elsewhere.example";
	expect((await change({ email })).body.error.details?.fields?.[0]).toMatchObject({
		path: "password",
		code: "wrong-password",
	});
	for (const password of ["", "not hers", world.bob.password]) {
		const answer = await change({ email, password });
		expect([answer.status, answer.body.error.details?.fields?.[0]?.code]).toEqual([422, "wrong-password"]);
	}
	expect((await change({ email: "CAROL@brackwater.example" })).status).toBe(200);
	expect((await change({ email, password: world.carol.password })).status).toBe(200);
	expect(
		(await world.call("POST", "/api/login", { body: { login: email, password: world.carol.password } })).status,
	).toBe(200);
});

test("nobody ends or sees another person's session, and its id answers like that of nothing", async () => {
	const [his] = await sessionsOf(world.bob);
	const stranger: Answer<Failure> = await world.alice.call("DELETE", `/api/me/sessions/${his?.id}`);
	const nothing: Answer<Failure> = await world.alice.call("DELETE", "/api/me/sessions/nothing");
	expect([stranger.status, stranger.body]).toEqual([404, nothing.body]);
	expect(await status(world.bob)).toBe(200);
	expect((await sessionsOf(world.alice)).map(({ id }) => id)).not.toContain(his?.id);
});

test("a session that ends while its socket is being let in closes it all the same", async () => {
	const hasty = await again(world.bob);
	const mine = (await sessionsOf(hasty)).find(({ current }) => current)?.id;
	// Runs after the door's own check and before the socket hears of its session.
	socketServer().io?.use((socket, next) => {
		if (socket.data.sessionId !== mine) return next();
		void endSession(socket.data.sessionId, "logout").then(() => setTimeout(next, 100));
	});
	const socket = io(world.url, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth: { token: hasty.token },
	});
	const events: string[] = [];
	socket.onAny((name: string) => events.push(name));
	await new Promise((resolve) => socket.once("disconnect", resolve));
	expect(events).toEqual(["session:ended"]);
	expect(await status(hasty)).toBe(401);
});

test("a socket that closes while it is being let in leaves nobody behind who seems to be there", async () => {
	const hasty = await world.register("hal");
	const seen = async () => {
		const listener = await world.carol.connect();
		const { people } = await listener.socket.emitWithAck("presence:watch", { userIds: [hasty.id] });
		listener.close();
		return people[0].state;
	};
	const there = await hasty.connect();
	expect(await seen()).toBe("online");
	there.close();
	for (let i = 0; i < 5; i++) {
		const socket = io(world.url, {
			transports: ["websocket"],
			forceNew: true,
			reconnection: false,
			auth: { token: hasty.token },
		});
		await new Promise<void>((resolve) => socket.once("connect", resolve));
		socket.disconnect();
	}
	const open = async () => (await socketServer().io?.fetchSockets())?.filter(({ data }) => data.userId === hasty.id);
	await expect.poll(open).toEqual([]);
	const now = Date.now;
	vi.spyOn(Date, "now").mockImplementation(() => now() + 31_000);
	await expect.poll(seen, { timeout: 3_000 }).toBe("offline");
});

test("a session whose time is over is none, and its sockets are closed when its record goes", async () => {
	const { token, session } = await createSession(world.bob.id, "token", {
		device: "An old phone",
		address: "127.0.0.1",
	});
	const old = makePerson(world.url, { user: await world.bob.get<SignedIn["user"]>("/api/me"), token }, "");
	expect(await status(old)).toBe(200);
	const socket = await old.connect();
	// What MongoDB's expiry index does, once a minute.
	await expectEnded(socket, "expired", () => sessions().deleteOne({ _id: session._id }));
	expect(await status(old)).toBe(401);

	const { token: later, session: over } = await createSession(world.bob.id, "token", {
		device: "Another",
		address: "127.0.0.1",
	});
	await sessions().updateOne({ _id: over._id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
	expect((await world.call("GET", "/api/me", { headers: { authorization: `Bearer ${later}` } })).status).toBe(401);
	expect((await sessionsOf(world.bob)).map(({ id }) => id)).not.toContain(over._id);
});

test("an account that is disabled is out with its next request, and only who knows the password learns why he stays out", async () => {
	const frank = await world.register("frank");
	const login = (password: string, name = "frank") =>
		world.call<Failure>("POST", "/api/login", { body: { login: name, password } });
	expect([await status(frank), (await login(frank.password)).status]).toEqual([200, 200]);
	await users().updateOne({ _id: frank.id }, { $set: { active: false } });
	await expect.poll(() => status(frank), { timeout: 3 * AT_ONCE_MS }).toBe(401);
	expect(await frank.connect().catch((error: { data: unknown }) => error.data)).toEqual({ code: "not-signed-in" });
	expect(await login(frank.password)).toMatchObject({ status: 403, body: { error: { code: "account-disabled" } } });
	const [wrong, nobody] = [await login("not his password"), await login("not his password", "nobody-here")];
	expect([wrong.status, wrong.body]).toEqual([401, nobody.body]);
});

test("tokens have 256 bits, are new at each sign-in, and stand nowhere in the database", async () => {
	const tokens = [await again(world.bob), await again(world.bob), world.bob].map(({ token }) => token);
	expect(new Set(tokens).size).toBe(3);
	for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
	const collections = await db().listCollections({}, { nameOnly: true }).toArray();
	for (const { name } of collections) {
		const text = JSON.stringify(await db().collection(name).find().toArray());
		for (const secret of [...tokens, world.bob.password]) expect([name, text.includes(secret)]).toEqual([name, false]);
	}
	const hashes = await sessions().find({ userId: world.bob.id }).toArray();
	expect(hashes.length).toBeGreaterThan(2);
	for (const { tokenHash } of hashes) {
		expect((await world.call("GET", "/api/me", { headers: { authorization: `Bearer ${tokenHash}` } })).status).toBe(
			401,
		);
	}
});

test("passwords are kept as argon2id of the strength that is asked for, each with a salt of its own", async () => {
	const [erin, alice] = await Promise.all(["erin", "alice"].map((usernameKey) => users().findOne({ usernameKey })));
	for (const person of [erin, alice]) expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(erin?.passwordHash?.split("$")[4]).not.toBe(alice?.passwordHash?.split("$")[4]);
});

test("the list of sessions tells device, address and use, and no token", async () => {
	const items = await sessionsOf(world.alice);
	for (const item of items) {
		expect(Object.keys(item).sort()).toEqual([
			"address",
			"createdAt",
			"current",
			"device",
			"expiresAt",
			"id",
			"lastUsedAt",
		]);
		expect(item).toMatchObject({ address: "127.0.0.1", device: "node" });
	}
	const days = (new Date(items[0]?.expiresAt ?? 0).getTime() - Date.now()) / 86_400_000;
	expect(Math.round(days)).toBe(90);
});
