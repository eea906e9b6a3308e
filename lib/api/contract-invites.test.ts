/** Links that lead people into a room: who makes them, what they tell, whom they let in, and when they no longer do. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { roomInvites } from "../../models/room-invite.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Invitation, Invite, InviteInput } from "../shared/schemas/invite.ts";
import type { History } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

type Failure = { error: { code: string; details?: { fields?: { path: string }[] } } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
const newRoom = (more: Record<string, unknown> = {}) =>
	world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `den-${++count}`, topic: "Tides", ...more });
const invite = (room: RoomView, input: InviteInput = {}) =>
	world.bob.post<Invite>(`/api/rooms/${room.id}/invites`, input);
const codeOf = ({ url }: Invite) => url.split("/").at(-1);
const see = (person: Person, { url }: Invite) =>
	person.call<Invitation & Failure>("GET", `/api/invites/${codeOf({ url } as Invite)}`);
const join = (person: Person, link: Invite) => person.call<RoomView & Failure>("POST", `/api/invites/${codeOf(link)}`);
const live = async (room: RoomView) =>
	(await world.bob.get<{ items: Invite[] }>(`/api/rooms/${room.id}/invites`)).items.map(({ id, used }) => ({
		id,
		used,
	}));

test("a link tells what one would join, lets one in, and says so in the room", async () => {
	const room = await newRoom();
	const link = await invite(room);
	expect(link).toEqual({
		id: expect.any(String),
		url: expect.stringMatching(/\/join\/[\w-]{22}$/),
		createdBy: expect.objectContaining({ username: "bob" }),
		createdAt: expect.any(String),
		expiresAt: null,
		uses: null,
		used: 0,
	});
	const seen = await see(world.carol, link);
	expect(seen.body).toEqual({
		room: { id: room.id, kind: "private", name: room.name, topic: "Tides", memberCount: 1 },
		invitedBy: expect.objectContaining({ username: "bob" }),
		expiresAt: null,
		joined: false,
	});
	// Seeing is not joining.
	expect((await world.carol.call("GET", `/api/rooms/${room.id}`)).status).toBe(404);

	const joined = await join(world.carol, link);
	expect([joined.status, joined.body.membership?.role, joined.body.memberCount]).toEqual([200, "member", 2]);
	const { items } = await world.bob.get<History>(`/api/rooms/${room.id}/messages`);
	expect(items.at(-1)).toMatchObject({ author: { username: "carol" }, notice: { type: "joined" } });
	expect((await see(world.carol, link)).body.joined).toBe(true);
});

test("who is in the room already uses nothing up, however often he opens it", async () => {
	const room = await newRoom();
	const link = await invite(room, { uses: 1 });
	for (let times = 0; times < 3; times++) expect((await join(world.bob, link)).status).toBe(200);
	await join(world.carol, link);
	expect((await join(world.carol, link)).status).toBe(404);
	expect((await world.carol.get<RoomView>(`/api/rooms/${room.id}`)).memberCount).toBe(2);
});

test("of many who come at once with the last use one joins", async () => {
	const room = await newRoom();
	const link = await invite(room, { uses: 1 });
	const people = await Promise.all(["eve1", "eve2", "eve3", "eve4"].map((name) => world.register(name)));
	const answers = await Promise.all(people.map((person) => join(person, link)));
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
	expect((await world.bob.get<RoomView>(`/api/rooms/${room.id}`)).memberCount).toBe(2);
});

test("what is over, used up, revoked, or of a room that is gone leads nowhere, in the same words as what never was", async () => {
	const rooms = await Promise.all([1, 2, 3, 4].map(() => newRoom()));
	const [over, usedUp, revoked, gone] = await Promise.all(
		rooms.map((room, i) =>
			invite(room, i === 1 ? { uses: 1 } : { expiresAt: new Date(Date.now() + 60_000).toISOString() }),
		),
	);
	if (!over || !usedUp || !revoked || !gone) throw new Error("Four links were made.");
	await roomInvites().updateOne({ _id: over.id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
	await join(await world.register("early"), usedUp);
	await world.bob.call("DELETE", `/api/rooms/${rooms[2]?.id}/invites/${revoked.id}`);
	await world.bob.call("DELETE", `/api/rooms/${rooms[3]?.id}`);
	const nothing = await world.carol.call<Failure>("GET", "/api/invites/AAAAAAAAAAAAAAAAAAAAAA");
	for (const link of [over, usedUp, revoked, gone]) {
		for (const ask of [see, join]) {
			const { status, body } = await ask(world.carol, link);
			expect([status, body]).toEqual([404, nothing.body]);
		}
	}
	for (const room of rooms.slice(0, 3)) expect(await live(room)).toEqual([]);
});

test("only who may manage the members makes, sees and revokes links, and revokes those of this room alone", async () => {
	const [room, other] = [await newRoom({ members: [world.carol.id] }), await newRoom()];
	const [link, foreign] = [await invite(room), await invite(other)];
	const path = `/api/rooms/${room.id}/invites`;
	const refused = await Promise.all([
		world.carol.call<Failure>("POST", path, {}),
		world.carol.call<Failure>("GET", path),
		world.carol.call<Failure>("DELETE", `${path}/${link.id}`),
	]);
	expect(refused.map(({ status, body }) => [status, body.error.code])).toEqual(Array(3).fill([403, "not-allowed"]));
	await world.bob.call("DELETE", `${path}/${foreign.id}`);
	expect(await live(other)).toHaveLength(1);
	expect(await live(room)).toHaveLength(1);
});

test("an archived room takes nobody in, and a direct one cannot be opened by a link", async () => {
	const room = await newRoom();
	const link = await invite(room);
	await world.bob.post(`/api/rooms/${room.id}/archive`);
	expect((await join(world.carol, link)).body.error.code).toBe("room-archived");
	expect((await world.bob.call<Failure>("POST", `/api/rooms/${room.id}/invites`, {})).body.error.code).toBe(
		"room-archived",
	);
	const direct = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	expect((await world.bob.call<Failure>("POST", `/api/rooms/${direct.id}/invites`, {})).body.error.code).toBe(
		"not-allowed",
	);
});

test.each([
	{ uses: 0 },
	{ uses: 10_001 },
	{ uses: 1.5 },
	{ expiresAt: "tomorrow" },
	{ expiresAt: new Date(0).toISOString() },
	{ used: -5 },
	{ code: "mine" },
])("%j is no invitation", async (input) => {
	const { status, body } = await world.bob.call<Failure>("POST", `/api/rooms/${(await newRoom()).id}/invites`, input);
	expect([status, body.error.code]).toEqual([422, "invalid-input"]);
});
