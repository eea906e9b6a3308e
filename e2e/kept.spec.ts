import { fingerOf, keysOf, phone } from "./hands.ts";
import { choose, composer, heading, message, roomLink, sidebar } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const cards = (page: Page, name: string) => page.getByRole("list", { name, exact: true }).getByRole("article");

test("what an owner pins is marked, listed, led to and let go, for all who look", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "The key is under the third stone");
	for (let number = 1; number <= 60; number++) await world.say("bob", room, `Reading ${number}.`);
	const { items } = await world.as("bob")<{ items: { id: string }[] }>(
		"GET",
		`/api/rooms/${room.id}/messages?around=2&limit=1`,
	);
	const alice = await world.open("alice", `/rooms/${room.id}?message=${items[0]?.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await button(bob, "Pinned messages").click();
	await expect(bob.getByText("Nothing is pinned yet")).toBeVisible();

	await choose(alice, "third stone", "Pin to the room");
	await expect(message(alice, "third stone").getByRole("img", { name: "pinned" })).toBeVisible();
	await expect(cards(bob, "Pinned messages")).toContainText(["third stone"]);
	// Bob may not pin here.
	await expect(cards(bob, "Pinned messages").getByRole("button")).toHaveCount(0);
	await expect(message(bob, "third stone")).toHaveCount(0);
	await cards(bob, "Pinned messages").getByRole("link").click();
	await expect(message(bob, "third stone")).toBeInViewport();
	await message(bob, "third stone").hover();
	await message(bob, "third stone").getByRole("button", { name: "More" }).click();
	await expect(bob.getByRole("menuitem", { name: "Copy text" })).toBeVisible();
	await expect(bob.getByRole("menuitem", { name: /Pin|Unpin/ })).toHaveCount(0);

	await button(alice, "Pinned messages").click();
	await cards(alice, "Pinned messages").getByRole("button", { name: "Unpin" }).click();
	await expect(cards(alice, "Pinned messages")).toHaveCount(0);
	await expect(bob.getByText("Nothing is pinned yet")).toBeVisible();
	await expect(message(bob, "third stone").getByRole("img", { name: "pinned" })).toHaveCount(0);
});

test("what one saves stands on a page of its own, is found there, led to, and taken off on all devices", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "Tide table for December");
	await world.say("bob", room, "Bring the long ladder");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const elsewhere = await world.open("alice", `/saved`);
	await choose(alice, "Tide table", "Save");
	await message(alice, "long ladder").hover();
	await message(alice, "long ladder").getByRole("button", { name: "Save" }).click();
	await expect(message(alice, "long ladder").getByRole("img", { name: "saved" })).toBeVisible();
	const mine = cards(elsewhere, "Saved").filter({ hasText: room.name });
	await expect(mine).toContainText(["long ladder", "Tide table"]);

	await elsewhere.getByRole("searchbox", { name: "Filter what you saved" }).fill("tide");
	await expect(mine).toContainText(["Tide table"]);
	await elsewhere.getByRole("searchbox").fill("no such word");
	await expect(elsewhere.getByText("Nothing saved has “no such word” in it")).toBeVisible();
	await elsewhere.getByRole("searchbox").fill("");
	await mine.filter({ hasText: "long ladder" }).getByRole("button", { name: "Remove from saved" }).click();
	await expect(mine).toHaveCount(1);
	await expect(message(alice, "long ladder").getByRole("img", { name: "saved" })).toHaveCount(0);
	await elsewhere.getByRole("button", { name: "Undo" }).click();
	await expect(mine).toHaveCount(2);
	await mine.filter({ hasText: "Tide table" }).getByRole("link").click();
	await expect(heading(elsewhere, room.name)).toBeVisible();
	await expect(message(elsewhere, "Tide table")).toBeFocused();
});

test("by keys: s saves the message and takes it off, and the page is reached and left", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "Order new batteries");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const { press, tabTo, use } = keysOf(alice);
	await tabTo(composer(alice));
	await tabTo(message(alice, "batteries"), "Shift+Tab");
	await press("s");
	await expect(message(alice, "batteries").getByRole("img", { name: "saved" })).toBeVisible();
	await use(sidebar(alice).getByRole("link", { name: "Saved" }), "Shift+Tab");
	await expect(heading(alice, "Saved")).toBeVisible();
	const card = cards(alice, "Saved").filter({ hasText: "batteries" });
	await use(card.getByRole("link"));
	await expect(message(alice, "batteries")).toBeFocused();
	await press("s");
	await expect(message(alice, "batteries").getByRole("img", { name: "saved" })).toHaveCount(0);
});

test("by finger: saved from the sheet, pinned, and both found again", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "Lock code 4711");
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	const { tap, hold, choose: chooseItem } = fingerOf(alice);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	for (const what of ["Save", "Pin to the room"]) {
		await hold(message(alice, "4711"), sheet);
		await tap(sheet.getByRole("button", { name: what, exact: true }));
		await expect(sheet).toHaveCount(0);
	}
	await expect(message(alice, "4711").getByRole("img", { name: "pinned" })).toBeVisible();
	await tap(button(alice, "More about this room"));
	await chooseItem("Pinned messages");
	await tap(cards(alice, "Pinned messages").getByRole("link"));
	await expect(message(alice, "4711")).toBeInViewport();
	await tap(alice.getByRole("link", { name: "Back to the rooms" }));
	await tap(sidebar(alice).getByRole("link", { name: "Saved" }));
	await expect(cards(alice, "Saved").filter({ hasText: "4711" })).toBeVisible();
	await tap(alice.getByRole("link", { name: "Back to the rooms" }));
	await expect(roomLink(alice, room.name)).toBeVisible();
});
