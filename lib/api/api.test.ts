import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

test("the OpenAPI document names every route that the server answers, and the page of it is made", async () => {
	const { body } = await world.call<{ paths: Record<string, Record<string, unknown>> }>("GET", "/api/openapi.json");
	expect(Object.keys(body.paths["/api/rooms/{id}/messages"] ?? {})).toEqual(["get", "post"]);
	for (const path of Object.keys(body.paths)) {
		const { status } = await world.call("GET", path.replaceAll(/\{\w+\}/g, "nothing"));
		expect([path, status]).not.toEqual([path, 500]);
	}
	const page = await world.call<string>("GET", "/api/docs");
	expect(page.status).toBe(200);
	expect(page.body).toContain("/api/rooms/{id}/messages");
});
