import { composer, heading, message, messages, roomLink, say } from "./parts.ts";
import { expect, type Room, test } from "./world.ts";

test("somebody makes a room, adds a person, and that person sees it at once", async ({ world }) => {
	const alice = await world.open("alice");
	const bob = await world.open("bob");
	await expect(composer(bob)).toBeVisible();
	await alice.getByRole("button", { name: "Add rooms" }).click();
	await alice.getByRole("menuitem", { name: "New room" }).click();
	await alice.getByLabel("Name", { exact: true }).fill("harbour lights");
	await alice.getByRole("radio", { name: /^Private/ }).check();
	await alice.getByRole("button", { name: "Make the room" }).click();
	await expect(alice.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
	await alice.getByLabel("Name", { exact: true }).fill("harbour-lights");
	await alice.getByRole("button", { name: "Make the room" }).click();
	await expect(messages(alice).getByText("Alice made this room")).toBeVisible();

	await messages(alice)
		.getByRole("button", { name: /^Add people/ })
		.click();
	await alice.getByLabel("People", { exact: true }).fill("bo");
	await alice.getByRole("list", { name: "People found" }).getByRole("button", { name: /Bob/ }).click();
	await alice.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
	await alice.getByRole("button", { name: /^Members/ }).click();
	await expect(alice.getByRole("list", { name: "Members" }).getByText("@bob")).toBeVisible();
	await expect(messages(alice).getByText("Alice added Bob")).toBeVisible();
	await expect(roomLink(bob, "harbour-lights")).toBeVisible();
});

test("members stand in an order in which one finds them: owners, then the others, by name", async ({ world }) => {
	const room = await world.room({ members: ["bob", "carol"] });
	const alice = world.as("alice");
	const { items } = await alice<{ items: { user: { id: string; name: string } }[] }>(
		"GET",
		`/api/rooms/${room.id}/members`,
	);
	const carol = items.find(({ user }) => user.name === "Carol");
	await alice("PATCH", `/api/rooms/${room.id}/members/${carol?.user.id}`, { role: "owner" });
	const bob = await world.open("bob", `/rooms/${room.id}?panel=members`);
	const rows = bob.getByRole("list", { name: "Members" }).getByRole("listitem");
	await expect(rows).toContainText(["@alice", "@carol", "@bob"]);
});

test("the conversation with oneself says that it is that", async ({ world }) => {
	const me = await world.as("bob")<{ id: string }>("GET", "/api/me");
	const room = await world.as("bob")<{ id: string }>("POST", "/api/rooms", { kind: "direct", members: [me.id] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(roomLink(bob, "Bob (you)")).toHaveAccessibleName("Bob (you)");
	await expect(bob.getByRole("heading", { level: 1, name: "Bob (you)" })).toBeVisible();
	await expect(bob).toHaveTitle(/Bob \(you\) · Brackwater$/);
	await bob.keyboard.press("Control+k");
	await bob.getByRole("combobox", { name: "Jump to" }).fill("@bob");
	await expect(bob.getByRole("option", { name: "Bob (you)" })).toBeVisible();
});

test("a public room is looked at from outside, then joined", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "Open to all");
	const carol = await world.open("carol", "/directory");
	await carol.getByLabel("Look for a room").fill(room.name);
	await carol.getByRole("list", { name: "Rooms" }).getByRole("link", { name: room.name }).click();
	await expect(message(carol, "Open to all")).toBeVisible();
	await expect(composer(carol)).toHaveCount(0);
	await carol.getByRole("button", { name: "Join the room" }).click();
	await expect(composer(carol)).toBeVisible();
	await expect(roomLink(carol, room.name)).toBeVisible();
	await say(carol, "Here I am");
	await expect(message(carol, "Here I am")).toBeVisible();
});

test("somebody who is removed while he looks at a room is told, and sees no more of it", async ({ world }) => {
	const room = await world.room({ kind: "private", members: ["bob"] });
	await world.say("alice", room, "Between us");
	const alice = await world.open("alice", `/rooms/${room.id}?panel=members`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(message(bob, "Between us")).toBeVisible();

	await alice.getByRole("button", { name: "More about Bob" }).click();
	await alice.getByRole("menuitem", { name: "Remove from the room" }).click();
	await alice.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
	await expect(bob.getByRole("heading", { name: `You are no longer in ${room.name}` })).toBeVisible();
	await expect(bob.getByText("You were removed from this room")).toBeVisible();
	await expect(bob.getByText("Between us")).toHaveCount(0);
	await expect(roomLink(bob, room.name)).toHaveCount(0);
	await bob.reload();
	await expect(bob.getByRole("heading", { name: "There is no such room" })).toBeVisible();
});

test("a room that becomes read-only, announces something and is archived says so to who looks at it", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}?panel=settings`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(composer(bob)).toBeVisible();

	await alice.getByLabel("Announcement").fill("Storm on Friday");
	await alice.getByRole("switch", { name: "Read-only" }).click();
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(bob.getByText("Storm on Friday")).toBeVisible();
	await expect(bob.getByText("Only owners and moderators write in this room.")).toBeVisible();
	await expect(composer(bob)).toHaveCount(0);
	await expect(composer(alice)).toBeVisible();

	await alice.getByRole("button", { name: "Archive the room" }).click();
	await expect(bob.getByText("This room is archived")).toBeVisible();
	await expect(bob.getByText("nobody can join it any more")).toBeVisible();
	await alice.getByRole("main").getByRole("button", { name: "Unarchive" }).click();
	await expect(composer(alice)).toBeVisible();
});

test("who becomes a moderator may manage the room from then on", async ({ world }) => {
	const room = await world.room({ members: ["bob", "carol"] });
	const alice = await world.open("alice", `/rooms/${room.id}?panel=members`);
	const bob = await world.open("bob", `/rooms/${room.id}?panel=members`);
	await expect(bob.getByRole("list", { name: "Members" }).getByText("@carol")).toBeVisible();
	await expect(bob.getByRole("button", { name: "More about Carol" })).toHaveCount(0);
	await alice.getByRole("button", { name: "More about Bob" }).click();
	await alice.getByRole("menuitem", { name: "Make moderator" }).click();
	await expect(bob.getByRole("button", { name: "More about Carol" })).toBeVisible();
	await expect(messages(bob).getByText("Alice made Bob a moderator")).toBeVisible();
});

test("a room is deleted for all after a question", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}?panel=settings`);
	const bob = await world.open("bob");
	await expect(roomLink(bob, room.name)).toBeVisible();
	await alice.getByRole("button", { name: "Delete the room…" }).click();
	await alice.getByRole("button", { name: "Delete for good" }).click();
	await expect(roomLink(alice, room.name)).toHaveCount(0);
	await expect(alice.getByRole("heading", { level: 1, name: room.name })).toHaveCount(0);
	await expect(roomLink(bob, room.name)).toHaveCount(0);
});

test("what is said in a room is fetched as soon as the pointer rests on it, and not again by the click", async ({
	world,
}) => {
	const [here, there] = [await world.room({ members: ["bob"] }), await world.room({ members: ["bob"] })];
	await world.say("alice", there, "Fetched ahead");
	const bob = await world.open("bob", `/rooms/${here.id}`);
	await expect(composer(bob)).toBeVisible();
	const asked: string[] = [];
	bob.on("request", (request) => asked.push(new URL(request.url()).pathname));
	const path = `/api/rooms/${there.id}/messages`;
	const answered = bob.waitForResponse((response) => new URL(response.url()).pathname === path);
	await roomLink(bob, there.name).hover();
	await (await answered).finished();
	await roomLink(bob, there.name).click();
	await expect(message(bob, "Fetched ahead")).toBeVisible();
	expect(asked.filter((it) => it === path)).toHaveLength(1);
});

test("the keyboard is enough: to another room, to a message, to its edit and back", async ({ world }) => {
	const room = await world.room();
	const next = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(composer(alice)).toBeFocused();
	await say(alice, "By hand");
	await expect(message(alice, "By hand")).not.toContainText("Being sent");
	await alice.keyboard.press("Shift+Tab");
	await expect(message(alice, "By hand")).toBeFocused();
	await alice.keyboard.press("e");
	await expect(alice.getByRole("textbox", { name: "Edit the message" })).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(composer(alice)).toBeFocused();
	await alice.keyboard.press("Alt+ArrowDown");
	await expect(alice.getByRole("heading", { level: 1, name: next.name })).toBeVisible();
	await expect(composer(alice)).toBeFocused();
});

test("a conversation of several becomes a room with a name, for all who are in it", async ({ world }) => {
	const { id: carol } = await world.as("carol")<{ id: string }>("GET", "/api/me");
	const { id: alice } = await world.as("alice")<{ id: string }>("GET", "/api/me");
	const talk = await world.as("bob")<Room>("POST", "/api/rooms", { kind: "direct", members: [carol, alice] });
	const bob = await world.open("bob", `/rooms/${talk.id}`);
	const other = await world.open("carol", `/rooms/${talk.id}`);
	await bob.getByRole("button", { name: "More about this room" }).click();
	await bob.getByRole("menuitem", { name: "Turn into a room" }).click();
	const dialog = bob.getByRole("dialog");
	await dialog.getByLabel("Name").fill("breakwater");
	await bob.keyboard.press("Enter");
	for (const page of [bob, other]) {
		await expect(heading(page, "breakwater")).toBeVisible();
		await expect(messages(page).getByText("Bob made a room of this conversation: breakwater")).toBeVisible();
		await expect(roomLink(page, "breakwater")).toBeVisible();
	}
});

test("the directory is sorted by name, by members or by activity, private rooms of one's own among the others", async ({
	world,
}) => {
	const few = await world.room({ name: "sorted-a" });
	const many = await world.room({ name: "sorted-b", members: ["bob", "carol"] });
	const own = await world.room({ name: "sorted-c", kind: "private", members: ["bob"] });
	await world.say("alice", own, "The newest of all");
	const alice = await world.open("alice", "/directory");
	await alice.getByLabel("Look for a room").fill("sorted-");
	const names = alice.getByRole("list", { name: "Rooms" }).getByRole("link");
	await expect(names).toContainText([few.name, many.name, own.name]);
	await alice.getByRole("combobox", { name: "Sort" }).selectOption("by members");
	await expect(names).toContainText([many.name, own.name, few.name]);
	await alice.getByRole("combobox", { name: "Sort" }).selectOption("by activity");
	await expect(names.first()).toContainText(own.name);
});
