/** The list of messages without a mouse. */
import { composer, message, messages, say } from "./parts.ts";
import { expect, type Page, type Room, test, type World } from "./world.ts";

test("Shift+Tab leads from the composer to the newest message, arrows and letters from one to the next, Esc back", async ({
	world,
}) => {
	const { alice } = await talk(world, 12);
	await composer(alice).press("Shift+Tab");
	await expect(message(alice, "Reading 12.")).toBeFocused();
	await alice.keyboard.press("ArrowUp");
	await expect(message(alice, "Reading 11.")).toBeFocused();
	await alice.keyboard.press("k");
	await expect(message(alice, "Reading 10.")).toBeFocused();
	await alice.keyboard.press("j");
	await expect(message(alice, "Reading 11.")).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(composer(alice)).toBeFocused();
});

test("↑ goes on where nothing is drawn or loaded yet, Home to the first message and End to the last", async ({
	world,
}) => {
	test.slow();
	const { alice } = await talk(world, 130);
	await composer(alice).press("Shift+Tab");
	await expect(message(alice, "Reading 130.")).toBeFocused();
	for (let number = 129; number >= 60; number--) {
		await alice.keyboard.press("ArrowUp");
		await expect(message(alice, `Reading ${number}.`)).toBeFocused();
	}
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	await alice.keyboard.press("Home");
	await expect(message(alice, "Reading 1.")).toBeFocused();
	await alice.keyboard.press("End");
	await expect(message(alice, "Reading 130.")).toBeFocused();
	await expect(message(alice, "Reading 130.")).toBeInViewport();
	await alice.keyboard.press("PageUp");
	await expect(message(alice, "Reading 130.")).not.toBeFocused();
	await expect(alice.locator("[data-message]:focus")).toBeInViewport();
});

test("the focused message stays the same when new ones come", async ({ world }) => {
	const { alice, room } = await talk(world, 12);
	await composer(alice).press("Shift+Tab");
	await alice.keyboard.press("ArrowUp");
	await world.say("bob", room, "Something new");
	await expect(message(alice, "Something new")).toBeVisible();
	await expect(message(alice, "Reading 11.")).toBeFocused();
});

test("c and l copy, e edits, and Enter leads to what can be done", async ({ world }) => {
	const { alice, room } = await talk(world, 3);
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	const copied = () => alice.evaluate(() => navigator.clipboard.readText());
	await composer(alice).press("Shift+Tab");
	await alice.keyboard.press("c");
	await expect(alice.getByText("Text copied")).toBeVisible();
	expect(await copied()).toBe("Reading 3.");
	await alice.keyboard.press("l");
	await expect(alice.getByText("Link copied")).toBeVisible();
	expect(await copied()).toMatch(new RegExp(`/rooms/${room.id}\\?message=`));

	await alice.keyboard.press("Enter");
	const bar = message(alice, "Reading 3.").getByRole("toolbar");
	await expect(bar.getByRole("button").first()).toBeFocused();
	await alice.keyboard.press("ArrowLeft");
	await expect(bar.getByRole("button", { name: "More" })).toBeFocused();
	await alice.keyboard.press("Enter");
	await expect(alice.getByRole("menuitem").first()).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(bar.getByRole("button", { name: "More" })).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(message(alice, "Reading 3.")).toBeFocused();

	await alice.keyboard.press("e");
	await alice.getByRole("textbox", { name: "Edit the message" }).fill("Reading three.");
	await alice.keyboard.press("Enter");
	await expect(message(alice, "Reading three.")).toContainText("edited");
	await expect(composer(alice)).toBeFocused();
});

test("Delete takes the message away, goes on to the next, and Ctrl+Z brings it back", async ({ world }) => {
	const { alice } = await talk(world, 3);
	await composer(alice).press("Shift+Tab");
	await alice.keyboard.press("ArrowUp");
	await expect(message(alice, "Reading 2.")).toBeFocused();
	await alice.keyboard.press("Delete");
	await expect(message(alice, "Reading 2.")).toHaveCount(0);
	await expect(message(alice, "Reading 3.")).toBeFocused();
	await alice.keyboard.press("Control+z");
	await expect(message(alice, "Reading 2.")).toBeVisible();
	await alice.keyboard.press("Shift+Delete");
	await expect(alice.getByRole("dialog", { name: "Delete this message?" })).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(message(alice, "Reading 3.")).toBeFocused();
});

test("new messages are read out as words, old ones are not", async ({ world }) => {
	const { alice, room } = await talk(world, 3);
	const log = messages(alice).getByRole("log", { name: "New messages" });
	await expect(log).toBeAttached();
	await world.say("bob", room, "Low water is at **14:48**, see `slot`");
	await expect(log).toHaveText("Bob: Low water is at 14:48, see slot");
	await say(alice, "Thanks");
	await expect(message(alice, "Thanks")).toBeVisible();
	await expect(log).toHaveText("Bob: Low water is at 14:48, see slot");
});

async function talk(world: World, count: number): Promise<{ alice: Page; room: Room }> {
	const room = await world.room({ members: ["bob"] });
	for (let number = 1; number <= count; number++) await world.say("alice", room, `Reading ${number}.`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, `Reading ${count}.`)).toBeInViewport();
	return { alice, room };
}
