import { choose, composer, message, messages, roomLink, say } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

test("two people talk in a public room", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await talk(alice, bob);
});

test("two people talk in a private room, and a third does not know of it", async ({ world }) => {
	const room = await world.room({ kind: "private", members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await talk(alice, bob);
	const carol = await world.open("carol", `/rooms/${room.id}`);
	await expect(carol.getByRole("heading", { name: "There is no such room" })).toBeVisible();
	await expect(roomLink(carol, room.name)).toHaveCount(0);
});

test("somebody starts a direct message, and it appears at the other", async ({ world }) => {
	const alice = await world.open("alice");
	const carol = await world.open("carol");
	await alice.getByRole("button", { name: "New direct message" }).click();
	await alice.getByLabel("People", { exact: true }).fill("car");
	await alice.getByRole("list", { name: "People found" }).getByRole("button", { name: /Carol/ }).click();
	await alice.getByRole("button", { name: "Open" }).click();
	await expect(alice.getByRole("heading", { level: 1, name: "Carol" })).toBeVisible();
	await say(alice, "Are you on the ferry?");
	await expect(roomLink(carol, "Alice")).toHaveAccessibleName(/1 unread/);
	await roomLink(carol, "Alice").click();
	await talk(alice, carol);
});

test("an edit and a deletion are seen by the other", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await say(alice, "Low water is at 14:84");
	await expect(message(bob, "14:84")).toBeVisible();

	await composer(alice).press("ArrowUp");
	await alice.getByRole("textbox", { name: "Edit the message" }).fill("Low water is at 14:48");
	await alice.keyboard.press("Enter");
	await expect(message(bob, "Low water is at 14:48")).toContainText("edited");
	await expect(message(bob, "14:84")).toHaveCount(0);
	await expect(composer(alice)).toBeFocused();

	await choose(alice, "14:48", "Delete");
	await expect(message(alice, "14:48")).toHaveCount(0);
	await expect(message(bob, "14:48")).toHaveCount(0);
	await alice.reload();
	await expect(composer(alice)).toBeVisible();
	await expect(message(alice, "14:48")).toHaveCount(0);
});

test("where the server shows deletions, a line stands where the message was, at once and later", async ({ world }) => {
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Message_ShowDeletedStatus: true } });
	const room = await world.room({ members: ["bob"] });
	const sent = await world.say("alice", room, "The key is under the mat");
	await world.say("alice", room, "See you there");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(message(bob, "under the mat")).toBeVisible();
	await world.as("alice")("DELETE", `/api/messages/${sent.id}`);
	for (const page of [alice, bob]) {
		await expect(message(page, "This message was deleted.")).toBeVisible();
		await expect(message(page, "under the mat")).toHaveCount(0);
	}
	await bob.reload();
	await expect(messages(bob).getByRole("article")).toHaveText([/This message was deleted\./, /See you there/]);

	await test.step("nothing can be done with what is left of it", async () => {
		await message(alice, "This message was deleted.").hover();
		await expect(alice.getByRole("toolbar")).toHaveCount(0);
		await message(alice, "See you there").hover();
		await expect(alice.getByRole("toolbar")).toBeVisible();
		await alice.mouse.move(0, 0);
		await expect(alice.getByRole("toolbar")).toHaveCount(0);
		await composer(alice).press("Shift+Tab");
		await alice.keyboard.press("ArrowUp");
		await expect(message(alice, "This message was deleted.")).toBeFocused();
		for (const key of ["e", "c", "Delete", "Enter"]) await alice.keyboard.press(key);
		await expect(alice.getByRole("textbox", { name: "Edit the message" })).toHaveCount(0);
		await expect(alice.getByText("Text copied")).toHaveCount(0);
		await expect(alice.getByText("Message deleted")).toHaveCount(0);
		await expect(message(alice, "This message was deleted.")).toBeFocused();
	});
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Message_ShowDeletedStatus: false } });
});

test("a deletion can be undone for a moment, and nobody else has seen it", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await say(alice, "The spare battery is in the van");
	await expect(message(bob, "spare battery")).toBeVisible();
	await choose(alice, "spare battery", "Delete");
	await expect(message(alice, "spare battery")).toHaveCount(0);
	await alice.getByRole("button", { name: "Undo" }).click();
	await expect(message(alice, "spare battery")).toBeVisible();
	await expect(alice.getByText("Message deleted")).toHaveCount(0);
	await say(alice, "No, in the shed");
	await expect(message(bob, "No, in the shed")).toBeVisible();
	await expect(message(bob, "spare battery")).toBeVisible();
});

test("who leaves the room or the page has deleted what he deleted", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const remove = async (text: string) => {
		await say(alice, text);
		await expect(message(bob, text)).toBeVisible();
		await choose(alice, text, "Delete");
		await expect(message(alice, text)).toHaveCount(0);
	};
	await remove("First mistake");
	await roomLink(alice, other.name).click();
	await expect(message(bob, "First mistake")).toHaveCount(0, { timeout: 3_000 });
	await roomLink(alice, room.name).click();
	await remove("Second mistake");
	await alice.close();
	await expect(message(bob, "Second mistake")).toHaveCount(0, { timeout: 3_000 });
});

test("what others wrote is deleted by the owner only after a question", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "Buy cheap watches");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await choose(alice, "cheap watches", "Delete");
	await expect(message(alice, "cheap watches")).toBeVisible();
	await alice.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
	await expect(message(alice, "cheap watches")).toHaveCount(0);
});

test("typing is seen while somebody types, until the message is there", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(composer(bob)).toBeVisible();
	await expect(async () => {
		await composer(alice).pressSequentially("x");
		await expect(bob.getByText("Alice is typing…")).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await composer(alice).press("Enter");
	await expect(bob.getByText("Alice is typing…")).toHaveCount(0);
});

test("an address in a message can be followed, and nothing in it is markup", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await say(alice, "<img src=x onerror=alert(1)> see https://tides.example/a?b=1.");
	await expect(message(alice, "<img src=x onerror=alert(1)> see")).toBeVisible();
	const link = messages(alice).getByRole("link");
	await expect(link).toHaveAttribute("href", "https://tides.example/a?b=1");
	await expect(link).toHaveAttribute("rel", "noopener noreferrer");
});

test("older messages come when one scrolls up, and the newest are one step away", async ({ world }) => {
	test.slow();
	const room = await world.room();
	for (let number = 1; number <= 120; number++) await world.say("alice", room, `Reading ${number}.`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 120.")).toBeVisible();
	await message(alice, "Reading 120.").hover();
	await expect(async () => {
		await alice.mouse.wheel(0, -4_000);
		await expect(messages(alice).getByText("This is the beginning of")).toBeVisible({ timeout: 300 });
	}).toPass({ intervals: [100] });
	await alice.getByRole("button", { name: "Jump to newest" }).click();
	await expect(message(alice, "Reading 120.")).toBeVisible();
});

test("a link to an old message shows it among its neighbours, and newer ones come below", async ({ world }) => {
	test.slow();
	const room = await world.room();
	const sent: { id: string }[] = [];
	for (let number = 1; number <= 150; number++) sent.push(await world.say("alice", room, `Reading ${number}.`));
	const alice = await world.open("alice", `/rooms/${room.id}?message=${sent[29]?.id}`);
	await expect(message(alice, "Reading 30.")).toBeInViewport();
	await expect(message(alice, "Reading 150.")).toHaveCount(0);
	await message(alice, "Reading 30.").hover();
	await expect(async () => {
		await alice.mouse.wheel(0, 4_000);
		await expect(message(alice, "Reading 150.")).toBeVisible({ timeout: 300 });
	}).toPass({ intervals: [100] });
});

async function talk(one: Page, other: Page): Promise<void> {
	await say(one, "Low water is at 14:48");
	await expect(message(other, "Low water is at 14:48")).toBeVisible();
	await say(other, "That leaves a good hour.\nSee you there");
	await expect(message(one, "That leaves a good hour.")).toBeVisible();
}
