import type { Locator } from "@playwright/test";
import { fingerOf, keysOf, phone } from "./hands.ts";
import { composer, message, messages, replies, reply, replyBox } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const SAID = "Low water at 14:48";
const byId = (page: Page, { id }: { id: string }) => messages(page).locator(`[data-message="${id}"]`);
const quoteIn = (row: Locator) => row.getByRole("button", { name: new RegExp(`Alice.*${SAID}`) });
/** What is being written, with the quote above it. */
const form = (page: Page, field = composer(page)) => page.locator("form").filter({ has: field });
const drop = (page: Page, field = composer(page)) => form(page, field).getByRole("button", { name: "Do not quote" });

test("a quote stays with the draft, waits for the connection, leads to its place and follows what it quotes", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const said = await world.say("alice", room, SAID);
	for (let number = 1; number <= 30; number++) await world.say("alice", room, `Reading ${number}`);
	const bob = await world.open("bob", `/rooms/${room.id}?message=${said.id}`);
	const original = byId(bob, said);
	const noon = message(bob, "Then we go at noon");
	await original.hover();
	await original.getByRole("button", { name: "Quote", exact: true }).click();
	await expect(composer(bob)).toBeFocused();
	await expect(form(bob)).toContainText(SAID);
	await composer(bob).fill("Then we go at noon");
	await bob.reload();
	await expect(composer(bob)).toHaveValue("Then we go at noon");
	await expect(form(bob)).toContainText(SAID);

	await bob.context().setOffline(true);
	await composer(bob).press("Control+Enter");
	await expect(noon).toContainText(SAID);
	await expect(drop(bob)).toHaveCount(0);
	await bob.context().setOffline(false);
	await expect(noon).not.toContainText("Being sent");
	await expect(quoteIn(noon)).toBeInViewport();

	await quoteIn(noon).click();
	await expect(original).toBeFocused();
	await bob.keyboard.press("End");
	// The address names it already.
	await quoteIn(noon).click();
	await expect(original).toBeFocused();
	await world.as("alice")("PATCH", `/api/messages/${said.id}`, { text: `${SAID}, at Halling` });
	await bob.keyboard.press("End");
	await expect(noon).toContainText(`${SAID}, at Halling`);
	await world.as("alice")("DELETE", `/api/messages/${said.id}`);
	await expect(noon).toContainText("What was quoted here was deleted");
	await expect(quoteIn(noon)).toHaveCount(0);
});

test("by keys, in a room and in a thread: R quotes, Esc does not; the quote is gone to and back", async ({ world }) => {
	const room = await world.room();
	const said = await world.say("alice", room, SAID);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const { press, type, tabTo, use } = keysOf(alice);
	await tabTo(composer(alice));
	await tabTo(byId(alice, said), "Shift+Tab");
	await press("r");
	await expect(composer(alice)).toBeFocused();
	await expect(composer(alice)).toHaveAccessibleDescription(new RegExp(SAID));
	await press("Escape");
	await expect(drop(alice)).toHaveCount(0);
	await expect(composer(alice)).toBeFocused();

	await tabTo(byId(alice, said), "Shift+Tab");
	await press("t");
	await expect(replyBox(alice)).toBeFocused();
	const root = replies(alice).locator(`[data-message="${said.id}"]`);
	await tabTo(root, "Shift+Tab");
	await press("r");
	await expect(replyBox(alice)).toBeFocused();
	await type("I'll be there");
	await press("Enter");
	await expect(quoteIn(reply(alice, "I'll be there"))).toBeVisible();
	await tabTo(reply(alice, "I'll be there"), "Shift+Tab");
	await use(quoteIn(reply(alice, "I'll be there")));
	await expect(root).toBeFocused();
});

test("by finger: quoted from the sheet, dropped, quoted again; among the saved ones its card tells what it quotes", async ({
	world,
}) => {
	const room = await world.room();
	const said = await world.say("alice", room, SAID);
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	const { tap, hold, write } = fingerOf(alice);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	for (const time of ["first", "second"]) {
		await hold(byId(alice, said), sheet);
		await tap(sheet.getByRole("button", { name: "Quote", exact: true }));
		await expect(form(alice)).toContainText(SAID);
		if (time === "first") await tap(drop(alice));
	}
	await write(composer(alice), "Boots on");
	await tap(form(alice).getByRole("button", { name: "Send", exact: true }));
	await expect(quoteIn(message(alice, "Boots on"))).toBeVisible();
	await expect(message(alice, "Boots on")).not.toContainText("Being sent");
	const id = await message(alice, "Boots on").getAttribute("data-message");
	await world.as("alice")("PUT", `/api/messages/${id}/star`);
	await alice.goto("/saved");
	const card = alice.getByRole("list", { name: "Saved" }).getByRole("article").filter({ hasText: "Boots on" });
	await expect(card).toContainText(SAID);
});
