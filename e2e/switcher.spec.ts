import { composer, roomLink } from "./parts.ts";
import { expect, type Page, passwordOf, test } from "./world.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Jump to" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test("a few letters and Enter lead to a room, and Esc gives the focus back", async ({ world }) => {
	const room = await world.room({ name: "harbour-pilots" });
	const alice = await world.open("alice");
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Control+k");
	await expect(field(alice)).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(field(alice)).toHaveCount(0);
	await expect(composer(alice)).toBeFocused();

	await alice.keyboard.press("Control+k");
	await field(alice).fill("pilo");
	await expect(option(alice, room.name)).toHaveAttribute("aria-selected", "true");
	await field(alice).press("Enter");
	await expect(heading(alice, room.name)).toBeVisible();
	await expect(field(alice)).toHaveCount(0);
});

test("what is typed while the switcher is being fetched goes into it, and not into the message", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice");
	let come = () => {};
	const isComing = new Promise<void>((resolve) => {
		come = resolve;
	});
	await alice.route(/_next.*\.js/, async (route) => {
		const response = await route.fetch();
		if ((await response.text()).includes("hint.choose")) await isComing;
		await route.fulfill({ response });
	});
	await alice.goto(`/rooms/${room.id}`);
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Control+k");
	await alice.keyboard.type("pi");
	await expect(field(alice)).toHaveCount(0);
	come();
	await expect(field(alice)).toHaveValue("pi");
	await alice.keyboard.type("lot");
	await expect(field(alice)).toHaveValue("pilot");
	await alice.keyboard.press("Escape");
	await expect(composer(alice)).toBeFocused();
	await expect(composer(alice)).toHaveValue("");
});

test("the arrows choose, and # shows rooms only", async ({ world }) => {
	const first = await world.room({ name: "quay-one" });
	const second = await world.room({ name: "quay-two" });
	const alice = await world.open("alice", `/rooms/${first.id}`);
	await expect(composer(alice)).toBeVisible();
	await alice.getByRole("button", { name: "Jump to…" }).click();
	await field(alice).fill("#quay-");
	await expect(option(alice, /^Make a room/)).toHaveCount(0);
	await expect(alice.getByRole("option")).toHaveCount(2);
	await field(alice).press("ArrowDown");
	await field(alice).press("ArrowUp");
	await expect(alice.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
	await field(alice).press("End");
	await expect(alice.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
	await option(alice, second.name).click();
	await expect(heading(alice, second.name)).toBeVisible();
});

test("a person without a conversation is found, and choosing him opens one", async ({ world }) => {
	// Somebody whom no other test has talked with.
	const dora = { name: "Dora Quist", username: "dora", email: "dora@brackwater.example", password: passwordOf("dora") };
	const registered = await fetch(`${world.url}/api/registrations`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(dora),
	});
	expect(registered.status).toBe(201);
	const carol = await world.open("carol");
	await expect(composer(carol)).toBeVisible();
	await carol.keyboard.press("Control+k");
	await field(carol).fill("@dora");
	await option(carol, /Dora Quist/).click();
	await expect(heading(carol, "Dora Quist")).toBeVisible();
	await expect(roomLink(carol, "Dora Quist")).toBeVisible();
});

test("a public room is found from outside, what is new comes first, and a room is made with what was typed", async ({
	world,
}) => {
	const foreign = await world.room({ name: "lighthouse-keepers" });
	const mine = await world.room({ name: "nets-and-ropes", members: ["bob"] });
	const bob = await world.open("bob");
	await expect(composer(bob)).toBeVisible();
	await world.say("alice", mine, "New ropes");
	await expect(roomLink(bob, mine.name)).toHaveAccessibleName(`${mine.name}, unread`);
	await bob.keyboard.press("Control+k");
	await expect(bob.getByRole("option").first()).toContainText(mine.name);

	await field(bob).fill("lighthouse-k");
	await expect(option(bob, foreign.name)).toContainText("You are not a member");
	await field(bob).fill("Oyster beds");
	await expect(bob.getByText("No room and nobody is called “Oyster beds”.")).toBeVisible();
	await option(bob, "Make a room “Oyster beds…”").click();
	await expect(bob.getByRole("dialog").getByLabel("Name", { exact: true })).toHaveValue("oyster-beds");
});
