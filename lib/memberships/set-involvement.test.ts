import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { InvolvementInput, RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";

let world: World;
let room: RoomView;
beforeAll(async () => {
	world = await startWorld();
	room = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "crew", members: [world.bob.id] });
});
afterAll(() => world.stop());

const involve = (who: Person, input: InvolvementInput | Record<string, unknown>, id = room.id) =>
	who.call<RoomView>("PUT", `/api/rooms/${id}/involvement`, input);
const inBootstrap = async (who: Person) =>
	(await who.get<Bootstrap>("/api/bootstrap")).rooms.find(({ id }) => id === room.id)?.membership;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("what is named changes, the rest stays, and default is nothing of one's own", async () => {
	const mutedUntil = inAnHour();
	await involve(world.bob, { level: "all", favorite: true });
	const { body } = await involve(world.bob, { mutedUntil, email: "nothing" });
	expect(body.membership).toMatchObject({
		involvement: { level: "all", mutedUntil, email: "nothing" },
		favorite: true,
	});
	expect(await inBootstrap(world.bob)).toEqual(body.membership);
	const back = await involve(world.bob, { level: "default", email: "default", mutedUntil: null, favorite: false });
	expect(back.body.membership).toMatchObject({
		involvement: { level: "default", mutedUntil: null, email: "default" },
		favorite: false,
	});
});

test("a mute whose time is over is none", async () => {
	const { body } = await involve(world.bob, { mutedUntil: new Date(Date.now() - 1_000).toISOString() });
	expect(body.membership?.involvement.mutedUntil).toBeNull();
});

test("it is each member's own, and all his devices hear of it", async () => {
	const device = await world.bob.connect();
	const before = await inBootstrap(world.alice);
	await involve(world.bob, { level: "mentions" });
	const heard = await device.heard("membership:changed", (payload) => (payload.room as RoomView).id === room.id);
	expect((heard.room as RoomView).membership?.involvement.level).toBe("mentions");
	expect(await inBootstrap(world.alice)).toEqual(before);
	device.close();
});

test("only in a room that one is in, and only with what there is", async () => {
	expect((await involve(world.carol, { level: "all" })).status).toBe(404);
	const open = await world.alice.post<RoomView>("/api/rooms", { kind: "public", name: "quay" });
	expect((await involve(world.carol, { level: "all" }, open.id)).status).toBe(403);
	for (const input of [
		{ level: "loud" },
		{ mutedUntil: "tomorrow" },
		{ favorite: "yes" },
		{ role: "owner" },
		{ userId: world.alice.id },
	]) {
		expect([input, (await involve(world.bob, input)).status]).toEqual([input, 422]);
	}
	expect((await inBootstrap(world.bob))?.role).toBe("member");
});
