import type { BrowserContextOptions, Page } from "@playwright/test";
import type { Brackwater } from "../brackwater/brackwater.ts";
import type { Username } from "../brackwater/people.ts";

export type Size = "desktop" | "phone";
export type Theme = "light" | "dark";

export type Visit = { page: Page; world: Brackwater; size: Size };

/** One state of the page that is worth a look, and how one gets there. */
export type Screen = {
	name: string;
	/** Whoever looks; nobody is signed in without it. */
	as?: Username;
	path: (world: Brackwater) => string;
	/** Looked at on a server that nobody has set up yet. */
	fresh?: true;
	/** What has to stand in the way before the page is loaded. */
	prepare?: (visit: Visit) => Promise<unknown>;
	/** From the loaded page to the screen; it fails where something of it cannot be found. */
	reach: (visit: Visit) => Promise<unknown>;
	/** Both where they are not named. */
	sizes?: readonly Size[];
	themes?: readonly Theme[];
	/** Has nothing that another screen lacks but its look in a picture: it is not searched for barriers. */
	pictureOnly?: true;
	/** In a browser of its own, since it does to it what cannot be undone. */
	alone?: true;
	/** A browser that differs from the usual one. */
	browser?: BrowserContextOptions;
};
