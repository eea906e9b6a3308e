import { devices } from "@playwright/test";
import { answer, composer, message, messages, replies, reply, replyBox, summary, threadsLink } from "./parts.ts";
import { expect, type Name, type Page, type Room, test, type World } from "./world.ts";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

type Said = { id: string };

const replyTo = (world: World, who: Name, room: { id: string }, root: Said, text: string, more = {}) =>
	world.as(who)<Said & { threadSeq: number }>("POST", `/api/rooms/${room.id}/messages`, {
		text,
		threadId: root.id,
		...more,
	});
const panel = (page: Page) => page.getByRole("complementary", { name: "Thread" });
const inRoom = (room: Room, query = "") => `/rooms/${room.id}${query}`;
const openedAt = (room: Room, root: Said) => inRoom(room, `?panel=thread-${root.id}`);

test("somebody replies in a thread by mouse, and the other sees it there and on the message, not in the room", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("alice", room, "Halling went quiet");
	const alice = await world.open("alice", inRoom(room));
	const bob = await world.open("bob", inRoom(room));
	await message(bob, "Halling went quiet").hover();
	await bob.getByRole("button", { name: "Reply in thread" }).click();
	await expect(replyBox(bob)).toBeFocused();
	await expect(reply(bob, "Halling went quiet")).toBeVisible();
	await answer(bob, "The battery is fine");
	await expect(reply(bob, "The battery is fine")).toBeVisible();
	await expect(messages(bob).getByText("The battery is fine")).toHaveCount(0);

	await expect(summary(alice, "Halling went quiet")).toHaveText(/1 reply1 newlast reply/);
	await expect(messages(alice).getByText("The battery is fine")).toHaveCount(0);
	await summary(alice, "Halling went quiet").click();
	await expect(reply(alice, "The battery is fine")).toBeVisible();
	await answer(alice, "Then it is the slot");
	await expect(reply(bob, "Then it is the slot")).toBeVisible();
	await expect(summary(bob, "Halling went quiet")).toContainText("2 replies");
	await expect(replies(bob).getByText("2 replies")).toBeVisible();
});

test("the keyboard opens a thread, replies, and comes back to the message", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("alice", room, "Who takes the ferry?");
	const bob = await world.open("bob", inRoom(room));
	await expect(composer(bob)).toBeFocused();
	await bob.keyboard.press("Shift+Tab");
	await message(bob, "Who takes the ferry?").focus();
	await bob.keyboard.press("t");
	await expect(replyBox(bob)).toBeFocused();
	await bob.keyboard.type("I do");
	await bob.keyboard.press("Enter");
	await expect(replyBox(bob)).toHaveValue("");
	await expect(reply(bob, "I do")).not.toContainText("Being sent");
	await bob.keyboard.press("ArrowUp");
	await expect(replies(bob).getByRole("textbox", { name: "Edit the message" })).toHaveValue("I do");
	await bob.keyboard.type(" not");
	await bob.keyboard.press("Enter");
	await expect(reply(bob, "I do not")).toContainText("edited");
	await expect(replyBox(bob)).toBeFocused();
	await bob.keyboard.press("Escape");
	await expect(panel(bob)).toHaveCount(0);
	await expect(message(bob, "Who takes the ferry?")).toBeFocused();
});

test("a reply that is also sent to the room stands in both, and leads from the room to its place in the thread", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Found the fault?");
	const bob = await world.open("bob", openedAt(room, root));
	const alice = await world.open("alice", inRoom(room));
	await bob.getByRole("checkbox", { name: `Also send to #${room.name}` }).check();
	await answer(bob, "It was the slot");
	await expect(reply(bob, "It was the slot")).toContainText("also in the room");
	await expect(message(bob, "It was the slot")).toBeVisible();
	await expect(bob.getByRole("checkbox", { name: /Also send/ })).not.toBeChecked();

	await message(alice, "It was the slot").getByRole("button", { name: "Reply in a thread" }).click();
	await expect(reply(alice, "It was the slot")).toBeFocused();
	await expect(alice).toHaveURL(new RegExp(`panel=thread-${root.id}&reply=`));
});

test("a reply that is written without a connection is sent once, in its thread, also after a reload", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Anybody on the water?");
	const bob = await world.open("bob", openedAt(room, root));
	await expect(replyBox(bob)).toBeVisible();
	// The server cannot be written to.
	await bob.route(/\/api\/rooms\/[^/]+\/messages$/, (route) =>
		route.request().method() === "POST" ? route.abort() : route.continue(),
	);
	await answer(bob, "Two of us");
	await expect(reply(bob, "Two of us")).toContainText("Being sent");
	await expect(messages(bob).getByText("Two of us")).toHaveCount(0);
	await bob.reload();
	await expect(reply(bob, "Two of us")).toContainText("Being sent");
	await bob.unroute(/\/api\/rooms\/[^/]+\/messages$/);
	await expect(reply(bob, "Two of us")).not.toContainText("Being sent", { timeout: 40_000 });
	const thread = await world.as("alice")<{ items: { text: string }[] }>("GET", `/api/messages/${root.id}/thread`);
	expect(thread.items.map(({ text }) => text)).toEqual(["Two of us"]);
	await expect(reply(bob, "Two of us")).toHaveCount(1);
});

test("what was begun in a thread is kept apart from the room's draft, over a reload", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Which module?");
	const bob = await world.open("bob", openedAt(room, root));
	await replyBox(bob).fill("The new");
	await composer(bob).fill("Elsewhere");
	await bob.reload();
	await expect(replyBox(bob)).toHaveValue("The new");
	await expect(composer(bob)).toHaveValue("Elsewhere");
});

test("unread replies are counted in the sidebar and the title, shown above a line, and read on all devices at once", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("bob", room, "Is it UTC?");
	const laptop = await world.open("bob", "/account");
	const other = await world.open("bob", "/account");
	await expect(threadsLink(laptop)).toHaveAccessibleName("Threads");
	const before = Number(/^\((\d+)\)/.exec(await laptop.title())?.[1] ?? 0);
	await replyTo(world, "alice", room, root, "Since Friday");
	await replyTo(world, "alice", room, root, "I think");
	await expect(threadsLink(laptop)).toHaveAccessibleName("Threads, 2 unread");
	await expect(threadsLink(other)).toHaveAccessibleName("Threads, 2 unread");
	await expect(laptop).toHaveTitle(`(${before + 2}) Account · Brackwater`);

	await threadsLink(laptop).click();
	await laptop.getByRole("link", { name: /Is it UTC\?/ }).click();
	await expect(replies(laptop).getByText("2 new", { exact: true })).toBeVisible();
	await expect(threadsLink(laptop)).toHaveAccessibleName("Threads");
	await expect(threadsLink(other)).toHaveAccessibleName("Threads");
});

test("the inbox has unread threads first, and is kept true while one looks at it", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const [old, read] = [await world.say("bob", room, "Old question"), await world.say("bob", room, "Settled question")];
	await replyTo(world, "alice", room, old, "No idea");
	const last = await replyTo(world, "alice", room, read, "Settled");
	await world.as("bob")("PUT", `/api/messages/${read.id}/thread/read`, { threadSeq: last.threadSeq });
	const bob = await world.open("bob", "/threads");
	const unread = bob.getByRole("region", { name: "Unread" });
	const earlier = bob.getByRole("region", { name: "Earlier" });
	await expect(unread.getByRole("link", { name: /Old question/ })).toContainText("1 new reply");
	await expect(earlier.getByRole("link", { name: /Settled question/ })).toBeVisible();

	await replyTo(world, "alice", room, read, "Not settled");
	await expect(unread.getByRole("link", { name: /Settled question/ })).toContainText("2 replies");
	const fresh = await world.say("bob", room, "Fresh question");
	await replyTo(world, "alice", room, fresh, "Yes?");
	await expect(unread.getByRole("link").first()).toContainText("Fresh question");

	await unread.getByRole("link", { name: /Old question/ }).click();
	await expect(reply(bob, "No idea")).toBeVisible();
	await bob.getByRole("link", { name: "Back to the threads" }).click();
	await expect(earlier.getByRole("link", { name: /Old question/ })).toBeVisible();
	await bob.getByRole("button", { name: "Mark all as read" }).click();
	await expect(unread).toHaveCount(0);
	await expect(threadsLink(bob)).toHaveAccessibleName("Threads");
});

test("a thread is marked unread, on all devices, and no longer followed", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("bob", room, "Log book?");
	await replyTo(world, "alice", room, root, "Written down");
	const bob = await world.open("bob", openedAt(room, root));
	const other = await world.open("bob", "/account");
	await expect(reply(bob, "Written down")).toBeVisible();
	await expect(threadsLink(other)).toHaveAccessibleName("Threads");
	await panel(bob).getByRole("button", { name: "More about this thread" }).click();
	await bob.getByRole("menuitem", { name: "Mark as unread" }).click();
	await expect(panel(bob)).toHaveCount(0);
	await expect(threadsLink(other)).toHaveAccessibleName("Threads, 1 unread");
	await expect(summary(bob, "Log book?")).toContainText("1 new");

	await summary(bob, "Log book?").click();
	await expect(replies(bob).getByText("1 new", { exact: true })).toBeVisible();
	await expect(threadsLink(other)).toHaveAccessibleName("Threads");
	await panel(bob).getByRole("button", { name: "You follow this thread" }).click();
	await expect(panel(bob).getByRole("button", { name: "Follow this thread" })).toBeVisible();
	await replyTo(world, "alice", room, root, "And signed");
	await expect(reply(bob, "And signed")).toBeVisible();
	await bob.getByRole("button", { name: "Close the panel" }).click();
	await replyTo(world, "alice", room, root, "Twice");
	await expect(summary(bob, "Log book?")).toContainText("3 replies");
	await expect(summary(bob, "Log book?")).not.toContainText("new");
	await expect(threadsLink(bob)).toHaveAccessibleName("Threads");
});

test("a thread leads to its place in the room and back, and a link to a reply leads into the thread", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("bob", room, "The very first");
	const one = await replyTo(world, "alice", room, root, "Hidden in the thread");
	for (let number = 1; number <= 60; number++) await world.say("alice", room, `Later ${number}.`);
	const bob = await world.open("bob", `/rooms/${room.id}/threads/${root.id}`);
	await expect(reply(bob, "Hidden in the thread")).toBeVisible();
	await bob.getByRole("button", { name: `#${room.name}` }).click();
	await expect(message(bob, "The very first")).toBeInViewport();
	await expect(panel(bob)).toBeVisible();
	await bob.goBack();
	await expect(bob.getByRole("heading", { name: "Thread", level: 1 })).toBeVisible();

	await bob.goto(inRoom(room, `?message=${one.id}`));
	await expect(reply(bob, "Hidden in the thread")).toBeVisible();
	await expect(message(bob, "The very first")).toBeInViewport();
});

test("a long thread loads older replies as one scrolls up, to the message it hangs on", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Count with me");
	for (let number = 1; number <= 130; number++) await replyTo(world, "alice", room, root, `Count ${number}.`);
	const bob = await world.open("bob", openedAt(room, root));
	await expect(reply(bob, "Count 130.")).toBeInViewport();
	await expect(reply(bob, "Count 1.")).toHaveCount(0);
	await reply(bob, "Count 130.").hover();
	await expect
		.poll(async () => {
			await bob.mouse.wheel(0, -3_000);
			return reply(bob, "Count with me").count();
		})
		.toBe(1);
	await expect(reply(bob, "Count 1.")).toBeVisible();
	await expect(replies(bob).getByText("130 replies")).toBeVisible();
	await bob.getByRole("button", { name: "Jump to newest" }).click();
	await expect(reply(bob, "Count 130.")).toBeInViewport();
});

test("what happened in a thread while the connection was away is caught up with", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Before the storm");
	const gone = await replyTo(world, "alice", room, root, "Will go");
	const bob = await world.open("bob", openedAt(room, root));
	await expect(reply(bob, "Will go")).toBeVisible();
	await bob.context().setOffline(true);
	await expect(bob.getByText("Reconnecting… your messages will be sent")).toBeVisible();
	await world.as("alice")("DELETE", `/api/messages/${gone.id}`);
	await replyTo(world, "alice", room, root, "After the storm");
	await bob.context().setOffline(false);
	await expect(reply(bob, "After the storm")).toBeVisible();
	await expect(reply(bob, "Will go")).toHaveCount(0);
});

test("a thread stays when its message is deleted, and nobody can reply any more", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "To be withdrawn");
	await replyTo(world, "bob", room, root, "Too late");
	const bob = await world.open("bob", openedAt(room, root));
	await expect(replyBox(bob)).toBeVisible();
	await world.as("alice")("DELETE", `/api/messages/${root.id}`);
	await expect(replies(bob).getByText("This message was deleted.")).toBeVisible();
	await expect(reply(bob, "Too late")).toBeVisible();
	await expect(replyBox(bob)).toHaveCount(0);
});

test("on a phone a thread has the whole screen, opened by a long press, and the way back leads to the room", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("alice", room, "Low water at 14:48");
	const bob = await world.open("bob", "/", phone);
	await bob.getByRole("link", { name: new RegExp(`^${room.name}`) }).click();
	const touch = { pointerType: "touch", pointerId: 1, isPrimary: true };
	await message(bob, "Low water at 14:48").dispatchEvent("pointerdown", touch);
	await bob.getByRole("button", { name: "Reply in thread" }).click();
	await expect(replyBox(bob)).toBeVisible();
	await expect(composer(bob)).toBeHidden();
	await replyBox(bob).fill("I take the module");
	await bob.getByRole("button", { name: "Send", exact: true }).click();
	await expect(reply(bob, "I take the module")).toBeVisible();
	await bob.goBack();
	await expect(summary(bob, "Low water at 14:48")).toContainText("1 reply");
	await bob.getByRole("link", { name: "Back to the rooms" }).click();
	await threadsLink(bob).click();
	await bob.getByRole("link", { name: /Low water at 14:48/ }).click();
	await expect(reply(bob, "I take the module")).toBeVisible();
	await bob.getByRole("link", { name: "Back to the threads" }).click();
	await expect(bob.getByRole("heading", { name: "Threads" })).toBeVisible();
});

test("who types in a thread is seen there, and not in the room", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const root = await world.say("alice", room, "Who writes it down?");
	const bob = await world.open("bob", openedAt(room, root));
	const alice = await world.open("alice", openedAt(room, root));
	await expect(replyBox(alice)).toBeVisible();
	await expect(async () => {
		await replyBox(bob).pressSequentially("I ");
		await expect(panel(alice).getByText("Bob is typing…")).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await expect(alice.getByRole("main").getByText("is typing")).toHaveCount(0);
});

test("a thread of a room that one may not read is not there", async ({ world }) => {
	const hidden = await world.room({ kind: "private" });
	const secret = await world.say("alice", hidden, "Between us");
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", openedAt(room, secret));
	await expect(bob.getByRole("heading", { name: "There is no such thread" })).toBeVisible();
	await bob.goto(`/rooms/${hidden.id}/threads/${secret.id}`);
	await expect(bob.getByRole("heading", { name: "There is no such room" })).toBeVisible();
	await expect(bob.getByText("Between us")).toHaveCount(0);
});
