import { expect, test } from "vitest";
import { MIDDLE, moved, placeBehind, sideOf, within } from "./crop";

const image = { width: 800, height: 400 };

test("the square is as large as the image allows, and smaller when one looks closer", () => {
	expect(sideOf(image, MIDDLE)).toBe(400);
	expect(sideOf(image, { ...MIDDLE, zoom: 2 })).toBe(200);
});

test("drawn to one side it shows what lies on the other, and no further than the edge", () => {
	expect(moved(image, MIDDLE, -50, 0, 200)).toEqual({ x: 0.625, y: 0.5, zoom: 1 });
	expect(moved(image, MIDDLE, -5_000, 70, 200)).toEqual({ x: 0.75, y: 0.5, zoom: 1 });
	expect(moved(image, { ...MIDDLE, zoom: 2 }, 0, 5_000, 200)).toEqual({ x: 0.5, y: 0.25, zoom: 2 });
});

test("looked at from further away it comes back from the edge; closer than can be seen it does not go", () => {
	expect(within(image, { x: 0.9, y: 0.9, zoom: 1 })).toEqual({ x: 0.75, y: 0.5, zoom: 1 });
	expect(within(image, { x: 0.5, y: 0.5, zoom: 40 }).zoom).toBe(4);
	expect(within(image, { x: 0.5, y: 0.5, zoom: 0.1 }).zoom).toBe(1);
});

test("the image lies behind the window so that the square fills it", () => {
	expect(placeBehind(image, MIDDLE, 200)).toEqual({ width: 400, height: 200, left: -100, top: 0 });
	expect(placeBehind(image, { x: 0.75, y: 0.5, zoom: 1 }, 200).left).toBe(-200);
});
