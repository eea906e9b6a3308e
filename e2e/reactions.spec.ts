import { fingerOf, keysOf, phone } from "./hands.ts";
import { composer, message } from "./parts.ts";
import { expect, type Page, test, type World } from "./world.ts";

const TEXT = "The gauge at Halling is back";

/** Alice's message, which both look at. */
async function told(world: World, options = {}) {
	const room = await world.room({ members: ["bob"] });
	const { id } = await world.say("alice", room, TEXT);
	const [alice, bob] = await Promise.all([
		world.open("alice", `/rooms/${room.id}`, options),
		world.open("bob", `/rooms/${room.id}`),
	]);
	await expect(message(alice, TEXT)).toBeVisible();
	await expect(message(bob, TEXT)).toBeVisible();
	return { room, id, alice, bob };
}

const chip = (page: Page, emoji: string, count = 1) =>
	message(page, TEXT).getByRole("button", { name: `${emoji}, ${count} reaction${count === 1 ? "" : "s"}` });

test("a reaction from the bar is seen by the other, answered by a press, and taken back", async ({ world }) => {
	const { alice, bob } = await told(world);
	await message(bob, TEXT).hover();
	await message(bob, TEXT).getByRole("button", { name: "React with 👍" }).click();
	await expect(chip(bob, "👍")).toHaveAttribute("aria-pressed", "true");
	await expect(chip(alice, "👍")).toHaveAttribute("aria-pressed", "false");

	await chip(alice, "👍").click();
	await expect(chip(alice, "👍", 2)).toHaveAttribute("aria-pressed", "true");
	await expect(chip(bob, "👍", 2)).toBeVisible();
	await expect(alice.getByRole("tooltip")).toHaveText(/👍.*You and Bob/);

	await chip(bob, "👍", 2).click();
	await chip(alice, "👍").click();
	await expect(message(alice, TEXT).getByRole("group", { name: "Reactions" })).toHaveCount(0);
	await expect(message(bob, TEXT).getByRole("group", { name: "Reactions" })).toHaveCount(0);
});

test("any emoji is found, in the tone that one chose, and is offered first from then on", async ({ world }) => {
	const { alice, bob } = await told(world);
	await message(alice, TEXT).hover();
	await message(alice, TEXT).getByRole("button", { name: "Add a reaction" }).click();
	await alice.getByRole("button", { name: "No skin tone" }).click();
	await alice.getByRole("button", { name: "Medium skin tone" }).click();
	await alice.getByRole("searchbox", { name: /emoji/i }).fill("waving hand");
	await alice.getByRole("gridcell", { name: "waving hand" }).click();
	await expect(chip(alice, "👋🏽")).toBeVisible();
	await expect(chip(bob, "👋🏽")).toBeVisible();
	await alice.mouse.move(0, 0);
	await expect(alice.getByRole("toolbar")).toHaveCount(0);
	await message(alice, TEXT).hover();
	await expect(alice.getByRole("toolbar").getByRole("button").first()).toHaveText("👋🏽");
	// The row of reactions has its own way to another one.
	await message(alice, TEXT).getByRole("group", { name: "Reactions" }).getByRole("button", { name: "Add" }).click();
	await alice.getByRole("searchbox", { name: /emoji/i }).fill("octopus");
	await alice.keyboard.press("Enter");
	await expect(chip(bob, "🐙")).toBeVisible();
});

test("by keys: + reacts, what stands there is reached and told, and Who reacted lists them", async ({ world }) => {
	const { id, alice, bob } = await told(world);
	await world.as("bob")("PUT", `/api/messages/${id}/reactions/${encodeURIComponent("🎉")}`);
	await expect(chip(alice, "🎉")).toBeVisible();
	const { press, type, tabTo, use, choose } = keysOf(alice);
	await tabTo(composer(alice));
	await press("Shift+Tab");
	await tabTo(message(alice, TEXT), "Shift+Tab");
	await press("+");
	await expect(alice.getByRole("searchbox", { name: /emoji/i })).toBeFocused();
	await type("rocket");
	await press("Enter");
	await expect(chip(bob, "🚀")).toBeVisible();

	await tabTo(message(alice, TEXT), "Shift+Tab");
	await tabTo(chip(alice, "🎉"));
	await expect(alice.getByRole("tooltip")).toContainText("Bob");
	await press("Escape");
	await expect(alice.getByRole("tooltip")).toHaveCount(0);
	await press("Enter");
	await expect(chip(alice, "🎉", 2)).toBeFocused();

	await use(message(alice, TEXT).getByRole("button", { name: "More" }));
	await choose("Who reacted");
	await expect(alice.getByRole("region", { name: "🎉, 2 reactions" })).toContainText(/Bob.*Alice/);
});

test("by finger: the sheet reacts, and what stands under a message is pressed", async ({ world }) => {
	const { alice, bob } = await told(world, phone);
	const { tap, hold } = fingerOf(alice);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	await hold(message(alice, TEXT), sheet);
	await tap(sheet.getByRole("button", { name: "React with 👍" }));
	await expect(chip(bob, "👍")).toBeVisible();
	await tap(chip(alice, "👍"));
	await expect(chip(bob, "👍")).toHaveCount(0);

	await hold(message(alice, TEXT), sheet);
	await tap(sheet.getByRole("button", { name: "Add a reaction" }));
	await tap(alice.getByRole("group", { name: "Frequently used" }).getByRole("button", { name: "🙏" }));
	await expect(chip(bob, "🙏")).toBeVisible();
	await hold(message(alice, TEXT), sheet);
	await tap(sheet.getByRole("button", { name: "Who reacted" }));
	await expect(alice.getByRole("dialog", { name: "Reactions" })).toContainText("Alice");
});

test("what the server refuses is as it was, says so, and can be tried again", async ({ world }) => {
	const { alice, bob } = await told(world);
	let refuses = () => {};
	const refused = new Promise<void>((done) => {
		refuses = done;
	});
	await alice.route("**/reactions/**", async (route) => {
		await refused;
		await route.abort();
	});
	await message(alice, TEXT).hover();
	await message(alice, TEXT).getByRole("button", { name: "React with 👍" }).click();
	await expect(chip(alice, "👍")).toBeVisible();
	refuses();
	await expect(alice.getByText(/Your reaction was not saved/)).toBeVisible();
	await expect(chip(alice, "👍")).toHaveCount(0);
	await alice.unroute("**/reactions/**");
	await alice.getByRole("button", { name: "Try again" }).click();
	await expect(chip(bob, "👍")).toBeVisible();
});

test("who looks at a room from outside sees reactions, and cannot react", async ({ world }) => {
	const { room, id } = await told(world);
	await world.as("bob")("PUT", `/api/messages/${id}/reactions/${encodeURIComponent("🎉")}`);
	const carol = await world.open("carol", `/rooms/${room.id}`);
	await expect(chip(carol, "🎉")).toHaveAttribute("aria-disabled", "true");
	// Playwright would wait for it to be enabled.
	await chip(carol, "🎉").click({ force: true });
	await message(carol, TEXT).hover();
	await expect(message(carol, TEXT).getByRole("button", { name: "More" })).toBeVisible();
	await expect(message(carol, TEXT).getByRole("button", { name: /^React with/ })).toHaveCount(0);
	await expect(chip(carol, "🎉")).toHaveAttribute("aria-pressed", "false");
});
