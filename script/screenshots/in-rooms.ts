import type { Brackwater } from "../brackwater/brackwater.ts";
import {
	articles,
	button,
	composer,
	heading,
	message,
	pressLong,
	roomAt,
	seeMessages,
	send,
	withBootstrap,
} from "./parts.ts";
import type { Screen, Visit } from "./screen.ts";

const ines = { as: "ines" } as const;
/** The measure of all. */
const room = { ...ines, path: roomAt("tide-gauges"), reach: lookAround };
const light = { themes: ["light"] } as const;
const desktop = { sizes: ["desktop"] } as const;

/** The pointer rests on a message, and somebody writes. */
async function lookAround({ page, world, size }: Visit): Promise<void> {
	await seeMessages({ page });
	world.types("noor", "tide-gauges");
	await page.getByText("Noor").last().waitFor();
	if (size === "desktop") await message(page, /wrong hour|falschen/).hover();
}

function threadIn({ rooms }: Brackwater): { id: string } {
	const root = rooms["tide-gauges"].sent.find(({ answers }) => answers.length > 0);
	if (!root) throw new Error("Nobody has replied there.");
	return root;
}

async function askToDelete({ page }: Visit): Promise<void> {
	await button(page, "Delete the room…").click();
	await heading(page, "Delete lock-keeper-display?").waitFor();
}

export const inRooms: Screen[] = [
	{ ...room, name: "room" },
	{ ...room, name: "room-2x", ...desktop, pictureOnly: true, browser: { deviceScaleFactor: 2 } },
	{ ...room, name: "room-high-contrast", browser: { contrast: "more" } },
	{ ...room, name: "room-german", ...light, browser: { locale: "de-DE" } },
	{
		...room,
		name: "room-compact",
		...light,
		...desktop,
		prepare: (visit) =>
			withBootstrap(visit, ({ preferences }) => {
				preferences.density = "compact";
			}),
	},
	{
		...ines,
		name: "room-right-to-left",
		path: roomAt("world"),
		async reach({ page }) {
			await seeMessages({ page });
			await page.evaluate(() => {
				document.documentElement.dir = "rtl";
			});
		},
	},
	{
		...ines,
		name: "room-rich-content",
		path: roomAt("data-quality"),
		prepare: ({ page }) =>
			page.route("**/api/rooms/*/messages", (route) =>
				route.request().method() === "POST"
					? route.fulfill({ status: 403, json: { error: { code: "not-allowed", message: "Refused." } } })
					: route.fallback(),
			),
		async reach({ page }) {
			await page.getByRole("complementary", { name: /^Preview of North side/ }).waitFor();
			await send(page, "The antenna is moved, 40 cm to the west.");
			await button(page, /^(Try again|Delete)/)
				.first()
				.waitFor();
		},
	},
	{
		...ines,
		name: "room-writing",
		path: roomAt("field-trips"),
		async reach({ page }) {
			await seeMessages({ page });
			await composer(page).pressSequentially(
				"Can you look at **Ostmole** too? It writes `sent=0` every fourth night. @k",
			);
			await page
				.getByRole("option", { name: /Kofi|Noor/ })
				.first()
				.waitFor();
		},
	},
	{
		...ines,
		name: "room-files",
		path: roomAt("field-trips"),
		prepare: ({ page }) =>
			page.route(/\/api\/rooms\/[^/]+\/files$/, (route) =>
				route.request().method() === "POST" ? undefined : route.fallback(),
			),
		async reach({ page }) {
			await seeMessages({ page });
			await articles(page).last().focus();
			await page.keyboard.press("r");
			const choosing = page.waitForEvent("filechooser");
			await button(page, "Attach files").click();
			const content = { mimeType: "application/pdf", buffer: Buffer.alloc(2_100_000) };
			await (await choosing).setFiles([
				{ ...content, name: "ladder-offer-with-all-measures-and-drawings.pdf" },
				{ ...content, name: "film-of-the-whole-day.mov", buffer: Buffer.alloc(0) },
			]);
			await page.getByRole("progressbar").first().waitFor();
		},
	},
	{
		...ines,
		name: "file-viewer",
		path: roomAt("field-trips"),
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "Open ostmole-from-the-boat.jpg").click();
			await page.getByRole("img", { name: "ostmole-from-the-boat.jpg" }).waitFor();
		},
	},
	{
		...ines,
		name: "files",
		path: roomAt("field-trips", "?panel=files"),
		async reach({ page }) {
			await page.getByRole("radio", { name: "Other files" }).check();
			await page.getByRole("list", { name: "Files of this room" }).getByRole("listitem").first().waitFor();
		},
	},
	{
		...ines,
		name: "files-none",
		path: roomAt("empty", "?panel=files"),
		...desktop,
		reach: ({ page }) => heading(page, "No images or videos yet").waitFor(),
	},
	{
		...ines,
		name: "room-commands",
		path: roomAt("firmware"),
		async reach({ page }) {
			await seeMessages({ page });
			await composer(page).pressSequentially("/");
			await page.getByRole("option").first().waitFor();
		},
	},
	{
		...ines,
		name: "emoji-picker",
		path: roomAt("firmware"),
		...desktop,
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "Emoji").click();
			await page.getByRole("searchbox", { name: "Search emoji" }).or(page.getByLabel("Search emoji")).first().waitFor();
			await page.getByRole("gridcell").first().waitFor();
		},
	},
	{
		...ines,
		name: "room-editing",
		path: roomAt("tide-gauges"),
		...desktop,
		async reach({ page }) {
			await seeMessages({ page });
			await composer(page).press("ArrowUp");
			await button(page, "Save").waitFor();
		},
	},
	{
		...room,
		name: "room-offline",
		async reach({ page }) {
			await seeMessages({ page });
			await page.context().setOffline(true);
			await page.getByText("Reconnecting").waitFor();
			await send(page, "I bring the serial numbers with me.");
			await message(page, "serial numbers").waitFor();
		},
	},
	{
		...ines,
		name: "room-loading",
		path: roomAt("tide-gauges"),
		prepare: ({ page }) => page.route(/\/api\/rooms\/[^/]+\/messages/, () => {}),
		async reach({ page }) {
			await page
				.getByRole("status", { name: /Loading/ })
				.first()
				.waitFor();
			// It comes late, so as not to flash.
			await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => {}));
		},
	},
	{ ...ines, name: "room-new", path: roomAt("empty"), reach: ({ page }) => heading(page, /beginning/).waitFor() },
	{
		...ines,
		name: "room-long-name",
		path: roomAt("orders"),
		reach: ({ page }) => page.getByRole("complementary", { name: /^Preview of Hexagon bolts/ }).waitFor(),
	},
	{ ...ines, name: "room-read-only", path: roomAt("alarms"), reach: seeMessages },
	{ ...ines, name: "room-archived", path: roomAt("archived"), reach: seeMessages },
	{ ...ines, name: "room-from-outside", path: roomAt("foreign"), reach: seeMessages },
	{
		...ines,
		name: "room-not-there",
		path: () => "/rooms/no-such-room",
		reach: ({ page }) => heading(page, "There is no such room").waitFor(),
	},
	{ ...ines, name: "direct", path: roomAt("mireille"), reach: seeMessages },
	{ ...ines, name: "direct-several", path: roomAt("several"), reach: seeMessages },
	{ ...ines, name: "direct-notes", path: roomAt("notes"), reach: seeMessages },
	{
		...ines,
		name: "rooms",
		path: () => "/",
		sizes: ["phone"],
		reach: ({ page }) => page.getByRole("navigation").first().waitFor(),
	},
	{
		name: "no-rooms",
		as: "pia",
		path: () => "/",
		...desktop,
		reach: ({ page }) => heading(page, "You are in no room yet").waitFor(),
	},
	{
		...ines,
		name: "members",
		path: roomAt("tide-gauges", "?panel=members"),
		reach: ({ page }) => page.getByRole("list", { name: "Members" }).getByRole("listitem").first().waitFor(),
	},
	{
		...ines,
		name: "room-settings",
		path: roomAt("tide-gauges", "?panel=settings"),
		reach: ({ page }) => heading(page, "Room settings").waitFor(),
	},
	{
		...ines,
		name: "profile",
		path: (world) => roomAt("tide-gauges", `?panel=person-${world.people.leila.id}`)(world),
		reach: ({ page }) => button(page, "Message").last().waitFor(),
	},
	{
		...ines,
		name: "profile-fields",
		path: (world) => roomAt("tide-gauges", `?panel=person-${world.people.leila.id}`)(world),
		async reach({ page }) {
			await button(page, "Change the fields").click();
			await page.getByRole("dialog").getByLabel("Locker").waitFor();
		},
	},
	{
		...ines,
		name: "thread",
		path: (world) => roomAt("tide-gauges", `?panel=thread-${threadIn(world).id}`)(world),
		reach: ({ page }) => page.getByRole("region", { name: "Replies" }).getByText("2 new", { exact: true }).waitFor(),
	},
	{
		...ines,
		name: "thread-page",
		path: (world) => `${roomAt("tide-gauges")(world)}/threads/${threadIn(world).id}`,
		...light,
		reach: ({ page }) => page.getByRole("region", { name: "Replies" }).getByText("2 new", { exact: true }).waitFor(),
	},
	{
		...ines,
		name: "threads",
		path: () => "/threads",
		reach: ({ page }) =>
			page
				.getByRole("main")
				.getByRole("link", { name: /wrong hour/ })
				.waitFor(),
	},
	{
		name: "threads-none",
		as: "pia",
		path: () => "/threads",
		...desktop,
		reach: ({ page }) => heading(page, "No threads yet").waitFor(),
	},
	{
		...ines,
		name: "unread",
		path: () => "/unread",
		reach: ({ page }) => page.getByRole("main").getByRole("article").first().waitFor(),
	},
	{
		...ines,
		name: "mentions",
		path: () => "/mentions",
		reach: ({ page }) => page.getByRole("list", { name: "Mentions" }).getByRole("link").first().waitFor(),
	},
	{
		name: "unread-none",
		as: "pia",
		path: () => "/unread",
		...desktop,
		reach: ({ page }) => heading(page, "You have read everything").waitFor(),
	},
	{
		...ines,
		name: "room-menu",
		path: roomAt("tide-gauges"),
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "More about this room").click();
			await page.getByRole("menu").waitFor();
		},
	},
	{
		...ines,
		name: "message-menu",
		path: roomAt("tide-gauges"),
		async reach({ page, size }) {
			await seeMessages({ page });
			if (size === "phone") return pressLong(page, "Thank you both");
			await message(page, "Thank you both").hover();
			await button(page, "More").last().click();
			await page.getByRole("menuitem").first().waitFor();
		},
	},
	{
		...ines,
		name: "reactions",
		path: roomAt("tide-gauges"),
		...desktop,
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, /^🦭/).hover();
			await page.getByRole("tooltip").filter({ hasText: "Noor" }).waitFor();
		},
	},
	{
		...ines,
		name: "pins",
		path: roomAt("tide-gauges", "?panel=pins"),
		reach: ({ page }) => page.getByRole("list", { name: "Pinned messages" }).getByRole("link").first().waitFor(),
	},
	{
		...ines,
		name: "saved",
		path: () => "/saved",
		reach: ({ page }) => page.getByRole("list", { name: "Saved" }).getByRole("link").first().waitFor(),
	},
	{
		...ines,
		name: "involvement",
		path: roomAt("alarms", "?panel=involvement"),
		reach: ({ page }) => button(page, "For an hour").waitFor(),
	},
	{
		...ines,
		name: "toast",
		path: roomAt("tide-gauges"),
		browser: { permissions: ["clipboard-write"] },
		async reach(visit) {
			const { page, size } = visit;
			await seeMessages(visit);
			if (size === "phone") await pressLong(page, "Thank you both");
			else {
				await message(page, "Thank you both").hover();
				await button(page, "More").last().click();
			}
			await page.getByRole(size === "phone" ? "button" : "menuitem", { name: "Copy link" }).click();
			await page.getByText("Link copied").first().waitFor();
		},
	},
	{ ...ines, name: "confirm", path: roomAt("empty", "?panel=settings"), reach: askToDelete },
];
