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
		name: "account",
		path: () => "/account",
		reach: ({ page }) => heading(page, "Profile").waitFor(),
	},
	{
		...ines,
		name: "settings-general",
		path: () => "/admin/settings/general",
		reach: ({ page }) => heading(page, "General").waitFor(),
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
		name: "settings-not-allowed",
		as: "kofi",
		path: () => "/admin/settings/general",
		reach: ({ page }) => heading(page, "This is for administrators").waitFor(),
	},
];
