import { emojiOf } from "../brackwater/drawings.ts";
import { button, heading, roomAt, seeMessages } from "./parts.ts";
import type { Screen } from "./screen.ts";

const ines = { as: "ines" } as const;

export const aroundRooms: Screen[] = [
	{
		...ines,
		name: "directory",
		path: () => "/directory",
		reach: ({ page }) => page.getByRole("list", { name: "Rooms", exact: true }).getByRole("listitem").first().waitFor(),
	},
	{
		...ines,
		name: "directory-nothing",
		path: () => "/directory",
		async reach({ page }) {
			await page.getByLabel("Look for a room").fill("submarine");
			await heading(page, /submarine/).waitFor();
		},
	},
	{
		...ines,
		name: "create-room",
		path: () => "/directory",
		async reach({ page }) {
			await button(page, "New room").last().click();
			await page.getByRole("dialog").waitFor();
		},
	},
	{
		...ines,
		name: "direct-dialog",
		path: () => "/",
		sizes: ["phone"],
		async reach({ page }) {
			await button(page, "New direct message").click();
			await page
				.getByRole("dialog")
				.getByRole("option")
				.or(page.getByRole("dialog").getByRole("listitem"))
				.first()
				.waitFor();
		},
	},
	{
		...ines,
		name: "directory-people",
		path: () => "/directory",
		async reach({ page }) {
			await page
				.getByRole("tab", { name: "People" })
				.or(page.getByRole("radio", { name: "People" }))
				.or(page.getByRole("link", { name: "People", exact: true }))
				.first()
				.click();
			await heading(page, "Browse people").waitFor();
		},
	},
	{
		...ines,
		name: "quick-switcher",
		path: roomAt("tide-gauges"),
		async reach({ page, size }) {
			await seeMessages({ page });
			if (size === "phone") {
				await page.getByRole("link", { name: "Back to the rooms" }).click();
				await button(page, "Jump to").click();
			} else await page.keyboard.press("Control+k");
			await page
				.getByRole("combobox", { name: "Jump to" })
				.or(page.getByPlaceholder("Room, person, message or action"))
				.first()
				.fill("fi");
			await page.getByRole("option", { name: /firmware/ }).waitFor();
		},
	},
	{
		...ines,
		name: "shortcuts",
		path: roomAt("tide-gauges"),
		sizes: ["desktop"],
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "You, Ines").click();
			await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
			await page.getByRole("dialog").waitFor();
		},
	},
	{
		...ines,
		name: "status",
		path: () => "/",
		async reach({ page }) {
			await button(page, "You, Ines").click();
			await page.getByRole("menuitem", { name: "Set a status" }).click();
			await page.getByRole("dialog").waitFor();
		},
	},
	{
		...ines,
		name: "own-menu",
		path: roomAt("tide-gauges"),
		sizes: ["desktop"],
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "You, Ines").click();
			await page.getByRole("menu").waitFor();
		},
	},
	{
		...ines,
		name: "settings-search",
		path: () => "/admin/settings/general",
		async reach({ page }) {
			await page.getByRole("searchbox").fill("minutes");
			await heading(page, "Limits").waitFor();
		},
	},
	{
		...ines,
		name: "settings-general",
		path: () => "/admin/settings/general",
		reach: ({ page }) => heading(page, "General").waitFor(),
	},
	{
		...ines,
		name: "settings-profile-field",
		path: () => "/admin/settings/accounts",
		async reach({ page }) {
			await button(page, "Change “Station”").click();
			await page.getByRole("dialog").getByLabel("What can be chosen").waitFor();
		},
	},
	{
		...ines,
		name: "settings-changed",
		path: () => "/admin/settings/general",
		async reach({ page }) {
			await page.getByLabel("Name of the site").fill("Brackwater Survey");
			await button(page, "Save").waitFor();
		},
	},
	{
		...ines,
		name: "settings-messages",
		path: () => "/admin/settings/messages",
		reach: ({ page }) => page.getByLabel("Longest message").waitFor(),
	},
	{
		...ines,
		name: "mail-delivery",
		path: () => "/admin/mail",
		async reach({ page }) {
			await button(page, "Send a test mail").click();
			await page.getByRole("list", { name: "What was said" }).waitFor();
			await page.locator("iframe").waitFor();
		},
	},
	{
		name: "settings-not-allowed",
		as: "kofi",
		path: () => "/admin/settings/general",
		reach: ({ page }) => heading(page, "This is for administrators").waitFor(),
	},
	{
		...ines,
		name: "settings-refused",
		path: () => "/admin/settings/messages",
		async reach({ page }) {
			await page.getByLabel("Longest message").fill("many");
			await button(page, "Save").click();
			await page.locator("[aria-invalid=true]").waitFor();
		},
	},
	{
		...ines,
		name: "emoji",
		path: () => "/admin/emoji",
		async reach({ page }) {
			const file = { name: "Party at the lock.png", mimeType: "image/png", buffer: await emojiOf("lazy_seal") };
			await page.locator("input[type=file]").setInputFiles(file);
			await page.getByRole("img", { name: ":low_water:" }).waitFor();
		},
	},
	{
		...ines,
		name: "emoji-none",
		path: () => "/admin/emoji",
		prepare: ({ page }) =>
			page.route("**/api/emoji", (route) => route.fulfill({ json: { items: [], nextCursor: null } })),
		reach: ({ page }) => heading(page, "No emoji of your own yet").waitFor(),
	},
	{
		name: "join",
		as: "pia",
		path: ({ inviteCode }) => `/join/${inviteCode}`,
		reach: ({ page }) => button(page, "Join the room").waitFor(),
	},
	{
		name: "join-nowhere",
		as: "pia",
		path: () => "/join/nowhere",
		sizes: ["phone"],
		reach: ({ page }) => heading(page, "This invitation leads nowhere").waitFor(),
	},
];
