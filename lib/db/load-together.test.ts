import { expect, test } from "vitest";
import { loadTogether } from "./load-together.ts";

/** A table whose answers are let go by hand, and which remembers what it was asked. */
function table(name: string, rows: Record<string, string[]>) {
	const asked: string[][] = [];
	const answers: (() => void)[] = [];
	const load = async (keys: string[]) => {
		asked.push(keys);
		await new Promise<void>((resolve) => answers.push(resolve));
		return keys.flatMap((key) => (rows[key] ?? []).map((value) => ({ key, value })));
	};
	const get = async (key: string) => {
		const found = await loadTogether(name, key, load, (row) => row.key);
		return found.map(({ value }) => value);
	};
	const answer = async () => {
		answers.shift()?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { asked, get, answer };
}

test("who asks while a reading is under way waits for the next one, together with all others", async () => {
	const { asked, get, answer } = table("together", { a: ["1"], b: ["2", "3"] });
	const first = get("a");
	const rest = [get("a"), get("b"), get("b"), get("nobody")];
	expect(asked).toEqual([["a"]]);
	await answer();
	expect(asked).toEqual([["a"], ["a", "b", "nobody"]]);
	await answer();
	expect(await first).toEqual(["1"]);
	expect(await Promise.all(rest)).toEqual([["1"], ["2", "3"], ["2", "3"], []]);
});

test("nobody gets what was read before he asked", async () => {
	const rows: Record<string, string[]> = { a: ["old"] };
	const { get, answer } = table("fresh", rows);
	const before = get("a");
	rows.a = ["new"];
	const after = get("a");
	await answer();
	await answer();
	expect(await after).toEqual(["new"]);
	await before;
});

test("a reading that fails fails for those who waited for it, and the next one is tried", async () => {
	let fails = true;
	const load = async (keys: string[]) => {
		if (fails) throw new Error("away");
		return keys;
	};
	const get = () => loadTogether("failing", "a", load, (key) => key);
	await expect(get()).rejects.toThrow("away");
	fails = false;
	expect(await get()).toEqual(["a"]);
});
