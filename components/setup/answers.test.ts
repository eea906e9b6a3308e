import { beforeEach, expect, test, vi } from "vitest";
import { forgetAnswers, missing, rememberAnswers, rememberedAnswers, stepOf } from "./answers.ts";

beforeEach(() => {
	const held = new Map<string, string>();
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, value: string) => held.set(key, value),
		removeItem: (key: string) => held.delete(key),
	});
});

const { answers: empty } = rememberedAnswers();
const admin = { name: "Alice", username: "alice", email: "alice@brackwater.example", password: "a long password" };

test("what was typed outlives a reload, but for the password and the code", () => {
	rememberAnswers(2, { ...empty, siteName: "Brackwater", code: "1234", admin, registration: "closed" });
	expect(JSON.stringify(sessionStorage.getItem("parley.setup"))).not.toMatch(/a long password|1234/);
	expect(rememberedAnswers()).toEqual({
		step: 2,
		answers: { ...empty, siteName: "Brackwater", admin: { ...admin, password: "" }, registration: "closed" },
	});
	forgetAnswers();
	expect(rememberedAnswers()).toEqual({ step: 0, answers: empty });
});

test("what is missing up to a step is asked for where it stands", () => {
	const paths = (...given: Parameters<typeof missing>) => missing(...given).map(([path]) => path);
	expect(paths(0, empty, false)).toEqual(["siteName"]);
	expect(paths(0, empty, true)).toEqual(["code", "siteName"]);
	const reloaded = { ...empty, siteName: "Brackwater", admin: { ...admin, password: "" } };
	expect(paths(0, reloaded, false)).toEqual([]);
	expect(paths(2, reloaded, false)).toEqual(["admin.password"]);
	expect(stepOf({ "admin.password": "Choose one" })).toBe(1);
	expect(stepOf({ elsewhere: "No" })).toBeUndefined();
});
