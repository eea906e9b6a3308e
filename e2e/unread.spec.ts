import { choose, composer, message, messages, roomLink } from "./parts.ts";
import { expect, test } from "./world.ts";

test("unread appears on all devices, and clears on all when the room is read on one", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const laptop = await world.open("bob");
	const phone = await world.open("bob");
	await expect(roomLink(laptop, room.name)).toHaveAccessibleName(room.name);
	await expect(roomLink(phone, room.name)).toHaveAccessibleName(room.name);

	await world.say("alice", room, "Anybody there?");
	await expect(roomLink(laptop, room.name)).toHaveAccessibleName(`${room.name}, unread`);
	await expect(roomLink(phone, room.name)).toHaveAccessibleName(`${room.name}, unread`);

	await roomLink(laptop, room.name).click();
	await expect(messages(laptop).getByText("New messages", { exact: true })).toBeVisible();
	await expect(roomLink(laptop, room.name)).toHaveAccessibleName(room.name);
	await expect(roomLink(phone, room.name)).toHaveAccessibleName(room.name);
});

test("what one writes oneself is never unread", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob");
	await expect(roomLink(bob, room.name)).toBeVisible();
	await world.say("bob", room, "From another device");
	await world.say("alice", room, "An answer");
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(`${room.name}, unread`);
	await world.say("bob", room, "And another one");
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(room.name);
});

test("what is meant for me is counted on the tab, whatever page is open", async ({ world }) => {
	const me = await world.as("bob")<{ id: string }>("GET", "/api/me");
	const room = await world.as("alice")<{ id: string }>("POST", "/api/rooms", { kind: "direct", members: [me.id] });
	const bob = await world.open("bob", "/account");
	await expect(bob).toHaveTitle(/Account · Brackwater$/);
	const counted = async () => Number(/^\((\d+)\)/.exec(await bob.title())?.[1] ?? 0);
	const before = await counted();
	await world.say("alice", room, "Look at the harbour");
	await expect.poll(counted).toBe(before + 1);
	await bob.getByRole("link", { name: "Preferences" }).click();
	await expect(bob).toHaveTitle(`(${before + 1}) Preferences · Brackwater`);
});

test("messages that come while one reads further up are counted, and read when one is back", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	for (let number = 1; number <= 60; number++) await world.say("alice", room, `Reading ${number}.`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await bob.getByRole("button", { name: /new messages/ }).click();
	await expect(message(bob, "Reading 60.")).toBeVisible();
	await message(bob, "Reading 60.").hover();
	await bob.mouse.wheel(0, -1_500);
	await expect(bob.getByRole("button", { name: "Jump to newest" })).toBeVisible();
	await world.say("alice", room, "New one");
	await world.say("alice", room, "New two");
	await bob.getByRole("button", { name: "2 new messages" }).click();
	await expect(message(bob, "New two")).toBeVisible();
	await expect(messages(bob).getByText("New messages", { exact: true })).toBeVisible();
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(room.name);
	await expect(composer(bob)).toBeVisible();
});

test("what is marked unread stays so while one looks at it, on all devices, and is read when one comes back", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	for (let number = 1; number <= 5; number++) await world.say("alice", room, `Reading ${number}.`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const elsewhere = await world.open("bob", `/rooms/${other.id}`);
	await expect(message(bob, "Reading 5.")).toBeVisible();
	await expect(roomLink(elsewhere, room.name)).not.toHaveAccessibleName(/unread/);
	await choose(bob, "Reading 3.", "Mark unread from here");
	await expect(bob.getByText("Unread from here, until you come back to the room")).toBeVisible();
	await expect(messages(bob).getByText("New messages", { exact: true }).first()).toBeVisible();
	await expect(roomLink(elsewhere, room.name)).toHaveAccessibleName(/unread/);
	const view = await world.as("bob")<{ membership: { unread: number } }>("GET", `/api/rooms/${room.id}`);
	expect(view.membership.unread).toBe(3);

	await bob.bringToFront();
	await roomLink(bob, other.name).click();
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(/unread/);
	await roomLink(bob, room.name).click();
	await expect(message(bob, "Reading 5.")).toBeVisible();
	await expect(roomLink(elsewhere, room.name)).not.toHaveAccessibleName(/unread/);
});

test("by keys: u marks unread, and everything is marked read from the menu of the site", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	await world.say("alice", room, "The first thing");
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await composer(bob).press("Shift+Tab");
	await expect(message(bob, "The first thing")).toBeFocused();
	await bob.keyboard.press("u");
	await expect(bob.getByText(/^Unread from here/)).toBeVisible();
	await roomLink(bob, other.name).click();
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(/unread/);
	await bob.getByRole("button", { name: "Brackwater" }).focus();
	await bob.keyboard.press("Enter");
	await bob.getByRole("menuitem", { name: "Mark everything as read" }).press("Enter");
	await expect(roomLink(bob, room.name)).not.toHaveAccessibleName(/unread/);
});
