import { composer, heading, message, messages, roomLink, sidebar } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const edge = (page: Page) => page.getByRole("separator", { name: "Width of the sidebar" });
const widthOf = async (page: Page) => Math.round((await sidebar(page).boundingBox())?.width ?? 0);

test("the sidebar is as wide as one makes it, by keys and by mouse, also after a reload", async ({ world }) => {
	const alice = await world.open("alice");
	const usual = await widthOf(alice);
	await edge(alice).focus();
	await alice.keyboard.press("ArrowRight");
	await alice.keyboard.press("ArrowRight");
	await expect(edge(alice)).toHaveAttribute("aria-valuenow", "312");
	expect(await widthOf(alice)).toBe(usual + 32);
	await alice.keyboard.press("End");
	await alice.keyboard.press("ArrowRight");
	await expect(edge(alice)).toHaveAttribute("aria-valuenow", "420");

	const box = await edge(alice).boundingBox();
	if (!box) throw new Error("The edge is drawn.");
	await alice.mouse.move(box.x + box.width / 2, 400);
	await alice.mouse.down();
	await alice.mouse.move(250, 400);
	await alice.mouse.up();
	await expect(edge(alice)).toHaveAttribute("aria-valuenow", "250");
	await alice.reload();
	await expect(edge(alice)).toHaveAttribute("aria-valuenow", "250");
	await edge(alice).dblclick();
	await expect(edge(alice)).toHaveAttribute("aria-valuenow", "280");
});

test("the sidebar can be put away and brought back, and sections fold but for what is unread", async ({ world }) => {
	const quiet = await world.room({ members: ["bob"] });
	const loud = await world.room({ members: ["bob"] });
	const bob = await world.open("bob");
	await expect(composer(bob)).toBeVisible();
	await bob.keyboard.press("Control+Shift+s");
	await expect(sidebar(bob)).toBeHidden();
	await bob.reload();
	await bob.getByRole("button", { name: /^Show the sidebar/ }).click();
	await expect(roomLink(bob, quiet.name)).toBeVisible();

	await sidebar(bob).getByRole("button", { name: "Rooms", exact: true }).click();
	await expect(roomLink(bob, quiet.name)).toHaveCount(0);
	await world.say("alice", loud, "Over here");
	await expect(roomLink(bob, loud.name)).toBeVisible();
	await expect(roomLink(bob, quiet.name)).toHaveCount(0);
	await sidebar(bob).getByRole("button", { name: "Rooms", exact: true }).click();
	await expect(roomLink(bob, quiet.name)).toBeVisible();
});

test("? shows the keys where nobody types, and Esc closes one thing after the other", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.type("why?");
	await expect(composer(alice)).toHaveText("why?");
	await alice.getByRole("button", { name: /^Members/ }).click();
	await expect(alice.getByRole("complementary", { name: /^Members/ })).toBeFocused();
	await alice.keyboard.press("?");
	await expect(alice.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(alice.getByRole("dialog")).toHaveCount(0);
	await expect(alice.getByRole("complementary", { name: /^Members/ })).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(alice.getByRole("complementary")).toHaveCount(0);
	await expect(alice.getByRole("button", { name: /^Members/ })).toBeFocused();
});

test("F6 goes through the parts of the page, and Alt with Shift to what is unread", async ({ world }) => {
	const here = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	await world.say("alice", here, "Read me");
	const bob = await world.open("bob", `/rooms/${here.id}`);
	await expect(message(bob, "Read me")).toBeVisible();
	await expect(composer(bob)).toBeFocused();
	await bob.keyboard.press("F6");
	await expect(roomLink(bob, here.name)).toBeFocused();
	await bob.keyboard.press("F6");
	await expect(messages(bob).getByRole("article").last()).toBeFocused();
	await bob.keyboard.press("F6");
	await expect(composer(bob)).toBeFocused();
	await bob.keyboard.press("Shift+F6");
	await expect(messages(bob).getByRole("article").last()).toBeFocused();

	await world.say("alice", other, "Over here");
	await expect(roomLink(bob, other.name)).toHaveAccessibleName(`${other.name}, unread`);
	await bob.keyboard.press("Alt+Shift+ArrowDown");
	await expect(bob.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
});

test("of many rooms Tab stops at one: the arrows, Home and End go through the list", async ({ world }) => {
	const [first, here, last] = [
		await world.room({ name: "ka-first", members: ["bob"] }),
		await world.room({ name: "ka-here", members: ["bob"] }),
		await world.room({ name: "ka-last", members: ["bob"] }),
	];
	const bob = await world.open("bob", `/rooms/${here.id}`);
	await expect(composer(bob)).toBeFocused();
	await bob.keyboard.press("F6");
	await expect(roomLink(bob, here.name)).toBeFocused();
	await bob.keyboard.press("ArrowDown");
	await expect(roomLink(bob, last.name)).toBeFocused();
	await bob.keyboard.press("ArrowUp");
	await bob.keyboard.press("ArrowUp");
	await expect(roomLink(bob, first.name)).toBeFocused();
	await bob.keyboard.press("Shift+Tab");
	await expect(roomLink(bob, here.name)).not.toBeFocused();
	await expect(sidebar(bob).locator("a[data-room]:focus")).toHaveCount(0);
	await roomLink(bob, first.name).focus();
	await bob.keyboard.press("Home");
	await expect(sidebar(bob).getByRole("link", { name: /^Unread/ })).toBeFocused();
	await bob.keyboard.press("End");
	await expect(sidebar(bob).getByRole("link").last()).toBeFocused();
	await roomLink(bob, last.name).focus();
	await bob.keyboard.press("Enter");
	await expect(heading(bob, last.name)).toBeVisible();
});

test("Shift+Esc reads everything, on all devices", async ({ world }) => {
	const here = await world.room({ members: ["bob"] });
	const first = await world.room({ members: ["bob"] });
	const second = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${here.id}`);
	const elsewhere = await world.open("bob", `/rooms/${here.id}`);
	for (const room of [first, second]) await world.say("alice", room, "News");
	for (const room of [first, second]) {
		await expect(roomLink(elsewhere, room.name)).toHaveAccessibleName(`${room.name}, unread`);
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(`${room.name}, unread`);
	}
	await bob.keyboard.press("Shift+Escape");
	for (const room of [first, second]) await expect(roomLink(elsewhere, room.name)).toHaveAccessibleName(room.name);
});

test("a status with words is set from one's own face, and seen by others", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const alice = await world.open("alice", `/rooms/${room.id}?panel=members`);
	await bob.getByRole("button", { name: "You, Bob" }).click();
	await bob.getByRole("menuitem", { name: "Set a status" }).click();
	await bob
		.getByRole("dialog")
		.getByRole("button", { name: /^In a meeting/ })
		.click();
	await expect(bob.getByRole("textbox", { name: "What is up?" })).toHaveValue("In a meeting");
	await bob.getByRole("dialog").getByRole("button", { name: "Save" }).click();
	await expect(bob.getByRole("dialog")).toHaveCount(0);
	await expect(alice.getByRole("list", { name: "Members" }).getByText(/In a meeting/)).toBeVisible();
});

test("in a long list the room that is gone to comes into sight, and what is unread out of sight is told", async ({
	world,
}) => {
	const first = await world.room({ name: "aa-first", members: ["bob"] });
	for (let index = 10; index < 50; index++) await world.room({ name: `mm-filler-${index}`, members: ["bob"] });
	const last = await world.room({ name: "zz-last", members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${first.id}`);
	await expect(roomLink(bob, first.name)).toBeInViewport();
	await expect(roomLink(bob, last.name)).not.toBeInViewport();
	await world.say("alice", last, "Down here");
	await bob.getByRole("button", { name: /unread rooms? below$/ }).click();
	await expect(bob.getByRole("button", { name: /below$/ })).toHaveCount(0);

	await roomLink(bob, first.name).scrollIntoViewIfNeeded();
	await expect(roomLink(bob, last.name)).not.toBeInViewport();
	await bob.keyboard.press("Control+k");
	await bob.getByRole("combobox", { name: "Jump to" }).fill(last.name);
	await bob.keyboard.press("Enter");
	await expect(roomLink(bob, last.name)).toBeInViewport();
});
