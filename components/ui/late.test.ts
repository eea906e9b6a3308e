import { expect, test } from "vitest";
import { late } from "./late.ts";

test("is fetched once, however often it is asked for, and held from then on", async () => {
	let loads = 0;
	const piece = late(async () => `piece ${++loads}`);
	expect(piece.held()).toBeUndefined();
	expect(await Promise.all([piece.fetch(), piece.fetch()])).toEqual(["piece 1", "piece 1"]);
	expect(piece.held()).toBe("piece 1");
	expect(await piece.fetch()).toBe("piece 1");
});

test("what could not be had is asked for again the next time", async () => {
	let away = true;
	const piece = late(async () => {
		if (away) throw new Error("no network");
		return "piece";
	});
	expect(await piece.fetch()).toBeUndefined();
	away = false;
	expect(await piece.fetch()).toBe("piece");
});
