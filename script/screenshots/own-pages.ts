/** What is about oneself: profile, preferences, what one has begun. */
import { view } from "../brackwater/drawings.ts";
import { LONG_NAME } from "../brackwater/talk.ts";
import { button, heading, withBootstrap } from "./parts.ts";
import type { Screen, Visit } from "./screen.ts";

const ines = { as: "ines" } as const;
const IN_AN_HOUR_MS = 3_600_000;

/** What she began in rooms, with one person and in a thread. */
async function beginToWrite({ world }: Visit): Promise<void> {
	const { rooms } = world;
	const thread = rooms["tide-gauges"].sent.find(({ answers }) => answers.length > 0);
	const begun: Record<string, string> = {
		[rooms.orders.id]: `The kettle, again. ${"And something for the stove, and cups, and ".repeat(8)}tea.`,
		[rooms.kofi.id]: "Boots: **both** pairs?",
		[`${rooms["tide-gauges"].id}/${thread?.id}`]: "1. `plan utc`\n2. wait\n3. count the seals",
		[rooms.world.id]: "سأكون هناك",
	};
	for (const [place, text] of Object.entries(begun)) await world.as("ines")("PUT", `/api/me/drafts/${place}`, { text });
}

export const ownPages: Screen[] = [
	{
		...ines,
		name: "account",
		path: () => "/account",
		reach: ({ page }) => heading(page, "Profile").waitFor(),
	},
	{
		...ines,
		name: "sessions",
		path: () => "/account",
		async reach({ page }) {
			await page.getByRole("list", { name: "Sessions" }).getByRole("listitem").first().waitFor();
			await heading(page, "Where you are signed in").scrollIntoViewIfNeeded();
			await page.getByRole("list", { name: "Sessions" }).getByRole("listitem").last().scrollIntoViewIfNeeded();
		},
	},
	{
		...ines,
		name: "crop",
		path: () => "/account",
		async reach({ page }) {
			const file = { name: "me.jpg", mimeType: "image/jpeg", buffer: await view() };
			await page.locator("input[type=file]").setInputFiles(file);
			await page.getByRole("dialog", { name: "Your picture" }).waitFor();
		},
	},
	{
		...ines,
		name: "preferences",
		path: () => "/preferences",
		reach: ({ page }) => heading(page, "Look").waitFor(),
	},
	{
		...ines,
		name: "keywords",
		path: () => "/preferences",
		prepare: (visit) =>
			withBootstrap(visit, ({ preferences }) => {
				preferences.keywords = [
					"skerry",
					"pump house",
					"Tidenhubwasserstandsvorhersage für Ostmole",
					"محطة",
					LONG_NAME,
				];
			}),
		async reach({ page }) {
			await page.getByRole("textbox", { name: "Keywords" }).fill("Skerry");
			await page.getByRole("button", { name: "Add", exact: true }).click();
			await page.getByRole("alert").filter({ hasText: "already" }).waitFor();
			await heading(page, "Notifications").scrollIntoViewIfNeeded();
			await page.getByRole("list", { name: "Your keywords" }).getByRole("listitem").last().scrollIntoViewIfNeeded();
		},
	},
	{
		...ines,
		name: "do-not-disturb",
		path: () => "/preferences",
		async reach({ page }) {
			await button(page, "Choose a time…").click();
			await page.getByRole("dialog").waitFor();
		},
	},
	{
		...ines,
		name: "do-not-disturb-on",
		path: () => "/preferences",
		prepare: (visit) =>
			withBootstrap(visit, ({ preferences }) => {
				preferences.doNotDisturbUntil = new Date(Date.now() + IN_AN_HOUR_MS).toISOString();
			}),
		async reach({ page }) {
			await button(page, "Choose a time…").click();
			await button(page, "Let alerts come again").waitFor();
		},
	},
	{
		...ines,
		name: "drafts",
		path: () => "/drafts",
		prepare: beginToWrite,
		reach: ({ page }) => page.getByRole("list", { name: "Drafts" }).getByRole("listitem").nth(3).waitFor(),
	},
	{
		name: "drafts-none",
		as: "pia",
		path: () => "/drafts",
		sizes: ["desktop"],
		reach: ({ page }) => heading(page, "No drafts").waitFor(),
	},
];
