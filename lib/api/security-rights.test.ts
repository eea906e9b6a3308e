/** Who may do what in a room and in the server; that nobody gives what he has not; and that it is written down. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "../../models/audit-entry.ts";
import { roles as roleDocs } from "../../models/role.ts";
import { users } from "../../models/user.ts";
import { routesOf } from "../../test/openapi.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { Member, RoomView } from "../shared/schemas/room.ts";
import type { AuditEntry, Settings } from "../shared/schemas/server.ts";
import type { Me } from "../shared/schemas/user.ts";

type Failure = { error: { code: string } };

let world: World;
let dave: Person;
let erin: Person;
beforeAll(async () => {
	world = await startWorld();
	dave = await world.register("dave");
	erin = await world.register("erin");
});
afterAll(() => world.stop());

let count = 0;
/** Bob's, with Carol as moderator, Dave and Erin as members. */
async function newRoom(kind: "public" | "private" = "private"): Promise<RoomView> {
	const members = [world.carol.id, dave.id, erin.id];
	const room = await world.bob.post<RoomView>("/api/rooms", { kind, name: `room-${++count}`, members });
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	return room;
}

async function outcome(
	person: Person,
	method: string,
	path: string,
	body?: unknown,
): Promise<[status: number, code: string | undefined]> {
	const answer = await person.call<Partial<Failure> | undefined>(method, path, body);
	return [answer.status, answer.body?.error?.code];
}

async function roles(room: RoomView): Promise<Record<string, string>> {
	const { items } = await world.bob.get<{ items: Member[] }>(`/api/rooms/${room.id}/members`);
	return Object.fromEntries(items.map(({ user, role }) => [user.username, role]));
}

const NOT_ALLOWED = [403, "not-allowed"];

test("a member changes neither the room nor its people, nor what others wrote", async () => {
	const room = await newRoom();
	const message = await world.bob.post<Message>(`/api/rooms/${room.id}/messages`, { text: "Bob's" });
	const attempts: [string, string, unknown?][] = [
		["PATCH", `/api/rooms/${room.id}`, { topic: "Dave's" }],
		["PATCH", `/api/rooms/${room.id}`, { kind: "public" }],
		["PATCH", `/api/rooms/${room.id}`, { default: true }],
		["DELETE", `/api/rooms/${room.id}`],
		["POST", `/api/rooms/${room.id}/archive`],
		["POST", `/api/rooms/${room.id}/unarchive`],
		["POST", `/api/rooms/${room.id}/members`, { userIds: [world.alice.id] }],
		["PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "owner" }],
		["PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "moderator" }],
		["PATCH", `/api/rooms/${room.id}/members/${world.bob.id}`, { role: "member" }],
		["DELETE", `/api/rooms/${room.id}/members/${erin.id}`],
		["DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`],
		["PATCH", `/api/messages/${message.id}`, { text: "Dave's" }],
		["DELETE", `/api/messages/${message.id}`],
	];
	for (const [method, path, body] of attempts) {
		expect([method, path, body, await outcome(dave, method, path, body)]).toEqual([method, path, body, NOT_ALLOWED]);
	}
	expect(await roles(room)).toEqual({ bob: "owner", carol: "moderator", dave: "member", erin: "member" });
	expect((await world.bob.get<Message>(`/api/messages/${message.id}`)).text).toBe("Bob's");
});

test("a moderator moderates members and messages, and gives nobody a role, himself least of all", async () => {
	const room = await newRoom();
	const mine = await world.bob.post<Message>(`/api/rooms/${room.id}/messages`, { text: "Bob's" });
	const { carol } = world;
	expect(await outcome(carol, "PATCH", `/api/rooms/${room.id}`, { topic: "Carol's" })).toEqual([200, undefined]);
	expect(await outcome(carol, "DELETE", `/api/rooms/${room.id}/members/${erin.id}`)).toEqual([204, undefined]);
	expect(await outcome(carol, "POST", `/api/rooms/${room.id}/members`, { userIds: [erin.id] })).toEqual([
		204,
		undefined,
	]);
	expect(await outcome(carol, "DELETE", `/api/messages/${mine.id}`)).toEqual([204, undefined]);
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${erin.id}`, { role: "moderator" });
	const attempts: [string, string, unknown?][] = [
		["PATCH", `/api/rooms/${room.id}/members/${carol.id}`, { role: "owner" }],
		["PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "moderator" }],
		["PATCH", `/api/rooms/${room.id}/members/${world.bob.id}`, { role: "member" }],
		["DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`],
		["DELETE", `/api/rooms/${room.id}/members/${erin.id}`],
		["PATCH", `/api/rooms/${room.id}`, { kind: "public" }],
		["PATCH", `/api/rooms/${room.id}`, { default: true }],
		["POST", `/api/rooms/${room.id}/archive`],
		["DELETE", `/api/rooms/${room.id}`],
	];
	for (const [method, path, body] of attempts) {
		expect([method, path, body, await outcome(carol, method, path, body)]).toEqual([method, path, body, NOT_ALLOWED]);
	}
	expect(await roles(room)).toEqual({ bob: "owner", carol: "moderator", dave: "member", erin: "moderator" });
});

test("an owner may do all of it but make the room one that everybody joins", async () => {
	const room = await newRoom("public");
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${room.id}`, { default: true })).toEqual(NOT_ALLOWED);
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${room.id}`, { default: false, topic: "Ours" })).toEqual([
		200,
		undefined,
	]);
	expect(await outcome(world.alice, "PATCH", `/api/rooms/${room.id}`, { default: true })).toEqual([200, undefined]);
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "owner" })).toEqual([
		204,
		undefined,
	]);
	expect(await outcome(world.bob, "DELETE", `/api/rooms/${room.id}/members/${dave.id}`)).toEqual([204, undefined]);
	expect(await outcome(world.bob, "DELETE", `/api/rooms/${room.id}`)).toEqual([204, undefined]);
});

test("an administrator manages public rooms without being in them, and private ones not at all", async () => {
	const room = await newRoom("public");
	expect(await outcome(world.alice, "PATCH", `/api/rooms/${room.id}`, { topic: "In order" })).toEqual([200, undefined]);
	expect(await outcome(world.alice, "POST", `/api/rooms/${room.id}/messages`, { text: "hello" })).toEqual([
		403,
		"not-a-member",
	]);
	expect(await outcome(world.alice, "DELETE", `/api/rooms/${room.id}/members/${dave.id}`)).toEqual([204, undefined]);
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { kind: "private" });
	expect(await outcome(world.alice, "PATCH", `/api/rooms/${room.id}`, { topic: "Mine" })).toEqual([
		404,
		"room-not-found",
	]);
});

test("the last owner can neither go, step down nor be removed while others stay; the last person may go", async () => {
	const room = await newRoom("public");
	const last = [409, "last-owner"];
	expect(await outcome(world.bob, "POST", `/api/rooms/${room.id}/leave`)).toEqual(last);
	expect(await outcome(world.bob, "DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`)).toEqual(last);
	expect(
		await outcome(world.bob, "PATCH", `/api/rooms/${room.id}/members/${world.bob.id}`, { role: "moderator" }),
	).toEqual(last);
	expect(await outcome(world.alice, "DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`)).toEqual(last);
	expect(
		await outcome(world.alice, "PATCH", `/api/rooms/${room.id}/members/${world.bob.id}`, { role: "member" }),
	).toEqual(last);
	expect(await roles(room)).toMatchObject({ bob: "owner" });
	expect((await world.bob.get<RoomView>(`/api/rooms/${room.id}`)).memberCount).toBe(4);

	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "owner" });
	expect(await outcome(world.bob, "POST", `/api/rooms/${room.id}/leave`)).toEqual([204, undefined]);
	for (const person of [world.carol, erin]) await person.call("POST", `/api/rooms/${room.id}/leave`);
	expect(await outcome(dave, "POST", `/api/rooms/${room.id}/leave`)).toEqual([204, undefined]);
});

test("of two owners who go in the same moment one stays", async () => {
	for (let round = 0; round < 5; round++) {
		const room = await newRoom();
		await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${dave.id}`, { role: "owner" });
		const down = (person: Person) =>
			outcome(person, "PATCH", `/api/rooms/${room.id}/members/${person.id}`, { role: "member" });
		const go = (person: Person) => outcome(person, "POST", `/api/rooms/${room.id}/leave`);
		const outcomes = await Promise.all(round % 2 ? [go(world.bob), go(dave)] : [down(world.bob), go(dave)]);
		const refused = outcomes.filter(([status]) => status >= 400);
		// Who stepped down first is no owner any more, and cannot be asked to stay one.
		expect([round, refused]).toEqual([round, [[409, "last-owner"]]]);
		const { items } = await world.carol.get<{ items: Member[] }>(`/api/rooms/${room.id}/members`);
		expect(items.filter(({ role }) => role === "owner")).toHaveLength(1);
	}
});

test("the people of a direct room are who they are: nobody is added, removed, raised or let go", async () => {
	const talk = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	const attempts: [string, string, unknown?][] = [
		["POST", `/api/rooms/${talk.id}/members`, { userIds: [dave.id] }],
		["DELETE", `/api/rooms/${talk.id}/members/${world.carol.id}`],
		["DELETE", `/api/rooms/${talk.id}/members/${world.bob.id}`],
		["PATCH", `/api/rooms/${talk.id}/members/${world.bob.id}`, { role: "owner" }],
		["PATCH", `/api/rooms/${talk.id}`, { name: "ours" }],
		["PATCH", `/api/rooms/${talk.id}`, { kind: "public" }],
		["POST", `/api/rooms/${talk.id}/leave`],
		["POST", `/api/rooms/${talk.id}/archive`],
		["DELETE", `/api/rooms/${talk.id}`],
	];
	for (const [method, path, body] of attempts) {
		expect([method, path, await outcome(world.bob, method, path, body)]).toEqual([method, path, NOT_ALLOWED]);
	}
	expect((await world.carol.get<RoomView>(`/api/rooms/${talk.id}`)).memberCount).toBe(2);
});

test("the administration is for administrators, each call of it", async () => {
	const routes = (await routesOf(world)).filter(({ path }) => path.startsWith("/api/admin/"));
	expect(routes.length).toBeGreaterThan(2);
	for (const { method, path } of routes) {
		expect([path, await outcome(world.bob, method, path)]).toEqual([path, NOT_ALLOWED]);
		const nobody = await world.call<Failure>(method, path);
		expect([path, nobody.status, nobody.body.error.code]).toEqual([path, 401, "not-signed-in"]);
	}
	expect((await world.alice.call("GET", "/api/admin/settings")).status).toBe(200);
	const { permissions, roles } = await world.bob.get<Me>("/api/me");
	expect(roles).toEqual(["user"]);
	expect(permissions).not.toContain("settings-manage");
});

test("a role that may only manage emoji opens that call of the administration, and no other", async () => {
	const keeper = await world.register("keeper");
	await roleDocs().insertOne({ _id: "keepers", name: "Keepers", permissions: ["emoji-manage"], builtIn: false });
	expect(await outcome(keeper, "DELETE", "/api/emoji/heron")).toEqual(NOT_ALLOWED);
	await users().updateOne({ _id: keeper.id }, { $set: { roles: ["user", "keepers"] } });
	await expect.poll(async () => (await keeper.get<Me>("/api/me")).permissions).toContain("emoji-manage");
	expect(await outcome(keeper, "DELETE", "/api/emoji/heron")).toEqual([404, "emoji-not-found"]);
	for (const { method, path } of (await routesOf(world)).filter(({ path }) => path.startsWith("/api/admin/"))) {
		expect([path, await outcome(keeper, method, path)]).toEqual([path, NOT_ALLOWED]);
	}
});

test("every call that is not for anybody asks who is there", async () => {
	const forAnybody = (await routesOf(world))
		.filter(({ signedIn }) => !signedIn)
		.map(({ method, path }) => `${method} ${path}`);
	expect(forAnybody.sort()).toEqual([
		"GET /api/health/live",
		"GET /api/health/ready",
		"GET /api/password-resets/{token}",
		"GET /api/server",
		"POST /api/login",
		"POST /api/password-resets",
		"POST /api/registrations",
		"POST /api/setup",
		"PUT /api/password-resets/{token}",
	]);
	for (const { method, path, signedIn } of await routesOf(world)) {
		if (signedIn) expect([path, (await world.call(method, path)).status]).toEqual([path, 401]);
	}
});

async function auditOf(action: string): Promise<AuditEntry[]> {
	return (await world.alice.get<{ items: AuditEntry[] }>(`/api/admin/audit?query=${action}&limit=100`)).items;
}

test("who changed which setting, role, room and account, and who came in, is written down", async () => {
	const begun = new Date().toISOString();
	const room = await newRoom("public");
	await world.alice.call("PATCH", "/api/admin/settings", { changes: { Message_MaxAllowedSize: 4_000 } });
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { topic: "Rigging" });
	await world.bob.call("DELETE", `/api/rooms/${room.id}/members/${erin.id}`);
	await world.bob.call("POST", `/api/rooms/${room.id}/archive`);
	await world.bob.call("DELETE", `/api/rooms/${room.id}`);
	const fay = await world.register("fay");
	await world.call("POST", "/api/login", { body: { login: "fay", password: "a wrong guess" } });
	await world.call("POST", "/api/login", { body: { login: "nobody", password: "a wrong guess" } });
	await fay.call("PUT", "/api/me/password", { current: fay.password, next: "another long password" });
	await fay.call("PATCH", "/api/me", {
		username: "faye",
		email: "faye@brackwater.example",
		password: "another long password",
	});
	await fay.call("POST", "/api/logout");

	const expected: [action: string, actor: string | null, target: string | null, more?: object][] = [
		[
			"setting.changed",
			world.alice.id,
			"Message_MaxAllowedSize",
			{ before: 5_000, after: 4_000, address: "127.0.0.1" },
		],
		["room.created", world.bob.id, room.id, { after: { kind: "public", name: room.name } }],
		["room.role-changed", world.bob.id, room.id, { after: { userId: world.carol.id, role: "moderator" } }],
		["room.changed", world.bob.id, room.id],
		["room.member-removed", world.bob.id, room.id, { before: { userId: erin.id } }],
		["room.archived", world.bob.id, room.id],
		["room.deleted", world.bob.id, room.id, { before: { kind: "public", name: room.name } }],
		["account.registered", fay.id, fay.id, { address: "127.0.0.1" }],
		["sign-in", fay.id, null, { address: "127.0.0.1" }],
		["sign-in.failed", null, fay.id, { address: "127.0.0.1" }],
		["account.password-changed", fay.id, fay.id],
		["account.changed", fay.id, fay.id, { before: { username: "fay" }, after: { username: "faye" } }],
		["sign-out", fay.id, null, { address: "127.0.0.1" }],
	];
	for (const [action, actor, target, more] of expected) {
		const found = (await auditOf(action)).filter((entry) => entry.at >= begun && entry.actor === actor);
		const entry = found.find((one) => target === null || one.target === target);
		expect([action, entry]).toEqual([action, expect.objectContaining({ action, actor, ...(target && { target }) })]);
		if (more) expect(entry).toMatchObject(more);
	}
	expect((await auditOf("sign-in.failed")).filter(({ at, target }) => at >= begun && target === null)).toHaveLength(1);
	expect((await auditOf(fay.id)).length).toBeGreaterThan(4);
});

test("the audit log holds no message, no password and no token", async () => {
	const room = await newRoom();
	const secret = "the treasure lies under the third plank";
	const message = await dave.post<Message>(`/api/rooms/${room.id}/messages`, { text: secret });
	await dave.call("PATCH", `/api/messages/${message.id}`, { text: `${secret}, or the fourth` });
	await world.carol.call("DELETE", `/api/messages/${message.id}`);
	const [deleted] = await auditOf("message.deleted");
	expect(deleted).toMatchObject({
		actor: world.carol.id,
		target: message.id,
		before: { authorId: dave.id, roomId: room.id },
	});
	const text = JSON.stringify(await auditEntries().find().toArray());
	expect(text).toContain(message.id);
	for (const word of ["treasure", "long password", "a wrong guess", dave.token, "argon2"])
		expect([word, text.includes(word)]).toEqual([word, false]);
});

test("a setting that is refused changes nothing and is not written down", async () => {
	const before = await auditOf("setting.changed");
	const kept = await world.alice.get<Settings>("/api/admin/settings");
	expect(
		(
			await world.alice.call("PATCH", "/api/admin/settings", {
				changes: { Site_Name: "New", Message_MaxAllowedSize: -1 },
			})
		).status,
	).toBe(422);
	expect((await world.bob.call("PATCH", "/api/admin/settings", { changes: { Site_Name: "New" } })).status).toBe(403);
	expect(await world.alice.get<Settings>("/api/admin/settings")).toEqual(kept);
	expect(await auditOf("setting.changed")).toEqual(before);
});

test("who looks after all public rooms may remove a moderator, a member of the room or not", async () => {
	const room = await world.bob.post<RoomView>("/api/rooms", {
		kind: "public",
		name: "looked-after",
		members: [world.carol.id],
	});
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	await world.alice.post(`/api/rooms/${room.id}/join`);
	const removed = await world.alice.call("DELETE", `/api/rooms/${room.id}/members/${world.carol.id}`);
	expect(removed.status).toBe(204);
});
