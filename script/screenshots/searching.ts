import type { Page } from "@playwright/test";
import { button, heading, roomAt, seeMessages } from "./parts.ts";
import type { Screen } from "./screen.ts";

const ines = { as: "ines" } as const;
const at = (line: string) => () => `/search?${new URLSearchParams({ q: line })}`;
const field = (page: Page) => page.getByRole("combobox", { name: /^(Search messages|Nachrichten durchsuchen)$/ });
const hits = (page: Page) => page.getByRole("list", { name: /^(Messages that were found|Gefundene Nachrichten)$/ });

export const searching: Screen[] = [
	{
		...ines,
		name: "search-results",
		path: at("slot"),
		async reach({ page, size }) {
			await hits(page).getByRole("listitem").first().waitFor();
			await page.getByText(/\d messages in/).waitFor();
			if (size === "desktop") await field(page).press("ArrowDown");
		},
	},
	{
		...ines,
		name: "search-german",
		path: at("from:leila slot"),
		themes: ["light"],
		browser: { locale: "de-DE" },
		reach: ({ page }) => hits(page).getByRole("listitem").first().waitFor(),
	},
	{ ...ines, name: "search-begin", path: () => "/search", reach: ({ page }) => heading(page, "Find what").waitFor() },
	{
		...ines,
		name: "search-completion",
		path: at("slot"),
		async reach({ page }) {
			await hits(page).getByRole("listitem").first().waitFor();
			await field(page).fill("slot from:l");
			await page.getByRole("option", { name: /Leila/ }).waitFor();
		},
	},
	{
		...ines,
		name: "search-filters",
		path: at("in:firmware slot"),
		sizes: ["phone"],
		async reach({ page }) {
			await button(page, "Filters").click();
			await page.getByRole("checkbox", { name: /A link/ }).waitFor();
		},
	},
	{
		...ines,
		name: "search-nothing",
		path: at("from:kofi submarine"),
		reach: ({ page }) => heading(page, "Nothing was found").waitFor(),
	},
	{
		...ines,
		name: "search-wrong-day",
		path: at("on:tomorrow slot"),
		themes: ["light"],
		reach: ({ page }) =>
			page
				.getByRole("alert")
				.getByText(/not a day/)
				.waitFor(),
	},
	{
		...ines,
		name: "switcher-messages",
		path: roomAt("tide-gauges"),
		async reach({ page, size }) {
			await seeMessages({ page });
			if (size === "phone") {
				await page.getByRole("link", { name: "Back to the rooms" }).click();
				await button(page, "Jump to").click();
			} else await page.keyboard.press("Control+k");
			await page.getByRole("combobox", { name: "Jump to" }).fill("slot");
			await page.getByRole("group", { name: "Messages" }).getByRole("option").first().waitFor();
		},
	},
	{
		...ines,
		name: "jump-to-day",
		path: roomAt("tide-gauges"),
		async reach({ page }) {
			await seeMessages({ page });
			await button(page, "More about this room").click();
			await page.getByRole("menuitem", { name: "Jump to a day" }).click();
			await page.getByRole("dialog").waitFor();
		},
	},
];
