import { composer } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const openPicker = (page: Page) => page.getByRole("button", { name: "Emoji", exact: true }).click();
const search = (page: Page) => page.getByRole("searchbox", { name: /emoji/i });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("an emoji is found by its name and picked by keyboard, and is offered first from then on", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await openPicker(alice);
	await expect(search(alice)).toBeFocused();
	await search(alice).fill("octopus");
	await search(alice).press("Enter");
	await expect(composer(alice)).toHaveValue("🐙");
	await expect(composer(alice)).toBeFocused();

	await openPicker(alice);
	await expect(alice.getByRole("group", { name: "Frequently used" }).getByRole("button").first()).toHaveText("🐙");
	await alice.keyboard.press("Escape");
	await expect(search(alice)).toHaveCount(0);
});

test("Enter gives what the letters mean, however fast they were typed, and the same as the list shows first", async ({
	world,
}) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	let written = "";
	for (const words of ["rocket", "heart", "sun", "cat face"]) {
		await openPicker(alice);
		await expect(alice.getByRole("gridcell").first()).toBeVisible();
		await alice.keyboard.type(words);
		await alice.keyboard.press("Enter");
		await expect(composer(alice)).toBeFocused();
		await expect(composer(alice)).not.toHaveValue(written);
		const picked = (await composer(alice).inputValue()).slice(written.length);
		written += picked;

		await openPicker(alice);
		await expect(search(alice)).toBeFocused();
		await alice.keyboard.type(words);
		await expect(alice.getByRole("gridcell", { name: "grinning face", exact: true })).toHaveCount(0);
		await expect(alice.getByRole("gridcell", { selected: true })).toHaveText(picked);
		await alice.keyboard.press("Escape");
	}
	await openPicker(alice);
	await expect(search(alice)).toBeFocused();
	await alice.keyboard.type("rocket");
	await expect(alice.getByRole("gridcell", { name: "rocket", exact: true })).toBeVisible();
	await alice.keyboard.type(" and nothing is called so");
	await alice.keyboard.press("Enter");
	await expect(search(alice)).toBeVisible();
	await expect(composer(alice)).toHaveValue(written);
});

test("the arrows lead on from what was found", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await openPicker(alice);
	await expect(search(alice)).toBeFocused();
	await alice.keyboard.type("moon");
	const cells = alice.getByRole("gridcell", { name: /moon/ });
	await expect(cells.first()).toHaveAttribute("aria-selected", "true");
	const second = await cells.nth(1).textContent();
	await alice.keyboard.press("ArrowRight");
	await expect(cells.nth(1)).toHaveAttribute("aria-selected", "true");
	await alice.keyboard.press("Enter");
	await expect(composer(alice)).toHaveValue(second ?? "");
});

test("groups are one step away, and what is called by no name says so", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await openPicker(alice);
	await alice.getByRole("button", { name: "Flags" }).click();
	await expect(
		alice.getByRole("gridcell", { name: "chequered flag" }).or(alice.getByRole("gridcell", { name: "checkered flag" })),
	).toBeInViewport();
	await search(alice).fill("nothing is called so");
	await expect(alice.getByText("No emoji is called that.")).toBeVisible();
});

test("a tone of skin is chosen once", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await openPicker(alice);
	await alice.getByRole("button", { name: "No skin tone" }).click();
	await alice.getByRole("button", { name: "Dark skin tone", exact: true }).click();
	await search(alice).fill("thumbs up");
	await search(alice).press("Enter");
	await expect(composer(alice)).toHaveValue("👍🏿");
	await alice.reload();
	await openPicker(alice);
	await expect(alice.getByRole("button", { name: "Dark skin tone", exact: true })).toBeVisible();
});

test("on a phone the picker comes from below, and nothing of it is fetched before or from elsewhere", async ({
	world,
}) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	await expect(composer(alice)).toBeVisible();
	const asked: string[] = [];
	alice.on("request", (request) => asked.push(request.url()));
	await openPicker(alice);
	const sheet = alice.getByRole("dialog", { name: "Emoji" });
	await sheet.getByRole("gridcell", { name: "grinning face", exact: true }).click();
	await expect(composer(alice)).toHaveValue("😀");
	await expect(sheet).toHaveCount(0);
	expect(asked.filter((address) => address.includes("/_next/static/")).length).toBeGreaterThan(0);
	expect(asked.filter((address) => !address.startsWith(world.url))).toEqual([]);
});
