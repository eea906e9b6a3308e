/** Parts of the page whose script does not come, because the network is away when they are first opened. */
import { composer, message, say } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const SCRIPTS = "**/_next/static/**/*.js";

/** From now on no script comes. Answers how to let them come again. */
async function cutScripts(page: Page): Promise<() => Promise<void>> {
	await page.route(SCRIPTS, (route) => route.abort("internetdisconnected"));
	return () => page.unroute(SCRIPTS);
}

test("a panel that cannot be fetched says so in its place, the talk goes on, and trying again brings it", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const mend = await cutScripts(alice);
	await expect(composer(alice)).toBeFocused();
	await alice.getByRole("button", { name: /^Members/ }).click();
	const panel = alice.getByRole("complementary");
	await expect(panel.getByRole("alert")).toContainText("The server could not be reached.");
	await expect(panel).toBeFocused();
	await panel.getByRole("button", { name: "Try again" }).click();
	await expect(panel).toHaveCount(0);
	await expect(panel.getByRole("alert")).toContainText("The server could not be reached.");
	await say(alice, "The talk goes on");
	await expect(message(alice, "The talk goes on")).toBeVisible();

	await mend();
	await panel.getByRole("button", { name: "Try again" }).click();
	await expect(alice.getByRole("list", { name: "Members" }).getByText("@bob")).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(panel).toHaveCount(0);
	await expect(alice.getByRole("button", { name: /^Members/ })).toBeFocused();
});

test("a dialog that cannot be fetched says so, and trying again brings it", async ({ world }) => {
	const alice = await world.open("alice");
	const mend = await cutScripts(alice);
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Control+k");
	const dialog = alice.getByRole("dialog", { name: "Not loaded" });
	await expect(dialog.getByRole("alert")).toContainText("The server could not be reached.");
	await alice.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Control+k");
	await expect(dialog).toBeVisible();
	await mend();
	await dialog.getByRole("button", { name: "Try again" }).click();
	await expect(alice.getByRole("combobox", { name: "Jump to" })).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(composer(alice)).toBeFocused();
});

test("a menu and the emoji that cannot be fetched say so, and come when they can", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`, {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
	});
	const mend = await cutScripts(alice);
	await alice.getByRole("button", { name: "More about this room" }).tap();
	await expect(alice.getByRole("alert").filter({ hasText: "The server could not be reached." })).toBeVisible();
	await expect(alice.getByRole("menu")).toHaveCount(0);

	await alice.getByRole("button", { name: "Emoji", exact: true }).tap();
	const sheet = alice.getByRole("dialog", { name: "Emoji" });
	await expect(sheet.getByRole("alert")).toContainText("The server could not be reached.");
	await mend();
	await sheet.getByRole("button", { name: "Try again" }).tap();
	await sheet.getByRole("gridcell", { name: "grinning face", exact: true }).tap();
	await expect(composer(alice)).toHaveValue("😀");
	await alice.getByRole("button", { name: "More about this room" }).tap();
	await expect(alice.getByRole("menu")).toBeVisible();
});
