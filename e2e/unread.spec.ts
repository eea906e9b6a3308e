import { composer, message, messages, roomLink } from "./parts.ts";
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
