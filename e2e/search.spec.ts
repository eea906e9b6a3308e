import { composer, message, roomLink } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search messages" });
const hits = (page: Page) => page.getByRole("list", { name: "Messages that were found" });
const hit = (page: Page, text: string) => hits(page).getByRole("listitem").filter({ hasText: text });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });
const chip = (page: Page, words: string) => page.getByRole("button", { name: `Remove “${words}”` });

test("somebody finds what was said by its words, sees them marked, goes there and comes back to where he was", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const old = await world.say("bob", room, "The **wake** plan of the kestrel mast is ready");
	for (let day = 0; day < 60; day++) await world.say("alice", room, `reading ${day}`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(composer(alice)).toBeFocused();

	await alice.keyboard.press("Control+Shift+f");
	await expect(field(alice)).toBeFocused();
	await expect(heading(alice, "Find what was said")).toBeVisible();
	await alice.keyboard.type("kestrel wak");
	await expect(hit(alice, "kestrel mast")).toContainText("Bob");
	await expect(hits(alice).locator("mark")).toHaveText(["wake", "kestrel"]);
	await expect(alice.getByText("1 message in")).toBeVisible();

	await alice.keyboard.press("Enter");
	await expect(hits(alice).getByRole("link").first()).toBeFocused();
	await alice.keyboard.press("Enter");
	await expect(message(alice, "kestrel mast")).toBeFocused();
	await expect(message(alice, "kestrel mast")).toBeInViewport();
	expect(new URL(alice.url()).searchParams.get("message")).toBe(old.id);

	await alice.goBack();
	await expect(field(alice)).toHaveValue("kestrel wak");
	await expect(hits(alice).getByRole("link").first()).toBeFocused();
	await alice.keyboard.press("ArrowUp");
	await expect(field(alice)).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(field(alice)).toHaveValue("");
	await alice.keyboard.press("Escape");
	await expect(alice.getByRole("heading", { level: 1, name: room.name })).toBeVisible();
});

test("the room that is open is searched by Ctrl+F, and the filter can be taken away", async ({ world }) => {
	const here = await world.room();
	const there = await world.room();
	await world.say("alice", here, "an osprey over the quay");
	await world.say("alice", there, "an osprey over the mast");
	const alice = await world.open("alice", `/rooms/${here.id}`);
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Control+f");
	await expect(chip(alice, `in: ${here.name}`)).toBeVisible();
	await alice.keyboard.type("osprey");
	await expect(hits(alice).getByRole("listitem")).toHaveCount(1);
	await expect(hit(alice, "over the quay")).toBeVisible();
	await alice.keyboard.press("Home");
	await alice.keyboard.press("Backspace");
	await expect(chip(alice, `in: ${here.name}`)).toHaveCount(0);
	await expect(hits(alice).getByRole("listitem")).toHaveCount(2);
});

test("filters are completed while they are written, and narrow down by who, where and what", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "petrel: see https://petrels.example");
	await world.say("bob", room, "petrel without a link");
	await world.say("alice", room, "petrel of mine");
	const alice = await world.open("alice", "/search");
	await expect(field(alice)).toBeFocused();
	await alice.keyboard.type("petrel from:bo");
	await expect(alice.getByRole("option", { name: /Bob/ })).toHaveAttribute("aria-selected", "true");
	await alice.keyboard.press("Enter");
	await expect(chip(alice, "from: Bob")).toBeVisible();
	await expect(field(alice)).toHaveValue("petrel ");
	await expect(hits(alice).getByRole("listitem")).toHaveCount(2);

	await alice.getByRole("checkbox", { name: /^A link/ }).check();
	await expect(hits(alice).getByRole("listitem")).toHaveCount(1);
	await expect(chip(alice, "has: A link")).toBeVisible();
	await expect(alice.getByRole("radio", { name: new RegExp(`${room.name}.*1$`) })).toBeVisible();

	await alice.reload();
	await expect(chip(alice, "from: Bob")).toBeVisible();
	await expect(hit(alice, "petrels.example")).toBeVisible();
	await alice.getByRole("button", { name: "Clear" }).click();
	await expect(heading(alice, "Find what was said")).toBeVisible();
});

test("what was written in a room that one is not in is not found, until one is", async ({ world }) => {
	const room = await world.room({ kind: "private" });
	await world.say("alice", room, "the cormorant budget is secret");
	const bob = await world.open("bob", "/search?q=cormorant");
	await expect(heading(bob, "Nothing was found")).toBeVisible();
	const { id } = await world.as("bob")<{ id: string }>("GET", "/api/me");
	await world.as("alice")("POST", `/api/rooms/${room.id}/members`, { userIds: [id] });
	await bob.reload();
	await expect(hit(bob, "cormorant budget")).toBeVisible();
});

test("a day that is none is named, and a server that is away can be asked again", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "a guillemot at noon");
	const alice = await world.open("alice", "/search?q=guillemot+on%3Atomorrow");
	await expect(alice.getByText("This is not a day. Write it as 2026-11-24.")).toBeVisible();
	await alice.route("**/api/search?**", (route) => route.fulfill({ status: 500, json: {} }));
	await chip(alice, "on: tomorrow").click();
	const again = alice.getByRole("button", { name: "Try again" });
	await expect(again).toBeVisible({ timeout: 20_000 });
	await alice.unroute("**/api/search?**");
	await again.click();
	await expect(hit(alice, "guillemot")).toBeVisible();
});

test("an answer in a thread is found, and leads to its thread", async ({ world }) => {
	const room = await world.room();
	const root = await world.say("alice", room, "who has the spare puffin?");
	const body = { text: "the shearwater box is in the shed", threadId: root.id };
	const reply = await world.as("alice")<{ id: string }>("POST", `/api/rooms/${room.id}/messages`, body);
	const alice = await world.open("alice", "/search?q=shearwater");
	await expect(hit(alice, "in the shed")).toContainText("in a thread");
	await hits(alice).getByRole("link").first().click();
	await expect(message(alice, "spare puffin")).toBeInViewport();
	const { searchParams } = new URL(alice.url());
	expect([searchParams.get("panel"), searchParams.get("reply")]).toEqual([`thread-${root.id}`, reply.id]);
});

test("the switcher finds messages, and hands what was typed to the search", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "the dunlin antenna is bent");
	const alice = await world.open("alice");
	await expect(composer(alice)).toBeVisible();
	await alice.keyboard.press("Control+k");
	await alice.getByRole("combobox", { name: "Jump to" }).fill("dunlin");
	const found = alice.getByRole("group", { name: "Messages" }).getByRole("option");
	await expect(found).toContainText("antenna is bent");
	await alice.getByRole("option", { name: "Search everywhere for “dunlin”" }).click();
	await expect(hit(alice, "antenna is bent")).toBeVisible();
	await alice.keyboard.press("Control+k");
	await alice.getByRole("combobox", { name: "Jump to" }).fill("dunlin");
	await found.click();
	await expect(message(alice, "antenna is bent")).toBeFocused();
});

test("a day is jumped to from the room's menu and from its day lines", async ({ world }) => {
	const room = await world.room();
	for (let number = 0; number < 70; number++)
		await world.say("alice", room, `reading-${String(number).padStart(3, "0")}`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "reading-069")).toBeVisible();
	await expect(message(alice, "reading-003")).toHaveCount(0);
	await alice.getByRole("button", { name: "More about this room" }).click();
	await alice.getByRole("menuitem", { name: "Jump to a day…" }).click();
	await alice.getByRole("dialog").getByLabel("Day").fill("2020-01-01");
	await alice.getByRole("dialog").getByRole("button", { name: "Jump", exact: true }).click();
	await expect(alice.getByRole("dialog")).toHaveCount(0);
	await expect(message(alice, "reading-000")).toBeInViewport();
	await alice.getByRole("button", { name: /^Today: jump/ }).click();
	await expect(alice.getByRole("dialog", { name: "Jump to a day" })).toBeVisible();
	await alice.keyboard.press("Escape");

	const today = new Date().toISOString().slice(0, 10);
	await alice.goto(`/rooms/${room.id}?day=${today}`);
	await expect(message(alice, "reading-000")).toBeInViewport();
	await expect.poll(() => new URL(alice.url()).search).toBe("");
});

test("a phone searches too: from the room's head, with filters in a sheet, and back to the room", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "a fulmar, `12` of them");
	await world.say("alice", room, "a fulmar alone");
	const alice = await world.open("alice", "/", {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
	});
	await roomLink(alice, room.name).click();
	await alice.getByRole("button", { name: "Search in this room" }).click();
	await field(alice).pressSequentially("fulmar");
	await expect(hits(alice).getByRole("listitem")).toHaveCount(2);
	await alice.getByRole("button", { name: "Filters" }).click();
	await alice.getByRole("checkbox", { name: /^Code/ }).check();
	await alice.getByRole("dialog").getByRole("button", { name: "Close" }).click();
	await expect(hits(alice).getByRole("listitem")).toHaveCount(1);
	await alice.getByRole("button", { name: "Back", exact: true }).click();
	await expect(message(alice, "a fulmar alone")).toBeVisible();
});
