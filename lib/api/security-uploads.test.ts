/** How many files one person may send in a minute; a world of its own, as limits count over all of its tests. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { upload } from "../../test/files.ts";
import { startWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
	world = await startWorld({ rateLimits: "on", env: { SETTING_Rate_Limit_Uploads_Per_Minute: "2" } });
});
afterAll(() => world.stop());

test("one who uploads too many files is told when to come back, and nobody else is", async () => {
	const send = (who: "alice" | "bob") => upload(world, world[who], world.general.id, "a.txt", "a");
	expect([(await send("alice")).status, (await send("alice")).status]).toEqual([201, 201]);
	const third = await send("alice");
	expect([third.status, third.body]).toEqual([429, expect.objectContaining({ error: expect.anything() })]);
	expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
	expect((await send("bob")).status).toBe(201);
});
