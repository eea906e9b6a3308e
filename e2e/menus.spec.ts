import { choose, composer, message } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const OWN = { name: "You, Alice" };
const ownMenu = (page: Page) => page.getByRole("menu");

/** Holds back every script that is asked for from now on. Answers how to let them through. */
async function holdScripts(page: Page): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((done) => {
		release = done;
	});
	await page.route("**/*.js", async (route) => {
		await released;
		await route.continue();
	});
	return release;
}

test("a menu that is clicked before its script is there opens as soon as it is", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const release = await holdScripts(alice);
	const button = alice.getByRole("button", OWN);
	await expect(button).toHaveAttribute("aria-haspopup", "menu");
	await button.click();
	await expect(button).toHaveAttribute("aria-expanded", "false");
	await expect(ownMenu(alice)).toHaveCount(0);
	release();
	await expect(ownMenu(alice)).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(ownMenu(alice)).toHaveCount(0);
	await expect(button).toBeFocused();
	await button.click();
	await alice.getByRole("menuitem", { name: "Set a status" }).click();
	await expect(alice.getByRole("dialog")).toBeVisible();
});

for (const key of ["Enter", "Space", "ArrowDown"]) {
	test(`${key} opens a menu whose script is not there yet, and leads to its first row`, async ({ world }) => {
		const room = await world.room();
		const alice = await world.open("alice", `/rooms/${room.id}`);
		const release = await holdScripts(alice);
		await alice.getByRole("button", OWN).focus();
		await alice.keyboard.press(key);
		await expect(ownMenu(alice)).toHaveCount(0);
		release();
		await expect(ownMenu(alice).getByRole("menuitem").first()).toBeFocused();
		await alice.keyboard.press("Escape");
		await expect(alice.getByRole("button", OWN)).toBeFocused();
	});
}

test("whoever went on to write before a menu came is not called back to it", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const release = await holdScripts(alice);
	await alice.getByRole("button", OWN).click();
	await composer(alice).fill("a word ");
	const arrived = alice.waitForResponse((response) => response.url().endsWith(".js"));
	release();
	await arrived;
	await composer(alice).pressSequentially("and more");
	await expect(composer(alice)).toHaveValue("a word and more");
	await expect(ownMenu(alice)).toHaveCount(0);
});

test("a popover that is clicked before its script is there opens as soon as it is", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const release = await holdScripts(alice);
	const button = alice.getByRole("button", { name: "Emoji", exact: true });
	await button.click();
	await expect(button).toHaveAttribute("aria-expanded", "false");
	release();
	await expect(alice.getByRole("searchbox", { name: /emoji/i })).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(button).toBeFocused();
});

test("a menu is one press away for a mouse, a finger and a key when its script is there", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`, { hasTouch: true });
	const button = alice.getByRole("button", OWN);
	await button.focus();
	await alice.keyboard.press("Enter");
	await expect(ownMenu(alice)).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(ownMenu(alice)).toHaveCount(0);

	const roomMenu = alice.getByRole("button", { name: "More about this room" });
	await roomMenu.tap();
	await expect(ownMenu(alice)).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(ownMenu(alice)).toHaveCount(0);

	await alice.getByRole("button", { name: "Add rooms" }).click();
	await expect(ownMenu(alice)).toBeVisible();
});

test("the bar over a message is back when a dialog goes away that lay over it", async ({ world }) => {
	const room = await world.room({ members: ["carol"] });
	await world.say("carol", room, "The tide is in");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bar = alice.getByRole("toolbar");
	await choose(alice, "The tide is in", "Delete");
	await expect(alice.getByRole("dialog")).toBeVisible();
	await expect(bar).toHaveCount(0);
	const { x = 0, y = 0 } = (await message(alice, "The tide is in").boundingBox()) ?? {};
	await alice.mouse.move(x + 20, y + 8);
	await alice.keyboard.press("Escape");
	await expect(alice.getByRole("dialog")).toHaveCount(0);
	await alice.mouse.move(x + 22, y + 8);
	await expect(bar).toBeVisible();
});
