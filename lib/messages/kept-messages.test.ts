import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Page } from "../shared/paging.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";

let world: World;
let room: RoomView;
beforeAll(async () => {
	world = await startWorld();
	room = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "crew", members: [world.bob.id] });
});
afterAll(() => world.stop());

const say = (who: Person, where: { id: string }, text: string) =>
	who.post<Message>(`/api/rooms/${where.id}/messages`, { text });
const pin = (who: Person, { id }: Message, method = "PUT") => who.call<Message>(method, `/api/messages/${id}/pin`);
const pins = async (who: Person, { id } = room) =>
	(await who.get<Page<Message>>(`/api/rooms/${id}/pins`)).items.map(({ text }) => text);
const star = (who: Person, id: string, method = "PUT") => who.call(method, `/api/messages/${id}/star`);
const saved = async (who: Person) => (await who.get<Page<Message>>("/api/me/saved")).items.map(({ text }) => text);

describe("pinned messages", () => {
	test("are the room's, the last pinned first, and everybody hears of it", async () => {
		const [plan, list] = [await say(world.bob, room, "The plan"), await say(world.bob, room, "The list")];
		const device = await world.bob.connect();
		expect((await pin(world.alice, list)).body).toMatchObject({ pinned: true, rev: list.rev + 1 });
		const { message } = (await device.heard("message:changed")) as { message: Message };
		expect(message).toMatchObject({ id: list.id, pinned: true });
		await pin(world.alice, plan);
		const twice = await pin(world.alice, plan);
		expect(twice.body.rev).toBe((await world.bob.get<Message>(`/api/messages/${plan.id}`)).rev);
		expect(await pins(world.bob)).toEqual(["The plan", "The list"]);
		expect((await pin(world.alice, plan, "DELETE")).body.pinned).toBe(false);
		expect(await pins(world.bob)).toEqual(["The list"]);
		await world.bob.call("DELETE", `/api/messages/${list.id}`);
		expect(await pins(world.bob)).toEqual([]);
		device.close();
	});

	test("are chosen by owners and moderators, in direct messages by anybody", async () => {
		const message = await say(world.alice, room, "Mine");
		expect((await pin(world.bob, message)).status).toBe(403);
		expect((await pin(world.carol, message)).status).toBe(404);
		const direct = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.alice.id] });
		expect((await pin(world.bob, await say(world.alice, direct, "The address"))).status).toBe(200);
	});

	test("are seen by who may read the room, and nobody else", async () => {
		const open = await world.alice.post<RoomView>("/api/rooms", { kind: "public", name: "quay" });
		await pin(world.alice, await say(world.alice, open, "Rules of the quay"));
		expect(await pins(world.carol, open)).toEqual(["Rules of the quay"]);
		expect((await world.carol.call("GET", `/api/rooms/${room.id}/pins`)).status).toBe(404);
	});
});

describe("saved messages", () => {
	test("are one's own, the last saved first, on all devices", async () => {
		const [first, second] = [await say(world.alice, room, "Remember this"), await say(world.alice, room, "And this")];
		const device = await world.bob.connect();
		expect((await star(world.bob, first.id)).status).toBe(204);
		expect(await device.heard("saved:changed")).toEqual({ messageId: first.id, saved: true });
		await star(world.bob, second.id);
		await star(world.bob, second.id);
		expect(await saved(world.bob)).toEqual(["And this", "Remember this"]);
		expect(await saved(world.alice)).toEqual([]);
		expect((await world.bob.get<Bootstrap>("/api/bootstrap")).saved).toEqual([second.id, first.id]);
		await star(world.bob, second.id, "DELETE");
		expect(await saved(world.bob)).toEqual(["Remember this"]);
		device.close();
	});

	test("come in pages", async () => {
		const sent: string[] = [];
		for (let number = 0; number < 5; number++) {
			const { id, text } = await say(world.alice, room, `Page ${number}`);
			await star(world.alice, id);
			sent.unshift(text);
		}
		const found: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: Page<Message> = await world.alice.get(`/api/me/saved?limit=2${cursor && `&cursor=${cursor}`}`);
			found.push(...page.items.map(({ text }) => text));
			cursor = page.nextCursor;
		}
		expect(found).toEqual(sent);
	});

	test("are shown only while one may read them", async () => {
		const crew = await world.alice.post<RoomView>("/api/rooms", {
			kind: "private",
			name: "c2",
			members: [world.carol.id],
		});
		const secret = await say(world.alice, crew, "Secret");
		expect((await star(world.carol, secret.id)).status).toBe(204);
		expect(await saved(world.carol)).toEqual(["Secret"]);
		await world.alice.call("DELETE", `/api/rooms/${crew.id}/members/${world.carol.id}`);
		expect(await saved(world.carol)).toEqual([]);
		expect((await star(world.carol, secret.id)).status).toBe(404);
		expect((await star(world.carol, secret.id, "DELETE")).status).toBe(204);
	});
});
