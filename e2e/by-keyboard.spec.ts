/** Each flow of the page by keys alone: nothing here clicks, points or puts the focus anywhere. `docs/page.md` lists them. */
import { startServer } from "../test/server.ts";
import { keysOf } from "./hands.ts";
import { composer, heading, message, messages, offered, roomLink, sidebar } from "./parts.ts";
import { expect, type Page, passwordOf, test } from "./world.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const members = (page: Page) => page.getByRole("list", { name: "Members" });

test("from the wizard to the administration, with an account of one's own", async ({ browser }) => {
	test.slow();
	const server = await startServer();
	const page = await browser.newPage({ baseURL: server.url });
	const { press, type, tabTo, use, write, choose, arrowTo } = keysOf(page);
	const ownMenu = () => use(button(page, /^You, /), "Shift+Tab");
	try {
		await test.step("the server is set up", async () => {
			await page.goto("/");
			await expect(field(page, "Name")).toBeFocused();
			await press("Enter");
			await expect(page.getByText("Give the server a name.")).toBeVisible();
			await expect(field(page, "Name")).toBeFocused();
			await type("Brackwater");
			await press("Enter");
			await expect(field(page, "Your name")).toBeFocused();
			await type("Alice");
			await write(field(page, "Username"), "alice");
			await write(field(page, "Mail address"), "alice@brackwater.example");
			await write(field(page, "Password"), passwordOf("alice"));
			await press("Enter");
			await expect(page.getByRole("heading", { name: "Who may register?" })).toBeVisible();
			await use(button(page, "Back"));
			await expect(field(page, "Your name")).toHaveValue("Alice");
			await use(button(page, "Next: who may register"));
			await tabTo(page.getByRole("radio", { checked: true }));
			await arrowTo(page.getByRole("radio", { name: /^Closed/ }));
			await arrowTo(page.getByRole("radio", { name: /^Open/ }));
			await use(button(page, "Finish"));
			await expect(heading(page, "general")).toBeVisible();
			await expect(composer(page)).toBeFocused();
		});

		await test.step("she signs out, and somebody registers", async () => {
			await ownMenu();
			await choose(/^Sign out$/);
			await expect(field(page, "Username or mail address")).toBeFocused();
			await use(page.getByRole("link", { name: "Make an account" }));
			await expect(field(page, "Name")).toBeFocused();
			await type("Bob");
			await write(field(page, "Username"), "alice");
			await write(field(page, "Mail address"), "bob@brackwater.example");
			await write(field(page, "Password"), passwordOf("bob"));
			await press("Enter");
			await expect(page.getByText("This username is taken.")).toBeVisible();
			await expect(field(page, "Username")).toBeFocused();
			await write(field(page, "Username"), "bob");
			await press("Enter");
			await expect(composer(page)).toBeFocused();
			await ownMenu();
			await choose(/^Sign out$/);
		});

		await test.step("a wrong password is said, the right one signs in", async () => {
			await expect(field(page, "Username or mail address")).toBeFocused();
			await type("alice");
			await write(field(page, "Password"), "not her password");
			await press("Enter");
			await expect(page.getByRole("alert").filter({ hasText: "The name or the password is wrong." })).toBeVisible();
			await write(field(page, "Password"), passwordOf("alice"), "Shift+Tab");
			await press("Enter");
			await expect(composer(page)).toBeFocused();
		});

		await test.step("she changes profile and password, and ends another session", async () => {
			const elsewhere = await fetch(`${server.url}/api/login`, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ login: "alice", password: passwordOf("alice") }),
			});
			expect(elsewhere.ok).toBe(true);
			await ownMenu();
			await choose("Account");
			const profile = page.getByRole("region", { name: "Profile" });
			await write(profile.getByLabel("About you"), "Reads the gauges");
			await use(profile.getByRole("button", { name: "Save" }));
			await expect(profile.getByText("Saved.")).toBeVisible();
			const status = page.getByRole("region", { name: "Status" });
			await write(status.getByLabel("In words"), "At the dike");
			await use(status.getByRole("button", { name: "Save" }));
			await expect(status.getByText("Saved.")).toBeVisible();

			const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
			await use(button(page, /^End the session on/).first());
			await expect(sessions).toHaveCount(2);
			await use(button(page, "End all others"));
			await expect(sessions).toHaveCount(1);

			const password = page.getByRole("region", { name: "Password" });
			await write(password.getByLabel("Present password"), passwordOf("alice"), "Shift+Tab");
			await write(password.getByLabel("New password"), "another long password of hers");
			await press("Enter");
			await expect(password.getByText("The password is changed.")).toBeVisible();
		});

		await test.step("preferences count at once", async () => {
			await use(page.getByRole("link", { name: "Preferences" }), "Shift+Tab");
			await tabTo(page.getByRole("radio", { name: "As the system" }).first());
			await arrowTo(page.getByRole("radio", { name: "Dark" }));
			await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
			await tabTo(field(page, "Language"));
			await type("Deutsch");
			await expect(page.getByRole("heading", { name: "Aussehen" })).toBeVisible();
			await press("Home");
			await expect(page.getByRole("heading", { name: "Look" })).toBeVisible();
		});

		await test.step("settings of the server are found, changed, put back and saved", async () => {
			await ownMenu();
			await choose("Administration");
			await expect(heading(page, "General")).toBeVisible();
			await press("/");
			await type("deleted");
			const shown = page.getByRole("switch", { name: "Show where a message was deleted" });
			await tabTo(shown);
			await press("Space");
			const bar = page.getByRole("region", { name: "Unsaved changes" });
			await expect(bar).toContainText("1 change not saved");
			await use(bar.getByRole("button", { name: "Discard" }));
			await expect(bar).toHaveCount(0);
			await expect(shown).not.toBeChecked();
			await tabTo(shown, "Shift+Tab");
			await press("Space");
			await use(bar.getByRole("button", { name: "Save" }));
			await expect(bar).toHaveCount(0);
			await use(button(page, "Use the default"), "Shift+Tab");
			await use(bar.getByRole("button", { name: "Save" }));
			await expect(bar).toHaveCount(0);
			await use(page.getByRole("link", { name: "Back to the rooms" }), "Shift+Tab");
			await expect(composer(page)).toBeFocused();
		});
	} finally {
		await page.close();
		await server.stop();
	}
});

test("a room is made, filled, changed and left, and another is found and joined", async ({ world }) => {
	test.slow();
	const foreign = await world.room({ name: "keys-of-the-lighthouse" });
	const alice = await world.open("alice");
	const bob = await world.open("bob");
	const { press, type, tabTo, use, write, choose, arrowTo } = keysOf(alice);
	await expect(composer(alice)).toBeFocused();

	await test.step("made", async () => {
		await use(button(alice, "Add rooms"), "Shift+Tab");
		await choose("New room");
		await expect(field(alice, "Name")).toBeFocused();
		await type("winter stores");
		await tabTo(alice.getByRole("radio", { checked: true }));
		await arrowTo(alice.getByRole("radio", { name: /^Private/ }));
		await press("Enter");
		await expect(field(alice, "Name")).toHaveAttribute("aria-invalid", "true");
		await expect(field(alice, "Name")).toBeFocused();
		await write(field(alice, "Name"), "winter-stores");
		await press("Enter");
		await expect(heading(alice, "winter-stores")).toBeVisible();
		await expect(composer(alice)).toBeFocused();
	});

	await test.step("Bob is added, becomes a moderator and is removed", async () => {
		await use(button(alice, /^Members/), "Shift+Tab");
		await use(alice.getByRole("complementary").getByRole("button", { name: "Add people" }));
		await expect(field(alice, "People")).toBeFocused();
		await type("bo");
		await expect(alice.getByRole("list", { name: "People found" }).getByRole("button")).toHaveCount(1);
		await press("Enter");
		await use(alice.getByRole("dialog").getByRole("button", { name: "Add", exact: true }));
		await expect(members(alice).getByText("@bob")).toBeVisible();
		await expect(roomLink(bob, "winter-stores")).toBeVisible();
		await use(button(alice, "More about Bob"));
		await choose("Make moderator");
		await expect(messages(alice).getByText("Alice made Bob a moderator")).toBeVisible();
		await use(button(alice, "More about Bob"));
		await choose("Remove from the room");
		await use(alice.getByRole("dialog").getByRole("button", { name: "Remove" }));
		await expect(members(alice).getByText("@bob")).toHaveCount(0);
		await expect(roomLink(bob, "winter-stores")).toHaveCount(0);
	});

	await test.step("its topic is set", async () => {
		await use(button(alice, "More about this room"), "Shift+Tab");
		await choose("Room settings");
		await write(field(alice, "Topic"), "What we have and what is missing");
		await tabTo(alice.getByRole("switch", { name: "Read-only" }));
		await press("Space");
		await use(button(alice, "Save"));
		await expect(alice.getByText("Saved.")).toBeVisible();
		await expect(alice.getByRole("banner").or(alice.locator("header")).getByText("What we have")).toBeVisible();
		await tabTo(alice.getByRole("switch", { name: "Read-only" }), "Shift+Tab");
		await press("Escape");
		await expect(alice.getByRole("complementary")).toHaveCount(0);
	});

	await test.step("left", async () => {
		await use(button(alice, "More about this room"), "Shift+Tab");
		await choose("Leave the room");
		await press("Escape");
		await expect(alice.getByRole("dialog")).toHaveCount(0);
		await use(button(alice, "More about this room"), "Shift+Tab");
		await choose("Room settings");
		await use(button(alice, "Delete the room…"));
		await use(button(alice, "Delete for good"));
		await expect(roomLink(alice, "winter-stores")).toHaveCount(0);
	});

	await test.step("another is found in the directory, joined and left", async () => {
		const keys = keysOf(bob);
		await keys.press("Control+k");
		await expect(bob.getByRole("combobox", { name: "Jump to" })).toBeFocused();
		await keys.type("browse");
		await expect(bob.getByRole("option", { name: "Browse rooms" })).toHaveAttribute("aria-selected", "true");
		await keys.press("Enter");
		await expect(heading(bob, "Browse rooms")).toBeVisible();
		await keys.write(field(bob, "Look for a room"), foreign.name);
		const found = bob.getByRole("list", { name: "Rooms" }).getByRole("link");
		await expect(found).toHaveCount(1);
		await keys.use(found);
		await expect(heading(bob, foreign.name)).toBeVisible();
		await keys.use(button(bob, "Join the room"));
		await expect(composer(bob)).toBeFocused();
		await keys.type("Here I am");
		await keys.press("Enter");
		await expect(message(bob, "Here I am")).toBeVisible();
		await keys.use(button(bob, "More about this room"), "Shift+Tab");
		await keys.choose("Leave the room");
		await keys.use(bob.getByRole("dialog").getByRole("button", { name: "Leave" }));
		await expect(roomLink(bob, foreign.name)).toHaveCount(0);
		await expect(composer(bob)).toBeFocused();
	});
});

test("one talks with one person and with several, and looks at who they are", async ({ world }) => {
	const room = await world.room({ members: ["bob", "carol"] });
	await world.say("carol", room, "Anybody at the pier?");
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const { press, type, tabTo, use, choose } = keysOf(bob);
	await expect(composer(bob)).toBeFocused();

	await test.step("the switcher leads to a person", async () => {
		await press("Control+k");
		await expect(bob.getByRole("combobox", { name: "Jump to" })).toBeFocused();
		await type("@caro");
		const carol = bob.getByRole("option", { name: /^Carol/ });
		await expect(carol).toBeVisible();
		// Talks of several with her may stand before her.
		while ((await carol.getAttribute("aria-selected")) !== "true") await press("ArrowDown");
		await press("Enter");
		await expect(heading(bob, "Carol")).toBeVisible();
		await expect(composer(bob)).toBeFocused();
		await type("I am");
		await press("Enter");
		await expect(message(bob, "I am")).toBeVisible();
	});

	await test.step("a talk with several is opened from the sidebar", async () => {
		await press("F6");
		await expect(roomLink(bob, "Carol")).toBeFocused();
		await use(button(bob, "New direct message"), "Shift+Tab");
		await expect(field(bob, "People")).toBeFocused();
		for (const name of ["Alice", "Carol"]) {
			await type(name);
			await expect(bob.getByRole("list", { name: "People found" }).getByRole("button")).toHaveCount(1);
			await press("Enter");
			await expect(button(bob, `Take ${name} out`)).toBeVisible();
		}
		await use(button(bob, "Open"));
		await expect(bob.getByRole("heading", { level: 1, name: /Alice.*Carol|Carol.*Alice/ })).toBeVisible();
		await expect(composer(bob)).toBeFocused();
	});

	await test.step("a profile is opened from a message, and leads to a talk", async () => {
		await press("Control+k");
		await type(room.name);
		await expect(bob.getByRole("option", { name: new RegExp(`^${room.name}`) })).toHaveAttribute(
			"aria-selected",
			"true",
		);
		await press("Enter");
		await expect(heading(bob, room.name)).toBeVisible();
		await press("Shift+Tab");
		await expect(message(bob, "Anybody at the pier?")).toBeFocused();
		await use(message(bob, "Anybody at the pier?").getByRole("button", { name: "Carol" }));
		const panel = bob.getByRole("complementary");
		await expect(panel.getByRole("heading", { name: "Profile" })).toBeVisible();
		await expect(panel.getByText("@carol")).toBeVisible();
		await use(panel.getByRole("button", { name: "Message" }));
		await expect(heading(bob, "Carol")).toBeVisible();
	});

	await test.step("a status is set, by the menu and by the switcher", async () => {
		await press("F6", "F6");
		await use(button(bob, "You, Bob"), "Shift+Tab");
		await choose("Set a status");
		await use(bob.getByRole("dialog").getByRole("button", { name: /^In a meeting/ }));
		await tabTo(bob.getByRole("textbox", { name: "What is up?" }), "Shift+Tab");
		await press("Control+a");
		await type("At the pier");
		await press("Enter");
		await expect(bob.getByRole("dialog")).toHaveCount(0);
		await press("Control+k");
		await type("status");
		await expect(bob.getByRole("option", { name: "Set a status" })).toHaveAttribute("aria-selected", "true");
		await press("Enter");
		await expect(bob.getByRole("textbox", { name: "What is up?" })).toHaveValue("At the pier");
		await use(button(bob, "Clear the status"));
		await use(bob.getByRole("dialog").getByRole("button", { name: "Save" }));
		await expect(bob.getByRole("dialog")).toHaveCount(0);
	});
});

test("a message is formatted, completed, pasted, edited, deleted, brought back and linked", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	const { press, type, tabTo, use, choose } = keysOf(alice);
	const box = composer(alice);
	await expect(box).toBeFocused();

	await test.step("formatted by keys and by the tools, and shown as it will be", async () => {
		await type("low tide");
		await press("Control+Shift+ArrowLeft", "Control+b");
		await expect(box).toHaveValue("low **tide**");
		await press("End");
		await type(" now");
		await press("Control+Shift+ArrowLeft");
		await use(button(alice, "Italic"));
		await expect(box).toHaveValue(/_ ?now_/);
		await expect(box).toBeFocused();
		await press("Enter");
		await expect(messages(alice).locator("strong", { hasText: "tide" })).toBeVisible();
	});

	await test.step("people, rooms, emoji and commands are completed", async () => {
		await type("@bo");
		await expect(offered(alice).getByRole("option", { name: "Bob" })).toBeVisible();
		await press("Enter");
		await type(`see #${other.name}`);
		await expect(offered(alice).getByRole("option", { name: other.name })).toBeVisible();
		await press("Tab");
		await type(":rocke");
		await expect(offered(alice).getByRole("option", { selected: true })).toContainText("🚀");
		await press("Enter");
		await expect(box).toHaveValue(`@bob see #${other.name} 🚀 `);
		await press("Enter");
		await expect(message(alice, "@bob see")).toBeVisible();
		await type("/to");
		await press("Enter");
		await type("Tides and times");
		await press("Enter");
		await expect(alice.getByRole("main").getByText("Tides and times").first()).toBeVisible();
		await expect(box).toHaveValue("");
		await type("/dance");
		await press("Enter");
		await use(button(alice, "Send it as a message"));
		await expect(message(alice, "/dance")).toBeVisible();
	});

	await test.step("an emoji is picked, and a table pasted", async () => {
		await tabTo(box, "Shift+Tab");
		await use(button(alice, "Emoji"));
		await expect(alice.getByRole("searchbox")).toBeFocused();
		await type("octopus");
		await press("Enter");
		await expect(box).toBeFocused();
		await expect(box).toHaveValue("🐙");
		await press("Control+a");
		await alice.evaluate(() => navigator.clipboard.writeText("A\tB\n1\t2"));
		await press("Control+v");
		await expect(box).toHaveValue("| A | B |\n| --- | --- |\n| 1 | 2 |\n");
		await press("Enter");
		await expect(messages(alice).getByRole("table")).toBeVisible();
	});

	await test.step("edited, deleted, and brought back by key and by the note", async () => {
		await type("Low water at 14:84");
		await press("Enter");
		await expect(message(alice, "14:84")).not.toContainText("Being sent");
		await press("ArrowUp");
		await expect(alice.getByRole("textbox", { name: "Edit the message" })).toBeFocused();
		await press("Control+a");
		await type("Low water at 14:48");
		await press("Enter");
		await expect(message(alice, "14:48")).toContainText("edited");
		await expect(box).toBeFocused();
		await press("Shift+Tab", "Delete");
		await expect(message(alice, "14:48")).toHaveCount(0);
		await press("Control+z");
		await expect(message(alice, "14:48")).toBeVisible();
		await press("End", "Delete");
		await expect(message(alice, "14:48")).toHaveCount(0);
		await press("F6");
		await expect(button(alice, "Undo")).toBeFocused();
		await press("Enter");
		await expect(message(alice, "14:48")).toBeVisible();
	});

	await test.step("its text and its link are copied, and the link leads to it", async () => {
		await tabTo(box, "Shift+Tab");
		await press("Shift+Tab", "End");
		await expect(message(alice, "14:48")).toBeFocused();
		await press("l");
		await expect(alice.getByText("Link copied")).toBeVisible();
		const link = await alice.evaluate(() => navigator.clipboard.readText());
		await press("Enter");
		await use(message(alice, "14:48").getByRole("button", { name: "More" }));
		await choose("Copy text");
		await expect(alice.getByText("Text copied")).toBeVisible();
		await alice.goto(link);
		await expect(message(alice, "14:48")).toBeFocused();
	});

	await test.step("? tells the keys", async () => {
		await press("?");
		await expect(alice.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
		await press("Escape");
		await expect(message(alice, "14:48")).toBeFocused();
	});
});

test("one reads: what is unread, what is long, the newest; and what was begun stays", async ({ world }) => {
	test.slow();
	const room = await world.room({ members: ["bob"] });
	const long = await world.room({ members: ["bob"] });
	await world.say("bob", long, Array.from({ length: 40 }, (_, line) => `- line ${line}`).join("\n"));
	for (let number = 1; number <= 40; number++) await world.say("bob", long, `Reading ${number}.`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const { press, type, use } = keysOf(bob);
	await expect(composer(bob)).toBeFocused();

	await test.step("a draft waits in its room", async () => {
		await type("Half a thought");
		await press("Control+k");
		await expect(bob.getByRole("combobox", { name: "Jump to" })).toBeFocused();
		await type(long.name);
		await expect(bob.getByRole("option", { name: new RegExp(`^${long.name}`) })).toHaveAttribute(
			"aria-selected",
			"true",
		);
		await press("Enter");
		await expect(heading(bob, long.name)).toBeVisible();
		await expect(composer(bob)).toHaveValue("");
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(`${room.name}, draft`);
	});

	await test.step("a long message is unfolded and folded", async () => {
		await expect(message(bob, "Reading 40.")).toBeVisible();
		await expect(composer(bob)).toBeFocused();
		await press("Shift+Tab");
		await expect(message(bob, "Reading 40.")).toBeFocused();
		await press("Home");
		await expect(message(bob, "line 0")).toBeFocused();
		await use(button(bob, /^Show all, 40 lines/));
		await expect(button(bob, "Show less")).toBeFocused();
		await press("Enter");
		await expect(button(bob, /^Show all, 40 lines/)).toBeFocused();
	});

	await test.step("the newest is one step away", async () => {
		await use(button(bob, "Jump to newest"));
		await expect(button(bob, "Jump to newest")).toHaveCount(0);
		await expect(message(bob, "Reading 40.")).toBeInViewport();
		await expect(composer(bob)).toBeFocused();
		await press("Shift+Tab", "Home");
		await expect(message(bob, "line 0")).toBeFocused();
		await press("End");
		await expect(message(bob, "Reading 40.")).toBeFocused();
		await press("Escape");
	});

	await test.step("what is unread is gone to, and the draft is still there", async () => {
		await press("Shift+Escape");
		await world.say("alice", room, "Over here");
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(/unread/);
		await press("Alt+Shift+ArrowDown");
		await expect(heading(bob, room.name)).toBeVisible();
		await expect(composer(bob)).toBeFocused();
		await expect(composer(bob)).toHaveValue("Half a thought");
		await expect(roomLink(bob, room.name)).toHaveAccessibleName(room.name);
		await press("F6");
		await expect(roomLink(bob, room.name)).toBeFocused();
		await use(sidebar(bob).getByRole("button", { name: "Rooms", exact: true }), "Shift+Tab");
		await expect(roomLink(bob, long.name)).toHaveCount(0);
		await press("Enter");
		await expect(roomLink(bob, long.name)).toBeVisible();
	});
});

test("what was written without a connection and refused is sent again", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const { press, type, tabTo, use } = keysOf(bob);
	await expect(composer(bob)).toBeFocused();
	await type("Before");
	await press("Enter");
	await expect(message(bob, "Before")).not.toContainText("Being sent");
	await bob.context().setOffline(true);
	await type("On the water");
	await press("Enter");
	await expect(message(bob, "On the water")).toContainText("Being sent");
	await world.as("alice")("PATCH", `/api/rooms/${room.id}`, { readOnly: true });
	await bob.context().setOffline(false);
	await expect(message(bob, "On the water")).toContainText("Not sent");
	await world.as("alice")("PATCH", `/api/rooms/${room.id}`, { readOnly: false });
	await expect(composer(bob)).toBeVisible();
	await tabTo(message(bob, "On the water"), "Shift+Tab");
	await use(message(bob, "On the water").getByRole("button", { name: "Try again" }));
	await expect(message(bob, "On the water")).not.toContainText(/Not sent|Being sent/);
	await tabTo(composer(bob));
});
