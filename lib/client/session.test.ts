import { notifyManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keys, queryClient } from "./cache.ts";
import { followBootstrap } from "./session.ts";

beforeEach(() => {
	// One cache for all calls, as in a page.
	vi.stubGlobal("window", globalThis);
	queryClient().setQueryData(keys.bootstrap, { rooms: [] });
});
afterEach(() => {
	queryClient().clear();
	vi.unstubAllGlobals();
});

const told = () => new Promise((done) => notifyManager.schedule(() => done(undefined)));

test("who follows the bootstrap hears of its changes and of no other query's", async () => {
	const listener = vi.fn();
	const stop = followBootstrap(listener);
	queryClient().setQueryData(keys.history({ roomId: "r1" }), { items: [] });
	await told();
	expect(listener).not.toHaveBeenCalled();
	queryClient().setQueryData(keys.bootstrap, { rooms: [{ id: "r1" }] });
	await told();
	expect(listener).toHaveBeenCalledOnce();
	stop();
});

test("who stopped hears nothing, and others hear on", async () => {
	const [gone, here] = [vi.fn(), vi.fn()];
	const stops = [followBootstrap(gone), followBootstrap(here)];
	stops[0]?.();
	queryClient().setQueryData(keys.bootstrap, { rooms: [{ id: "r1" }] });
	await told();
	expect(gone).not.toHaveBeenCalled();
	expect(here).toHaveBeenCalledOnce();
	stops[1]?.();

	const again = vi.fn();
	const stop = followBootstrap(again);
	queryClient().setQueryData(keys.bootstrap, { rooms: [] });
	await told();
	expect(again).toHaveBeenCalledOnce();
	stop();
});
