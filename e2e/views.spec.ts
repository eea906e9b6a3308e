import { choose, heading, message, sidebar } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(name) });

test("all that is unread is read by keyboard, room after room, and comes as it is written", async ({ world }) => {
	const [quay, dike] = [await world.room({ members: ["bob"] }), await world.room({ members: ["bob"] })];
	await world.say("alice", quay, "The **first** buoy is back");
	await world.say("alice", quay, "And the second, by @alice");
	await world.say("alice", dike, "Storm on Friday");
	const bob = await world.open("bob");
	await sidebar(bob)
		.getByRole("link", { name: /^Unread/ })
		.click();
	await expect(heading(bob, "Unread")).toBeVisible();
	await expect(section(bob, quay.name).getByRole("article")).toHaveCount(2);
	await expect(section(bob, dike.name)).toContainText("Storm on Friday");
	await world.say("alice", dike, "And on Saturday");
	await expect(section(bob, dike.name)).toContainText("And on Saturday");

	// The rooms are walked through to the one of this test; what others left unread stands among them.
	const room = section(bob, quay.name);
	await room.getByRole("link").first().focus();
	await bob.keyboard.press("ArrowDown");
	await expect(room.getByRole("link", { name: /The first buoy is back/ })).toBeFocused();
	await bob.keyboard.press("ArrowDown");
	await expect(room.getByRole("link", { name: /And the second/ })).toBeFocused();
	await bob.keyboard.press("ArrowDown");
	await expect(room.locator(":focus")).toHaveCount(0);
	await bob.keyboard.press("ArrowUp");
	await bob.keyboard.press("Escape");
	await expect(room).toHaveCount(0);
	const left = await world.as("bob")<{ membership: { unread: number } }>("GET", `/api/rooms/${dike.id}`);
	expect(left.membership.unread).toBe(2);
	await bob.getByRole("button", { name: "Undo" }).click();
	await expect(room.getByRole("article")).toHaveCount(2);

	await section(bob, dike.name)
		.getByRole("link", { name: /Storm on Friday/ })
		.press("Enter");
	await expect(heading(bob, dike.name)).toBeVisible();
	await choose(bob, "Storm on Friday", "Why was I alerted, or not?");
	const why = bob.getByRole("dialog", { name: "Why was I alerted, or not?" });
	await expect(why).toContainText("You were not alerted.It is not for you in particular");
	await bob.keyboard.press("Escape");
	await expect(why).toHaveCount(0);
});

test("what names one is collected, comes while one looks, leads to its place, and goes with the right to read it", async ({
	world,
}) => {
	const room = await world.room({ kind: "private", members: ["bob"] });
	const { id } = await world.say("alice", room, `@bob the ${room.name} gauge is quiet`);
	const bob = await world.open("bob", "/mentions");
	const list = bob.getByRole("list", { name: "Mentions" });
	const mention = (text: string) => list.getByRole("listitem").filter({ hasText: text });
	await expect(mention(`the ${room.name} gauge is quiet`)).toContainText("New");
	await world.say("alice", room, `@all come to ${room.name}`);
	await expect(list.getByRole("listitem").first()).toContainText(`come to ${room.name}`);
	await mention("gauge is quiet").getByRole("link").first().click();
	await expect(message(bob, "gauge is quiet")).toBeVisible();
	await bob.goBack();
	await expect(mention("gauge is quiet")).toBeVisible();
	await world.as("alice")("DELETE", `/api/messages/${id}`);
	await expect(mention("gauge is quiet")).toHaveCount(0);
	await expect(mention(`come to ${room.name}`)).toBeVisible();
	const me = await world.as("bob")<{ id: string }>("GET", "/api/me");
	await world.as("alice")("DELETE", `/api/rooms/${room.id}/members/${me.id}`);
	await expect(mention(`come to ${room.name}`)).toHaveCount(0);
});
