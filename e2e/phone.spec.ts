import { devices } from "@playwright/test";
import { composer, message, roomLink, say, sidebar } from "./parts.ts";
import { expect, test } from "./world.ts";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

test("a phone shows one pane at a time: rooms, a room, its members, and back", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", "/", phone);
	await expect(sidebar(bob)).toBeVisible();
	await expect(composer(bob)).toHaveCount(0);

	await roomLink(bob, room.name).click();
	await expect(composer(bob)).toBeVisible();
	await expect(sidebar(bob)).toBeHidden();
	await say(bob, "From the dike");
	await expect(message(bob, "From the dike")).toBeVisible();

	await bob.getByRole("button", { name: "More about this room" }).click();
	await bob.getByRole("menuitem", { name: "Members" }).click();
	await expect(bob.getByRole("list", { name: "Members" })).toBeVisible();
	await expect(composer(bob)).toBeHidden();
	await bob.goBack();
	await expect(composer(bob)).toBeVisible();
	await bob.goBack();
	await expect(sidebar(bob)).toBeVisible();
	await expect(composer(bob)).toHaveCount(0);
});

test("the arrows on a phone lead the same way as its back gesture, and leave nothing behind", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", "/", phone);
	const before = await bob.evaluate(() => history.length);
	await roomLink(bob, room.name).click();
	await bob.getByRole("button", { name: "More about this room" }).click();
	await bob.getByRole("menuitem", { name: "Members" }).click();
	await bob.getByRole("list", { name: "Members" }).getByRole("button", { name: /Alice/ }).first().click();
	await expect(bob.getByRole("heading", { name: "Profile" })).toBeVisible();
	await bob.goBack();
	await expect(bob.getByRole("list", { name: "Members" })).toBeVisible();
	await bob.getByRole("button", { name: "Close the panel" }).click();
	await expect(composer(bob)).toBeVisible();
	await bob.getByRole("link", { name: "Back to the rooms" }).click();
	await expect(sidebar(bob)).toBeVisible();
	await roomLink(bob, room.name).click();
	await expect(composer(bob)).toBeVisible();
	expect(await bob.evaluate(() => history.length)).toBe(before + 1);
});

test("nothing on a phone is wider than its screen", async ({ world }) => {
	const room = await world.room({
		members: ["bob"],
		name: "workshop-orders-and-everything-else-that-the-harbour-needs-before-winter",
	});
	await world.say("alice", room, "x".repeat(400));
	const paths = [
		"/",
		`/rooms/${room.id}`,
		`/rooms/${room.id}?panel=members`,
		`/rooms/${room.id}?panel=settings`,
		"/directory",
		"/account",
	];
	const bob = await world.open("bob", "/", phone);
	for (const path of paths) {
		await bob.goto(path);
		await expect(bob.getByRole("heading").first()).toBeAttached();
		const tooWide = await bob.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(tooWide, path).toBeLessThanOrEqual(0);
	}
});
