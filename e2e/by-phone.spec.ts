/** Each flow of the page on a phone, by fingers alone: nothing here clicks, points or presses a key. `docs/page.md` lists them. */
import { startServer } from "../test/server.ts";
import { fingerOf, phone } from "./hands.ts";
import { composer, heading, message, messages, offered, roomLink, sidebar } from "./parts.ts";
import { expect, type Page, passwordOf, type Room, test, type World } from "./world.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const dialog = (page: Page) => page.getByRole("dialog");
const members = (page: Page) => page.getByRole("list", { name: "Members" });
const found = (page: Page, name: RegExp) =>
	page.getByRole("list", { name: "People found" }).getByRole("button", { name });

test("from the wizard to the administration, with an account of one's own", async ({ browser }) => {
	test.slow();
	const server = await startServer();
	const page = await browser.newPage({ baseURL: server.url, ...phone });
	const { tap, write, choose } = fingerOf(page);
	const signOut = async () => {
		await tap(button(page, /^You, /));
		await choose(/^Sign out$/);
	};
	try {
		await test.step("the server is set up", async () => {
			await page.goto("/");
			await tap(button(page, "Next: administrator"));
			await expect(page.getByText("Give the server a name.")).toBeVisible();
			await write(field(page, "Name"), "Brackwater");
			await tap(button(page, "Next: administrator"));
			await write(field(page, "Your name"), "Alice");
			await write(field(page, "Username"), "alice");
			await write(field(page, "Mail address"), "alice@brackwater.example");
			await write(field(page, "Password"), passwordOf("alice"));
			await tap(button(page, "Next: who may register"));
			await tap(button(page, "Back"));
			await expect(field(page, "Your name")).toHaveValue("Alice");
			await tap(button(page, "Next: who may register"));
			await tap(page.getByRole("radio", { name: /^Closed/ }));
			await tap(page.getByRole("radio", { name: /^Open/ }));
			await tap(button(page, "Finish"));
			await expect(roomLink(page, "general")).toBeVisible();
		});

		await test.step("she signs out, and somebody registers", async () => {
			await signOut();
			await tap(page.getByRole("link", { name: "Make an account" }));
			await write(field(page, "Name"), "Bob");
			await write(field(page, "Username"), "alice");
			await write(field(page, "Mail address"), "bob@brackwater.example");
			await write(field(page, "Password"), passwordOf("bob"));
			await tap(button(page, "Make the account"));
			await expect(page.getByText("This username is taken.")).toBeVisible();
			await write(field(page, "Username"), "bob");
			await tap(button(page, "Make the account"));
			await expect(roomLink(page, "general")).toBeVisible();
			await signOut();
		});

		await test.step("a wrong password is said, the right one signs in", async () => {
			await write(field(page, "Username or mail address"), "alice");
			await write(field(page, "Password"), "not her password");
			await tap(button(page, "Sign in"));
			await expect(page.getByRole("alert").filter({ hasText: "The name or the password is wrong." })).toBeVisible();
			await write(field(page, "Password"), passwordOf("alice"));
			await tap(button(page, "Show the password"));
			await expect(field(page, "Password")).toHaveAttribute("type", "text");
			await tap(button(page, "Sign in"));
			await expect(roomLink(page, "general")).toBeVisible();
		});

		await test.step("she changes profile and password, and ends another session", async () => {
			const elsewhere = await fetch(`${server.url}/api/login`, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ login: "alice", password: passwordOf("alice") }),
			});
			expect(elsewhere.ok).toBe(true);
			await tap(button(page, "You, Alice"));
			await choose("Account");
			const profile = page.getByRole("region", { name: "Profile" });
			await write(profile.getByLabel("About you"), "Reads the gauges");
			await tap(profile.getByRole("button", { name: "Save" }));
			await expect(profile.getByText("Saved.")).toBeVisible();
			await tap(button(page, /^End the session on/).first());
			const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
			await expect(sessions).toHaveCount(2);
			await tap(button(page, "End all others"));
			await expect(sessions).toHaveCount(1);
			const password = page.getByRole("region", { name: "Password" });
			await write(password.getByLabel("Present password"), passwordOf("alice"));
			await write(password.getByLabel("New password"), "another long password of hers");
			await tap(password.getByRole("button", { name: "Change the password" }));
			await expect(password.getByText("The password is changed.")).toBeVisible();
		});

		await test.step("preferences count at once", async () => {
			await tap(page.getByRole("link", { name: "Preferences" }));
			await tap(page.getByRole("radio", { name: "Dark" }));
			await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
			await field(page, "Language").selectOption("Deutsch");
			await expect(page.getByRole("heading", { name: "Aussehen" })).toBeVisible();
			await field(page, "Sprache").selectOption("English");
			await tap(page.getByRole("link", { name: "Back to the rooms" }));
			await expect(roomLink(page, "general")).toBeVisible();
		});

		await test.step("settings of the server are found, changed, put back and saved", async () => {
			await tap(button(page, "You, Alice"));
			await choose("Administration");
			await tap(page.getByRole("link", { name: "Messages" }));
			await expect(heading(page, "Messages")).toBeVisible();
			const search = page.getByRole("searchbox");
			await write(search, "deleted");
			const shown = page.getByRole("switch", { name: "Show where a message was deleted" });
			const bar = page.getByRole("region", { name: "Unsaved changes" });
			await tap(shown);
			await expect(bar).toContainText("1 change not saved");
			await tap(bar.getByRole("button", { name: "Discard" }));
			await expect(bar).toHaveCount(0);
			await expect(shown).not.toBeChecked();
			await tap(shown);
			await tap(bar.getByRole("button", { name: "Save" }));
			await expect(bar).toHaveCount(0);
			await tap(button(page, "Use the default"));
			await tap(bar.getByRole("button", { name: "Save" }));
			await expect(bar).toHaveCount(0);
			await tap(page.getByRole("link", { name: "Back to the rooms" }));
			await expect(roomLink(page, "general")).toBeVisible();
		});
	} finally {
		await page.close();
		await server.stop();
	}
});

test("a room is made, filled, changed and deleted, and another is found, joined and left", async ({ world }) => {
	const foreign = await world.room({ name: "fingers-of-the-lighthouse" });
	const alice = await world.open("alice", "/", phone);
	const bob = await world.open("bob", "/", phone);
	const { tap, write, choose } = fingerOf(alice);
	const roomMenu = async (name: string) => {
		await tap(button(alice, "More about this room"));
		await choose(name);
	};

	await test.step("made", async () => {
		await tap(button(alice, "Add rooms"));
		await choose("New room");
		await write(field(alice, "Name"), "summer stores");
		await tap(alice.getByRole("radio", { name: /^Private/ }));
		await tap(button(alice, "Make the room"));
		await expect(field(alice, "Name")).toHaveAttribute("aria-invalid", "true");
		await write(field(alice, "Name"), "summer-stores");
		await tap(button(alice, "Make the room"));
		await expect(heading(alice, "summer-stores")).toBeVisible();
	});

	await test.step("Bob is added, becomes a moderator and is removed", async () => {
		await roomMenu("Members");
		await tap(alice.getByRole("main").getByRole("button", { name: "Add people" }));
		await write(field(alice, "People"), "bo");
		await tap(found(alice, /Bob/));
		await tap(dialog(alice).getByRole("button", { name: "Add", exact: true }));
		await expect(members(alice).getByText("@bob")).toBeVisible();
		await expect(roomLink(bob, "summer-stores")).toBeVisible();
		await tap(button(alice, "More about Bob"));
		await choose("Make moderator");
		await expect(members(alice).getByText("Moderator")).toBeVisible();
		await tap(button(alice, "More about Bob"));
		await choose("Remove from the room");
		await tap(dialog(alice).getByRole("button", { name: "Remove" }));
		await expect(members(alice).getByText("@bob")).toHaveCount(0);
		await expect(roomLink(bob, "summer-stores")).toHaveCount(0);
		await tap(button(alice, "Close the panel"));
	});

	await test.step("its topic is set, and it is deleted", async () => {
		await roomMenu("Room settings");
		await write(field(alice, "Topic"), "What we have and what is missing");
		await tap(alice.getByRole("switch", { name: "Read-only" }));
		await tap(button(alice, "Save"));
		await expect(alice.getByText("Saved.")).toBeVisible();
		await tap(button(alice, "Delete the room…"));
		await tap(button(alice, "Delete for good"));
		await expect(sidebar(alice)).toBeVisible();
		await expect(roomLink(alice, "summer-stores")).toHaveCount(0);
	});

	await test.step("another is found in the directory, joined and left", async () => {
		const finger = fingerOf(bob);
		await finger.tap(button(bob, "Brackwater"));
		await finger.choose("Browse rooms");
		await finger.write(field(bob, "Look for a room"), foreign.name);
		await finger.tap(bob.getByRole("list", { name: "Rooms" }).getByRole("link", { name: foreign.name }));
		await expect(heading(bob, foreign.name)).toBeVisible();
		await finger.tap(button(bob, "Join the room"));
		await send(bob, "Here I am");
		await expect(message(bob, "Here I am")).toBeVisible();
		await finger.tap(button(bob, "More about this room"));
		await finger.choose("Leave the room");
		await finger.tap(dialog(bob).getByRole("button", { name: "Leave" }));
		await expect(sidebar(bob)).toBeVisible();
		await expect(roomLink(bob, foreign.name)).toHaveCount(0);
	});
});

test("one talks with one person and with several, and looks at who they are", async ({ world }) => {
	const room = await world.room({ members: ["bob", "carol"] });
	await world.say("carol", room, "Anybody at the pier?");
	const bob = await world.open("bob", "/", phone);
	const { tap, write, choose } = fingerOf(bob);

	await test.step("the switcher leads to a person", async () => {
		await tap(button(bob, "Jump to…"));
		await write(bob.getByRole("combobox", { name: "Jump to" }), "@caro");
		await tap(bob.getByRole("option", { name: /^Carol/ }));
		await expect(heading(bob, "Carol")).toBeVisible();
		await send(bob, "On my way");
		await expect(message(bob, "On my way")).toBeVisible();
		await tap(heading(bob, "Carol").getByRole("button"));
		await expect(bob.getByText("@carol · ")).toBeVisible();
		await tap(button(bob, "Close the panel"));
		await tap(bob.getByRole("link", { name: "Back to the rooms" }));
	});

	await test.step("a talk with several is opened", async () => {
		await tap(button(bob, "New direct message"));
		for (const name of ["Alice", "Carol"]) {
			await write(field(bob, "People"), name);
			await tap(found(bob, new RegExp(name)));
		}
		await tap(button(bob, "Take Carol out"));
		await write(field(bob, "People"), "Carol");
		await tap(found(bob, /Carol/));
		await tap(button(bob, "Open"));
		await expect(bob.getByRole("heading", { level: 1, name: /Alice.*Carol|Carol.*Alice/ })).toBeVisible();
		await tap(bob.getByRole("link", { name: "Back to the rooms" }));
	});

	await test.step("a profile is opened from a message, and leads to a talk", async () => {
		await tap(roomLink(bob, room.name));
		await tap(message(bob, "Anybody at the pier?").getByRole("button", { name: "Carol" }));
		await expect(bob.getByRole("heading", { name: "Profile" })).toBeVisible();
		await tap(bob.getByRole("main").getByRole("button", { name: "Message" }));
		await expect(heading(bob, "Carol")).toBeVisible();
		await tap(bob.getByRole("link", { name: "Back to the rooms" }));
	});

	await test.step("a status is set and taken away", async () => {
		await tap(button(bob, "You, Bob"));
		await choose("Set a status");
		await tap(dialog(bob).getByRole("button", { name: /^In a meeting/ }));
		await write(bob.getByRole("textbox", { name: "What is up?" }), "At the pier");
		await tap(dialog(bob).getByRole("button", { name: "Save" }));
		await expect(dialog(bob)).toHaveCount(0);
		await tap(button(bob, "You, Bob"));
		await expect(bob.getByRole("menu").getByText("At the pier")).toBeVisible();
		await choose("Set a status");
		await tap(button(bob, "Clear the status"));
		await tap(dialog(bob).getByRole("button", { name: "Save" }));
		await expect(dialog(bob)).toHaveCount(0);
	});
});

test("a message is completed, edited, deleted, brought back and linked", async ({ world }) => {
	const { room, alice } = await talk(world);
	const other = await world.room({ members: ["bob"] });
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	const { tap, write, hold } = fingerOf(alice);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	const copied = () => alice.evaluate(() => navigator.clipboard.readText());

	await test.step("what is written with its marks is shown as it will be", async () => {
		await send(alice, "low **tide** now");
		await expect(messages(alice).locator("strong", { hasText: "tide" })).toBeVisible();
	});

	await test.step("people, rooms, emoji and commands are completed", async () => {
		await tap(composer(alice));
		await alice.keyboard.insertText("@bo");
		await tap(offered(alice).getByRole("option", { name: "Bob" }));
		await alice.keyboard.insertText(`see #${other.name}`);
		await tap(offered(alice).getByRole("option", { name: other.name }));
		await alice.keyboard.insertText(":rocke");
		await tap(offered(alice).getByRole("option", { name: /rocket/ }));
		await expect(composer(alice)).toHaveValue(`@bob see #${other.name} 🚀 `);
		await tap(button(alice, "Emoji"));
		const picker = alice.getByRole("dialog", { name: "Emoji" });
		await write(picker.getByRole("searchbox"), "octopus");
		await tap(picker.getByRole("gridcell", { name: "octopus", exact: true }));
		await expect(composer(alice)).toHaveValue(`@bob see #${other.name} 🚀 🐙`);
		await tap(button(alice, "Send"));
		await expect(message(alice, "@bob see")).toBeVisible();
		await tap(composer(alice));
		await alice.keyboard.insertText("/to");
		await tap(offered(alice).getByRole("option", { name: "/topic" }));
		await alice.keyboard.insertText("Tides and times");
		await tap(button(alice, "Send"));
		await expect(messages(alice).getByText("Alice set the topic: Tides and times")).toBeVisible();
		await send(alice, "/dance");
		await tap(button(alice, "Send it as a message"));
		await expect(message(alice, "/dance")).toBeVisible();
	});

	await test.step("edited, deleted, and brought back", async () => {
		await send(alice, "Low water at 14:84");
		await expect(message(alice, "14:84")).not.toContainText("Being sent");
		await hold(message(alice, "14:84"), sheet);
		await tap(sheet.getByRole("button", { name: "Edit" }));
		await write(alice.getByRole("textbox", { name: "Edit the message" }), "Low water at 14:48");
		await tap(button(alice, "Save"));
		await expect(message(alice, "14:48")).toContainText("edited");
		await hold(message(alice, "14:48"), sheet);
		await tap(sheet.getByRole("button", { name: "Delete" }));
		await expect(message(alice, "14:48")).toHaveCount(0);
		await tap(button(alice, "Undo"));
		await expect(message(alice, "14:48")).toBeVisible();
	});

	await test.step("its text and its link are copied, and the link leads to it", async () => {
		await hold(message(alice, "14:48"), sheet);
		await tap(sheet.getByRole("button", { name: "Copy text" }));
		await expect.poll(copied).toBe("Low water at 14:48");
		await hold(message(alice, "14:48"), sheet);
		await tap(sheet.getByRole("button", { name: "Copy link" }));
		await expect.poll(copied).toContain(`/rooms/${room.id}?message=`);
		await alice.goto(await copied());
		await expect(message(alice, "14:48")).toBeInViewport();
		await tap(button(alice, "More about this room"));
		await tap(alice.getByRole("menuitem", { name: "Copy a link" }));
		await expect.poll(copied).toBe(`${world.url}/rooms/${room.id}`);
	});
});

test("one reads: what is unread, what is long, the newest; and what was begun stays", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	const long = await world.room({ members: ["bob"] });
	for (let number = 1; number <= 40; number++) await world.say("bob", long, `Reading ${number}.`);
	await world.say("bob", long, Array.from({ length: 40 }, (_, line) => `- line ${line}`).join("\n"));
	await world.say("alice", room, "Over here");
	const bob = await world.open("bob", "/", phone);
	const { tap, write, swipe } = fingerOf(bob);

	await test.step("what is unread is gone to, and read", async () => {
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(/unread/);
		await tap(roomLink(bob, room.name));
		await expect(message(bob, "Over here")).toBeVisible();
		await write(composer(bob), "Half a thought");
		await tap(bob.getByRole("link", { name: "Back to the rooms" }));
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(`${room.name}, draft`);
	});

	await test.step("a long message is unfolded and folded", async () => {
		await tap(roomLink(bob, long.name));
		await tap(button(bob, /^Show all, 40 lines/));
		await tap(button(bob, "Show less"));
		await expect(button(bob, /^Show all, 40 lines/)).toBeVisible();
	});

	await test.step("the newest is one step away", async () => {
		await expect(async () => {
			await swipe(messages(bob), 500);
			await expect(button(bob, "Jump to newest")).toBeVisible({ timeout: 300 });
		}).toPass();
		// The swipe may still be running on when it is touched.
		await expect(async () => {
			await tap(button(bob, "Jump to newest"));
			await expect(button(bob, "Jump to newest")).toHaveCount(0, { timeout: 1_000 });
		}).toPass();
		await expect(message(bob, "line 0")).toBeInViewport();
	});

	await test.step("the draft is still there", async () => {
		await tap(bob.getByRole("link", { name: "Back to the rooms" }));
		await tap(roomLink(bob, room.name));
		await expect(composer(bob)).toHaveValue("Half a thought");
		await tap(button(bob, "Send"));
		await expect(message(bob, "Half a thought")).toBeVisible();
	});
});

test("what was written without a connection and refused is sent again, or taken back", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`, phone);
	const { tap } = fingerOf(bob);
	await send(bob, "Before");
	await expect(message(bob, "Before")).not.toContainText("Being sent");
	await bob.context().setOffline(true);
	for (const text of ["On the water", "No, not that"]) await send(bob, text);
	await expect(message(bob, "On the water")).toContainText("Being sent");
	await world.as("alice")("PATCH", `/api/rooms/${room.id}`, { readOnly: true });
	await bob.context().setOffline(false);
	await expect(message(bob, "No, not that")).toContainText("Not sent");
	await world.as("alice")("PATCH", `/api/rooms/${room.id}`, { readOnly: false });
	await expect(composer(bob)).toBeVisible();
	await tap(message(bob, "No, not that").getByRole("button", { name: "Delete" }));
	await expect(message(bob, "No, not that")).toHaveCount(0);
	await tap(message(bob, "On the water").getByRole("button", { name: "Try again" }));
	await expect(message(bob, "On the water")).not.toContainText(/Not sent|Being sent/);
});

async function talk(world: World): Promise<{ room: Room; alice: Page }> {
	const room = await world.room({ members: ["bob"] });
	return { room, alice: await world.open("alice", `/rooms/${room.id}`, phone) };
}

async function send(page: Page, text: string): Promise<void> {
	const { tap, write } = fingerOf(page);
	await write(composer(page), text);
	await tap(button(page, "Send"));
}
