/** How a person likes the page: kept for all his devices, his alone, and nothing but what is declared. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "../../test/world.ts";
import { defaultPreferences, type Preferences, preferencesSchema } from "../shared/schemas/preferences.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";

type Failure = { error: { code: string; details: { fields: { path: string; code: string }[] } } };

const PATH = "/api/me/preferences";
let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

const change = (body: unknown) => world.bob.call<Preferences & Failure>("PATCH", PATH, body);

test("who chose nothing has the usual, and the page's first answer holds the same", async () => {
	expect(await world.carol.get(PATH)).toEqual(defaultPreferences);
	expect((await world.carol.get<Bootstrap>("/api/bootstrap")).preferences).toEqual(defaultPreferences);
});

test("each can be set to each of its values, alone, and the rest stays", async () => {
	const values: { [Name in keyof Preferences]: Preferences[Name][] } = {
		language: ["de", "en", ""],
		theme: ["light", "dark", "auto"],
		contrast: ["high", "auto"],
		density: ["compact", "comfortable"],
		timeFormat: ["12", "24", "auto"],
		sendOnEnter: [false, true],
		desktop: ["all", "nothing", "mentions"],
		sound: [false, true],
		keywords: [["Tide", "low water"], []],
		doNotDisturbUntil: ["2126-01-01T00:00:00.000Z", null],
		linkPreviews: [false, true],
	};
	expect(Object.keys(values).sort()).toEqual(Object.keys(preferencesSchema.shape).sort());
	for (const [name, choices] of Object.entries(values)) {
		for (const value of choices) {
			const { status, body } = await change({ [name]: value });
			expect([status, body]).toEqual([200, { ...defaultPreferences, [name]: value }]);
			expect(await world.bob.get(PATH)).toEqual(body);
		}
	}
	const { body } = await change({ theme: "dark", density: "compact" });
	expect(body).toEqual({ ...defaultPreferences, theme: "dark", density: "compact" });
	expect((await change({})).body).toEqual(body);
	await change(defaultPreferences);
});

test("what does not exist is refused, and with it all that came along", async () => {
	const wrong: [body: unknown, path: string, code: string][] = [
		[{ theme: "sepia" }, "theme", "invalid-value"],
		[{ language: "fr" }, "language", "invalid-value"],
		[{ sendOnEnter: "yes" }, "sendOnEnter", "invalid-type"],
		[{ density: null }, "density", "invalid-value"],
		[{ desktop: "some" }, "desktop", "invalid-value"],
		[{ keywords: "tide" }, "keywords", "invalid-type"],
		[{ keywords: ["a"] }, "keywords.0", "too-small"],
		[{ keywords: ["!!!"] }, "keywords.0", "invalid-format"],
		[{ keywords: Array.from({ length: 21 }, (_, i) => `word${i}`) }, "keywords", "too-big"],
		[{ doNotDisturbUntil: "tomorrow" }, "doNotDisturbUntil", "invalid-format"],
		[{ theme: "dark", colour: "red" }, "colour", "unknown-field"],
		[{ "preferences.theme": "dark" }, "preferences.theme", "unknown-field"],
		[{ userId: world.carol.id, theme: "dark" }, "userId", "unknown-field"],
	];
	for (const [body, path, code] of wrong) {
		const answer = await change(body);
		expect([body, answer.status, answer.body.error.details.fields[0]]).toEqual([
			body,
			422,
			expect.objectContaining({ path, code }),
		]);
	}
	expect(await world.bob.get(PATH)).toEqual(defaultPreferences);
});

test("they are one's own: nobody else's change, nobody else hears, and nobody without signing in", async () => {
	const [other, carol] = [await world.bob.connect(), await world.carol.connect()];
	const { body } = await change({ theme: "dark" });
	expect(await other.heard("preferences:changed")).toEqual({ preferences: body });
	await world.alice.post(`/api/rooms/${world.general.id}/messages`, { text: "after it" });
	await carol.heard("message:created");
	expect(carol.events.map(({ name }) => name)).not.toContain("preferences:changed");
	expect(await world.carol.get(PATH)).toEqual(defaultPreferences);
	expect(JSON.stringify(await world.carol.get(`/api/users/${world.bob.id}`))).not.toContain("dark");
	for (const method of ["GET", "PATCH"]) {
		const answer = await world.call<Failure>(method, PATH, method === "PATCH" ? { body: {} } : {});
		expect([answer.status, answer.body.error.code]).toEqual([401, "not-signed-in"]);
	}
	other.close();
	carol.close();
});
