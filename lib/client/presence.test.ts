import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPresence } from "./presence.ts";

const said: string[] = [];
const handlers = new Map<string, () => void>();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("addEventListener", (name: string, handler: () => void) => handlers.set(name, handler));
	vi.stubGlobal("document", {
		visibilityState: "visible",
		addEventListener: (name: string, handler: () => void) => handlers.set(name, handler),
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("who does nothing for five minutes is away, until a key, a press or the way back to the page", () => {
	startPresence({ say: (state) => said.push(state), watch: () => {} });
	vi.advanceTimersByTime(4 * 60_000);
	handlers.get("pointerdown")?.();
	vi.advanceTimersByTime(5 * 60_000 - 1);
	expect(said).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(said).toEqual(["idle"]);
	handlers.get("keydown")?.();
	expect(said).toEqual(["idle", "active"]);
	vi.advanceTimersByTime(5 * 60_000);
	handlers.get("visibilitychange")?.();
	expect(said).toEqual(["idle", "active", "idle", "active"]);
});
