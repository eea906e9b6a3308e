/** The list of messages keeps its place, whatever happens above and below what is seen. */
import { devices, type Locator } from "@playwright/test";
import { composer, message, messages, roomLink } from "./parts.ts";
import { expect, type Page, type Room, test, type World } from "./world.ts";

const LONG = 420;

test("older messages come above, and what is seen stays where it is to the pixel", async ({ world }) => {
	test.slow();
	const room = await longRoom(world, LONG);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, `Reading ${LONG}.`)).toBeInViewport();
	for (let page = 0; page < 8; page++) {
		await wheelUntil(alice, -1_400, () => isScrolled(alice));
		const anchor = await visibleMessage(alice);
		const before = await topOf(anchor);
		await expect
			.poll(async () => Math.abs((await topOf(anchor)) - before), { intervals: [50, 100, 100, 100, 100] })
			.toBeLessThanOrEqual(1);
	}
	await wheelUntil(alice, -4_000, () => messages(alice).getByText("This is the beginning of").isVisible());
	await expect(message(alice, "Reading 1.")).toBeVisible();
});

test("who reads further up is not moved by what comes, and the button counts it", async ({ world }) => {
	test.slow();
	const room = await longRoom(world, 60);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	await wheelUntil(alice, -700, () => alice.getByRole("button", { name: "Jump to newest" }).isVisible());
	const anchor = await visibleMessage(alice);
	const before = await topOf(anchor);
	for (const number of [1, 2, 3]) await world.say("bob", room, `New ${number}\n\nwith a second paragraph`);
	await expect(alice.getByRole("button", { name: "3 new messages" })).toBeVisible();
	expect(Math.abs((await topOf(anchor)) - before)).toBeLessThanOrEqual(1);
	await alice.getByRole("button", { name: "3 new messages" }).click();
	await expect(message(alice, "New 3")).toBeInViewport({ ratio: 1 });
	await expect(messages(alice).getByRole("button", { name: /new message|Jump/ })).toHaveCount(0);
});

test("at the end the list follows what comes and what grows", async ({ world }) => {
	const room = await longRoom(world, 40);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 40.")).toBeInViewport();
	await world.say("bob", room, "```ts\nconst one = 1;\nconst two = 2;\n```\nand so on");
	await expect(message(alice, "and so on")).toBeInViewport({ ratio: 1 });
	await composer(alice).fill("one\ntwo\nthree\nfour\nfive");
	await expect(message(alice, "and so on")).toBeInViewport({ ratio: 1 });
});

test("a message that is edited above what is seen moves nothing", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	const sent: { id: string }[] = [];
	for (let number = 1; number <= 60; number++) sent.push(await world.say("alice", room, `Reading ${number}.`));
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	await wheelUntil(alice, -500, () => isScrolled(alice));
	// The last turn of the wheel may still be on its way.
	await expect(async () => {
		const top = await topOf(await visibleMessage(alice));
		await alice.waitForTimeout(150);
		expect(await topOf(await visibleMessage(alice))).toBe(top);
	}).toPass();
	const anchor = await visibleMessage(alice);
	const before = await topOf(anchor);
	const text = Array.from({ length: 8 }, (_, line) => `line ${line}`).join("\n");
	// The first of all, where it is out of sight: what is seen itself may grow.
	const isSeen = await alice.evaluate((id) => {
		const row = document.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect();
		return row !== undefined && row.bottom > 0 && row.top < innerHeight;
	}, sent[0]?.id);
	if (!isSeen) await world.as("alice")("PATCH", `/api/messages/${sent[0]?.id}`, { text });
	await world.as("alice")("PATCH", `/api/messages/${sent[57]?.id}`, { text });
	await expect(message(alice, "line 7").first()).toBeAttached();
	expect(Math.abs((await topOf(anchor)) - before)).toBeLessThanOrEqual(1);
});

test("a room opens where reading goes on, however far back that is, and is read as it is seen", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "I have read up to here");
	for (let number = 1; number <= 90; number++) await world.say("alice", room, `Reading ${number}.`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const line = messages(bob).getByText("New messages", { exact: true });
	await expect(line).toBeInViewport();
	await expect(message(bob, "I have read up to here")).toBeInViewport();
	await expect(message(bob, "Reading 1.")).toBeInViewport();
	await expect(message(bob, "Reading 90.")).toHaveCount(0);
	const { y, height } = await boxOf(messages(bob));
	expect((await boxOf(line)).y).toBeGreaterThan(y);
	expect((await boxOf(line)).y).toBeLessThan(y + height / 2);

	// Only what was on the screen is read.
	const { unread } = await membershipOf(world, room);
	expect(unread).toBeGreaterThan(40);
	await expect.poll(async () => (await membershipOf(world, room)).unread).toBeLessThan(90);
	await bob.getByRole("button", { name: /new messages/ }).click();
	await expect(message(bob, "Reading 90.")).toBeInViewport();
	await expect.poll(async () => (await membershipOf(world, room)).unread).toBe(0);
});

test("going back to a room leads to where one was, and to the end if one was there", async ({ world }) => {
	test.slow();
	const room = await longRoom(world, 60);
	const other = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	await wheelUntil(alice, -700, () => alice.getByRole("button", { name: "Jump to newest" }).isVisible());
	const anchor = await visibleMessage(alice);
	const before = await topOf(anchor);
	await roomLink(alice, other.name).click();
	await expect(messages(alice).getByText("This is the beginning of")).toBeVisible();
	await roomLink(alice, room.name).click();
	await expect(anchor).toBeInViewport();
	expect(Math.abs((await topOf(anchor)) - before)).toBeLessThanOrEqual(1);

	await alice.getByRole("button", { name: "Jump to newest" }).click();
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	await roomLink(alice, other.name).click();
	await expect(messages(alice).getByText("This is the beginning of")).toBeVisible();
	await world.say("alice", room, "From my phone");
	await roomLink(alice, room.name).click();
	await expect(message(alice, "From my phone")).toBeInViewport({ ratio: 1 });
});

test("a link to a message has the focus on it, and one step leads to the newest", async ({ world }) => {
	test.slow();
	const room = await world.room();
	const sent: { id: string }[] = [];
	for (let number = 1; number <= 150; number++) sent.push(await world.say("alice", room, `Reading ${number}.`));
	const alice = await world.open("alice", `/rooms/${room.id}?message=${sent[29]?.id}`);
	await expect(message(alice, "Reading 30.")).toBeInViewport();
	await expect(message(alice, "Reading 30.")).toBeFocused();
	await alice.getByRole("button", { name: "Jump to newest" }).click();
	await expect(message(alice, "Reading 150.")).toBeInViewport();
	await expect(alice).toHaveURL(`${world.url}/rooms/${room.id}`);
});

test("what happened several times over is one line, which tells all on demand", async ({ world }) => {
	const room = await world.room();
	for (const who of ["bob", "carol"] as const) await world.as(who)("POST", `/api/rooms/${room.id}/join`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(messages(alice).getByText("Bob and Carol joined")).toBeVisible();
	await expect(messages(alice).getByText(/Alice made this room today/)).toBeVisible();
});

test("a finger that stays on a message opens its sheet, which the way back, a swipe and Esc close", async ({
	world,
}) => {
	const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
	const room = await world.room();
	await world.say("alice", room, "Low water is at 14:48");
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	const open = async () => {
		const { x, y } = await boxOf(message(alice, "14:48"));
		const touch = { pointerType: "touch", pointerId: 1, clientX: x + 90, clientY: y + 20, isPrimary: true };
		await message(alice, "14:48").dispatchEvent("pointerdown", touch);
		await expect(sheet).toBeVisible();
	};
	await open();
	await alice.goBack();
	await expect(sheet).toHaveCount(0);
	await expect(alice).toHaveURL(`${world.url}/rooms/${room.id}`);
	await open();
	await alice.keyboard.press("Escape");
	await expect(sheet).toHaveCount(0);

	await open();
	const handle = sheet.locator("div").first();
	const { x, y, width } = await boxOf(handle);
	await alice.mouse.move(x + width / 2, y + 10);
	await alice.mouse.down();
	await alice.mouse.move(x + width / 2, y + 140, { steps: 5 });
	await alice.mouse.up();
	await expect(sheet).toHaveCount(0);

	await open();
	await sheet.getByRole("button", { name: "Edit" }).click();
	await expect(sheet).toHaveCount(0);
	await expect(alice.getByRole("textbox", { name: "Edit the message" })).toHaveValue("Low water is at 14:48");
});

test("the wheel turns the list also where the button lies over it", async ({ world }) => {
	test.slow();
	const room = await longRoom(world, 60);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "Reading 60.")).toBeInViewport();
	const jump = messages(alice).getByRole("button", { name: "Jump to newest" });
	await wheelUntil(alice, -700, () => jump.isVisible());
	const anchor = await visibleMessage(alice);
	const before = await topOf(anchor);
	await jump.hover();
	await alice.mouse.wheel(0, -100);
	await expect.poll(async () => Math.round((await topOf(anchor)) - before)).toBe(100);
});

async function longRoom(world: World, count: number): Promise<Room> {
	const room = await world.room({ members: ["bob"] });
	for (let number = 1; number <= count; number++) {
		await world.say("alice", room, number % 7 === 0 ? `Reading ${number}.\n\n- low\n- high` : `Reading ${number}.`);
	}
	return room;
}

async function membershipOf(world: World, room: Room): Promise<{ unread: number }> {
	const { membership } = await world.as("bob")<{ membership: { unread: number } }>("GET", `/api/rooms/${room.id}`);
	return membership;
}

/** Scrolls like a hand does, until it holds. */
async function wheelUntil(page: Page, by: number, done: () => Promise<boolean>): Promise<void> {
	const { x, y, width, height } = await boxOf(messages(page));
	await page.mouse.move(x + width / 2, y + height / 2);
	await expect(async () => {
		await page.mouse.wheel(0, by);
		expect(await done()).toBe(true);
	}).toPass({ intervals: [100] });
}

async function isScrolled(page: Page): Promise<boolean> {
	return page.getByRole("button", { name: "Jump to newest" }).isVisible();
}

/** One in the middle of what is seen, by its text. */
async function visibleMessage(page: Page): Promise<Locator> {
	const { x, y, width, height } = await boxOf(messages(page));
	const id = await page.evaluate(
		([left, top]) =>
			document
				.elementFromPoint(left, top)
				?.closest("[data-row]")
				?.querySelector("[data-message]")
				?.getAttribute("data-message"),
		[x + width / 2, y + height / 2] as const,
	);
	expect(id).toBeTruthy();
	return page.locator(`[data-message="${id}"]`);
}

async function topOf(locator: Locator): Promise<number> {
	return (await boxOf(locator)).y;
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await locator.boundingBox();
	if (!box) throw new Error("It is not shown.");
	return box;
}
