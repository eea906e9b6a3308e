import { beforeEach, expect, test, vi } from "vitest";
import { defaultPreferences, type Preferences, type PreferencesChange } from "../shared/schemas/preferences.ts";

const held = { preferences: defaultPreferences };
const server = {
	preferences: defaultPreferences,
	calls: [] as { change: PreferencesChange; answer: (works: boolean) => void }[],
};
vi.mock("./cache.ts", () => ({
	heldBootstrap: () => held,
	applyPreferences: (preferences: Preferences) => Object.assign(held, { preferences }),
}));
vi.mock("./api.ts", () => ({
	getPreferences: async () => server.preferences,
	changePreferences: (change: PreferencesChange) =>
		new Promise((resolve, reject) =>
			server.calls.push({
				change,
				answer(works) {
					if (!works) return reject(new Error("refused"));
					server.preferences = { ...server.preferences, ...change };
					resolve(server.preferences);
				},
			}),
		),
}));
const { chooseLanguage, keepChosenLanguage, prefer } = await import("./preferences.ts");

beforeEach(() => {
	Object.assign(held, { preferences: defaultPreferences });
	Object.assign(server, { preferences: defaultPreferences, calls: [] });
	const kept = new Map<string, string>();
	vi.stubGlobal("document", { cookie: "" });
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
});

const asked = () => server.calls.map(({ change }) => change);
const answer = async (works = true) => {
	await vi.waitFor(() => expect(server.calls).not.toEqual([]));
	server.calls.shift()?.answer(works);
};

test("a choice is shown before the server has it", async () => {
	const saved = prefer({ theme: "dark" });
	expect(held.preferences.theme).toBe("dark");
	await answer();
	await saved;
	expect(held.preferences).toEqual({ ...defaultPreferences, theme: "dark" });
});

test("choices that follow each other are sent in turn, and an earlier answer does not take a later one back", async () => {
	const [first, second] = [prefer({ theme: "dark" }), prefer({ density: "compact" })];
	await vi.waitFor(() => expect(asked()).toEqual([{ theme: "dark" }]));
	await answer();
	await first;
	expect(held.preferences).toMatchObject({ theme: "dark", density: "compact" });
	await answer();
	await second;
	expect(held.preferences).toMatchObject({ theme: "dark", density: "compact" });
});

test("what is refused is put back, and only that", async () => {
	const [first, second] = [prefer({ theme: "dark" }), prefer({ density: "compact" })];
	await answer(false);
	await expect(first).rejects.toThrow("refused");
	expect(held.preferences).toMatchObject({ theme: "auto", density: "compact" });
	await answer();
	await second;
	expect(held.preferences).toMatchObject({ theme: "auto", density: "compact" });
});

test("a language chosen while signing in is kept once, by who never chose one", async () => {
	await keepChosenLanguage();
	expect(asked()).toEqual([]);
	chooseLanguage("de");
	expect(document.cookie).toContain("parley.language=de");
	const kept = keepChosenLanguage();
	await answer();
	await kept;
	expect(server.preferences.language).toBe("de");
	chooseLanguage("en");
	await keepChosenLanguage();
	expect(server.preferences.language).toBe("de");
});
