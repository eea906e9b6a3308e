import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bootstrapOf } from "@/test/samples";
import { defaultPreferences } from "../shared/schemas/preferences.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import { applyEvent, keys, queryClient } from "./cache.ts";
import { fetchBootstrap } from "./rooms.ts";

const getBootstrap = vi.hoisted(() => vi.fn<() => Promise<Bootstrap>>());
vi.mock("./api.ts", () => ({ getBootstrap }));

const preferences = (linkPreviews: boolean) => ({ ...defaultPreferences, linkPreviews });
const bootstrap = (linkPreviews: boolean) => bootstrapOf({ preferences: preferences(linkPreviews) });

beforeEach(() => {
	// One cache for all calls, as in a page.
	vi.stubGlobal("window", globalThis);
	queryClient().setQueryData(keys.bootstrap, bootstrap(true));
});
afterEach(() => {
	queryClient().clear();
	vi.unstubAllGlobals();
});

test("preferences that were changed while the bootstrap was on its way are not those of the answer", async () => {
	getBootstrap.mockImplementation(async () => {
		const read = bootstrap(true);
		applyEvent({ name: "preferences:changed", payload: { preferences: preferences(false) } });
		return read;
	});
	const fetched = await fetchBootstrap({ signal: new AbortController().signal });
	expect(fetched.preferences).toEqual(preferences(false));
});
