/** Who is alerted to what: on all open pages of the person, after the message itself, and for nobody who does not want it. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { alerts } from "../../models/alert.ts";
import { users } from "../../models/user.ts";
import { type Listener, type Person, startWorld, type World } from "../../test/world.ts";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { User } from "../shared/schemas/user.ts";
import { endDoNotDisturb } from "../users/preferences.ts";

let world: World;
let room: RoomView;
let count = 0;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

/** Bob's room with Carol in it; Alice is not. */
async function newRoom(): Promise<void> {
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: `room-${++count}`, members });
}
const write = (person: Person, text: string, more: Partial<MessageInput> = {}) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text, ...more });
const involve = (person: Person, body: object) => person.call("PUT", `/api/rooms/${room.id}/involvement`, body);
const prefer = (person: Person, body: object) => person.call("PATCH", "/api/me/preferences", body);

const alertsOf = ({ events }: Listener) =>
	events
		.filter(({ name }) => name === "notification")
		.map(({ payload }) => [(payload.message as Message).text, payload.why, payload.sound]);

/** Something that alerts Carol in any case, so that what was not sent before it will not come. */
async function settled(carol: Listener): Promise<void> {
	const direct = await world.alice.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	const { id } = await world.alice.post<Message>(`/api/rooms/${direct.id}/messages`, { text: "settled" });
	await carol.heard("notification", ({ message }) => (message as Message).id === id);
}

async function withCarol(use: (carol: Listener) => Promise<void>): Promise<void> {
	const carol = await world.carol.connect();
	try {
		await use(carol);
	} finally {
		carol.close();
	}
}

test("who is named hears it on all his pages, after the message; nobody else does", async () => {
	await newRoom();
	const pages = [await world.carol.connect(), await world.carol.connect()];
	const others = [await world.alice.connect(), await world.bob.connect()];
	const message = await write(world.bob, "@carol @alice @bob the tide is in");
	for (const page of pages) {
		expect(await page.heard("notification")).toEqual({ message, why: "mention", sound: true });
		const names = page.events.map(({ name }) => name);
		expect(names.indexOf("message:created")).toBeLessThan(names.indexOf("notification"));
	}
	// Alice is not in the room, Bob wrote it.
	for (const { events } of others) expect(events.map(({ name }) => name)).not.toContain("notification");
	for (const listener of [...pages, ...others]) listener.close();
	await vi.waitFor(async () => {
		const kept = await alerts().find({ messageId: message.id }).toArray();
		expect(kept.map(({ userId, why }) => [userId, why])).toEqual([[world.carol.id, "mention"]]);
	});
});

test("direct messages, calls of everybody and replies in followed threads alert; other talk does not", async () => {
	await newRoom();
	await withCarol(async (carol) => {
		const own = await write(world.carol, "mine");
		await write(world.bob, "talk");
		await write(world.bob, "@all");
		await write(world.bob, "@here");
		await write(world.bob, "an answer", { threadId: own.id });
		const elsewhere = await write(world.bob, "another");
		await write(world.bob, "answers himself", { threadId: elsewhere.id });
		await settled(carol);
		expect(alertsOf(carol)).toEqual([
			["@all", "all", true],
			["@here", "here", true],
			["an answer", "thread", true],
			["settled", "direct", true],
		]);
	});
});

test("a room set to everything alerts to all of its talk, and so does wanting everything of all rooms", async () => {
	await newRoom();
	await withCarol(async (carol) => {
		await involve(world.carol, { level: "all" });
		await write(world.bob, "one");
		await settled(carol);
		await involve(world.carol, { level: "default" });
		await write(world.bob, "two");
		await settled(carol);
		await prefer(world.carol, { desktop: "all" });
		await vi.waitFor(async () => {
			await write(world.bob, "three");
			await settled(carol);
			expect(alertsOf(carol).map(([text]) => text)).toContain("three");
		});
		await involve(world.carol, { level: "mentions" });
		await write(world.bob, "four");
		await settled(carol);
		await prefer(world.carol, { desktop: "mentions" });
		const texts = new Set(alertsOf(carol).map(([text, why]) => `${text}: ${why}`));
		expect([...texts]).toEqual(["one: room", "settled: direct", "three: room"]);
	});
});

test("muted rooms, rooms of which one wants nothing, and alerts switched off are silent", async () => {
	await newRoom();
	await withCarol(async (carol) => {
		await involve(world.carol, { level: "nothing" });
		await write(world.bob, "@carol one");
		await settled(carol);
		await involve(world.carol, { level: "default", mutedUntil: new Date(Date.now() + 60_000).toISOString() });
		await write(world.bob, "@carol two");
		await settled(carol);
		await involve(world.carol, { mutedUntil: null });
		await prefer(world.carol, { desktop: "nothing" });
		await write(world.bob, "@carol three");
		await new Promise((resolve) => setTimeout(resolve, 200));
		await prefer(world.carol, { desktop: "mentions", sound: false });
		await write(world.bob, "@carol four");
		await settled(carol);
		await prefer(world.carol, { sound: true });
		expect(alertsOf(carol)).toEqual([
			["settled", "direct", true],
			["settled", "direct", true],
			["@carol four", "mention", false],
			["settled", "direct", false],
		]);
	});
});

test("do not disturb holds alerts back until its time, and others see him as busy meanwhile", async () => {
	await newRoom();
	const stateOf = async () => (await world.alice.get<User>(`/api/users/${world.carol.id}`)).status.state;
	await withCarol(async (carol) => {
		expect(await stateOf()).toBe("online");
		await prefer(world.carol, { doNotDisturbUntil: new Date(Date.now() + 60_000).toISOString() });
		expect(await stateOf()).toBe("busy");
		await write(world.bob, "@carol one");
		await new Promise((resolve) => setTimeout(resolve, 200));
		// Its time is over.
		const over = { $set: { "preferences.doNotDisturbUntil": new Date(Date.now() - 1_000).toISOString() } };
		await users().updateOne({ _id: world.carol.id }, over);
		await vi.waitFor(async () => expect(await stateOf()).toBe("online"));
		await write(world.bob, "@carol two");
		await settled(carol);
		expect(alertsOf(carol).map(([text]) => text)).toEqual(["@carol two", "settled"]);
		expect(await endDoNotDisturb()).toBe(1);
		expect(await endDoNotDisturb()).toBe(0);
		expect(await world.carol.get("/api/me/preferences")).toMatchObject({ doNotDisturbUntil: null });
	});
});

test("a test takes the way of real alerts, and says what would hold one back", async () => {
	const id = (n: number) => `test-of-alerts-${n}`;
	const test = async (person: Person, n: number) =>
		(await person.post<{ whyNot: string | null }>("/api/me/notification-tests", { id: id(n) })).whyNot;
	const ask = (n: number) => test(world.carol, n);
	expect(await test(await world.register("never-here"), 0)).toBe("offline");
	await withCarol(async (carol) => {
		expect(await ask(1)).toBeNull();
		expect(await carol.heard("notification:test")).toEqual({ id: id(1), sound: true });
		await prefer(world.carol, { desktop: "nothing" });
		expect(await ask(2)).toBe("switched-off");
		const until = new Date(Date.now() + 60_000).toISOString();
		await prefer(world.carol, { desktop: "mentions", sound: false, doNotDisturbUntil: until });
		expect(await ask(3)).toBe("do-not-disturb");
		await prefer(world.carol, { doNotDisturbUntil: null });
		expect(await ask(4)).toBeNull();
		expect(await carol.heard("notification:test", (payload) => payload.id === id(4))).toEqual({
			id: id(4),
			sound: false,
		});
		await prefer(world.carol, { sound: true });
		expect(carol.events.filter(({ name }) => name === "notification:test")).toHaveLength(2);
	});
});

type Page = { items: Message[]; nextCursor: string | null };
const textsOf = ({ items }: Page) => items.map(({ text }) => text);

test("the list of mentions holds what names one or everybody, the newest first, in pages, and not one's own", async () => {
	await newRoom();
	const dora = await world.register(`dora-${count}`);
	const name = `@${dora.username}`;
	await world.bob.post(`/api/rooms/${room.id}/members`, { userIds: [dora.id] });
	const first = await write(world.bob, `${name} one`);
	await write(world.bob, "two");
	await write(world.bob, "@all three");
	await write(world.bob, "@here four");
	await write(world.bob, `${name} five`, { threadId: first.id });
	await write(dora, `${name} @carol six`);
	const expected = [`${name} five`, "@all three", `${name} one`];
	expect(textsOf(await dora.get("/api/me/mentions"))).toEqual(expected);
	const found: string[] = [];
	for (let cursor: string | null = ""; cursor !== null; ) {
		const page: Page = await dora.get(`/api/me/mentions?limit=1${cursor ? `&cursor=${cursor}` : ""}`);
		found.push(...textsOf(page));
		cursor = page.nextCursor;
	}
	expect(found).toEqual(expected);
	await world.bob.call("PATCH", `/api/messages/${first.id}`, { text: "nobody" });
	expect(textsOf(await dora.get("/api/me/mentions"))).toEqual(expected.slice(0, 2));
});

test("of mentions one sees only what one may read now: not of rooms that one left, nor from before one came", async () => {
	const erin = await world.register(`erin-${++count}`);
	const make = (kind: string) =>
		world.bob.post<RoomView>("/api/rooms", {
			kind,
			name: `m-${kind}-${count}`,
			members: kind === "private" ? [erin.id] : [],
		});
	const [closed, open] = [await make("private"), await make("public")];
	const say = (to: RoomView, text: string) => world.bob.post<Message>(`/api/rooms/${to.id}/messages`, { text });
	await say(closed, `@${erin.username} closed`);
	await say(open, "@all before she came");
	await say(open, `@${erin.username} open`);
	const seen = async () => textsOf(await erin.get("/api/me/mentions"));
	expect(await seen()).toEqual([`@${erin.username} open`, `@${erin.username} closed`]);
	await erin.post(`/api/rooms/${open.id}/join`);
	await say(open, "@all after");
	expect(await seen()).toEqual(["@all after", `@${erin.username} open`, `@${erin.username} closed`]);
	await world.bob.call("DELETE", `/api/rooms/${closed.id}/members/${erin.id}`);
	expect(await seen()).toEqual(["@all after", `@${erin.username} open`]);
	await erin.post(`/api/rooms/${open.id}/leave`);
	expect(await seen()).toEqual([`@${erin.username} open`]);
});

test("why one was alerted is known from what was kept, why not is decided anew, and both only of what one may read", async () => {
	await newRoom();
	const why = async (person: Person, { id }: Message) => {
		const { status, body } = await person.call<object>("GET", `/api/messages/${id}/notification`);
		return status === 200 ? body : status;
	};
	// No page of his was ever open: nothing that is known now held it back.
	const finn = await world.register(`finn-${count}`);
	await world.bob.post(`/api/rooms/${room.id}/members`, { userIds: [finn.id] });
	const [named, talk] = [await write(world.bob, `@${finn.username} here`), await write(world.bob, "talk")];
	expect(await why(finn, named)).toEqual({ alertedAt: null, why: "mention", whyNot: null });
	expect(await why(finn, talk)).toEqual({ alertedAt: null, why: null, whyNot: "not-concerned" });
	expect(await why(world.bob, talk)).toEqual({ alertedAt: null, why: null, whyNot: "own" });
	expect(await why(world.alice, named)).toEqual({ alertedAt: null, why: null, whyNot: "not-a-member" });
	await involve(finn, { level: "nothing" });
	expect(await why(finn, named)).toEqual({ alertedAt: null, why: "mention", whyNot: "room-nothing" });
	await withCarol(async (carol) => {
		const told = await write(world.bob, "@carol again");
		await settled(carol);
		await vi.waitFor(async () =>
			expect(await why(world.carol, told)).toEqual({
				alertedAt: expect.stringMatching(/Z$/),
				why: "mention",
				whyNot: null,
			}),
		);
	});
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { kind: "private" });
	expect(await why(world.alice, named)).toBe(404);
});

test("who writes a keyword of somebody in a room of his alerts him and raises his count; nobody else learns of it", async () => {
	await newRoom();
	const [gina, hugo] = [await world.register(`gina-${count}`), await world.register(`hugo-${count}`)];
	await world.bob.post(`/api/rooms/${room.id}/members`, { userIds: [gina.id] });
	const mentionsOf = async () => (await gina.get<RoomView>(`/api/rooms/${room.id}`)).membership?.mentions;
	await prefer(gina, { keywords: ["Pump house", "天气"] });
	await prefer(hugo, { keywords: ["pump house"] });
	const [listener, others] = [await gina.connect(), await world.bob.connect()];
	await vi.waitFor(async () => {
		await write(world.bob, "at the pump house");
		expect(await mentionsOf()).toBeGreaterThan(0);
	});
	await listener.heard("notification", ({ why }) => why === "keyword");
	const before = (await mentionsOf()) ?? 0;
	const message = await write(world.bob, "the PUMP  HOUSE is dry");
	await write(world.bob, "the pumphouse, pump houses");
	await write(world.bob, "今天天气很好");
	await write(gina, "my own pump house");
	await world.bob.call("PUT", `/api/rooms/${room.id}/read`, { seq: 0 });
	expect(JSON.stringify(message)).not.toContain(gina.id);
	await gina.call("PUT", `/api/rooms/${room.id}/read`, { seq: (message.seq ?? 0) - 1 });
	expect(before).toBeGreaterThan(0);
	expect(await mentionsOf()).toBe(2);
	// Hugo is not in the room, which everybody may read: what only holds his keyword is not meant for him.
	expect(textsOf(await hugo.get("/api/me/mentions"))).toEqual([]);
	expect(textsOf(await gina.get("/api/me/mentions?limit=2"))).toEqual(["今天天气很好", "the PUMP  HOUSE is dry"]);
	await world.bob.call("PATCH", `/api/messages/${message.id}`, { text: "it is dry" });
	expect(await mentionsOf()).toBe(1);
	for (const { payload } of others.events) expect(JSON.stringify(payload)).not.toMatch(/keyword/i);
	listener.close();
	others.close();
});

test("the author alone is told of those whom he named and who are not in the room", async () => {
	await newRoom();
	const [bob, carol] = [await world.bob.connect(), await world.carol.connect()];
	const message = await write(world.bob, "@carol and @alice");
	const told = await bob.heard("mention:outside");
	expect(told).toMatchObject({
		roomId: room.id,
		messageId: message.id,
		users: [{ id: world.alice.id, name: "Alice" }],
	});
	await write(world.bob, "@carol @nobody-there");
	const direct = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	await world.bob.post(`/api/rooms/${direct.id}/messages`, { text: "ask @alice" });
	await settled(carol);
	for (const { events } of [bob, carol]) {
		const names = events.map(({ name }) => name).filter((name) => name === "mention:outside");
		expect(names).toHaveLength(events === bob.events ? 1 : 0);
	}
	bob.close();
	carol.close();
});
