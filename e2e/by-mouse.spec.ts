/** What of the flows in `docs/page.md` has no test of its own by mouse. */
import { choose, composer, heading, message, messages, roomLink, say } from "./parts.ts";
import { expect, type Page, passwordOf, test } from "./world.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

test("the menu of a room gives its link, and leads out of it", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await bob.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	await button(bob, "More about this room").click();
	await bob.getByRole("menuitem", { name: "Copy a link" }).click();
	await expect(bob.getByText("Link copied")).toBeVisible();
	expect(await bob.evaluate(() => navigator.clipboard.readText())).toBe(`${world.url}/rooms/${room.id}`);
	await button(bob, "More about this room").click();
	await bob.getByRole("menuitem", { name: "Leave the room" }).click();
	await bob.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
	await expect(roomLink(bob, room.name)).toHaveCount(0);
	await expect(heading(bob, room.name)).toHaveCount(0);
});

test("a talk with several is opened, of whom one was taken out again", async ({ world }) => {
	const bob = await world.open("bob");
	await button(bob, "New direct message").click();
	for (const name of ["Alice", "Carol"]) {
		await bob.getByLabel("People", { exact: true }).fill(name);
		await bob.getByRole("list", { name: "People found" }).getByRole("button", { name }).click();
	}
	await button(bob, "Take Alice out").click();
	await bob.getByRole("list", { name: "People found" }).getByRole("button", { name: "Alice" }).click();
	await button(bob, "Open").click();
	await expect(bob.getByRole("heading", { level: 1, name: /Alice.*Carol|Carol.*Alice/ })).toBeVisible();
	await say(bob, "Who has the key?");
	await expect(message(bob, "Who has the key?")).toBeVisible();
});

test("a message has its text and its link copied, its author looked at, and is unfolded", async ({ world }) => {
	const room = await world.room({ members: ["carol"] });
	const lines = Array.from({ length: 40 }, (_, line) => `- line ${line}`).join("\n");
	await world.say("carol", room, lines);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	const copied = () => alice.evaluate(() => navigator.clipboard.readText());
	const last = message(alice, "line 0");
	await choose(alice, "line 0", "Copy text");
	await expect.poll(copied).toBe(lines);
	await choose(alice, "line 0", "Copy link");
	await expect.poll(copied).toContain(`/rooms/${room.id}?message=`);

	await button(alice, /^Show all, 40 lines/).click();
	await button(alice, "Show less").click();
	await expect(button(alice, /^Show all, 40 lines/)).toBeVisible();

	await last.getByRole("button", { name: "Carol" }).click();
	const panel = alice.getByRole("complementary");
	await expect(panel.getByText("@carol")).toBeVisible();
	await panel.getByRole("button", { name: "Message" }).click();
	await expect(heading(alice, "Carol")).toBeVisible();
	await expect(messages(alice)).toBeVisible();
	await expect(composer(alice)).toBeFocused();
});

test("somebody changes the password, and signs in with the new one", async ({ world }) => {
	const page = await world.stranger("/register");
	await page.getByLabel("Name", { exact: true }).fill("Edgar");
	await page.getByLabel("Username").fill("edgar");
	await page.getByLabel("Mail address").fill("edgar@brackwater.example");
	await page.getByLabel("Password", { exact: true }).fill(passwordOf("edgar"));
	await button(page, "Make the account").click();
	await button(page, "You, Edgar").click();
	await page.getByRole("menuitem", { name: "Account" }).click();
	const form = page.getByRole("region", { name: "Password" });
	await form.getByLabel("Present password").fill(passwordOf("edgar"));
	await form.getByLabel("New password").fill("another long password of his");
	await form.getByRole("button", { name: "Change the password" }).click();
	await expect(form.getByText("The password is changed.")).toBeVisible();
	await button(page, "You, Edgar").click();
	await page.getByRole("menuitem", { name: /^Sign out$/ }).click();
	await page.getByLabel("Username or mail address").fill("edgar");
	await page.getByLabel("Password", { exact: true }).fill("another long password of his");
	await button(page, "Sign in").click();
	await expect(composer(page)).toBeVisible();
});
