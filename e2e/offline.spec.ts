import { composer, message, messages, roomLink, say } from "./parts.ts";
import { expect, test } from "./world.ts";

const quietLine = "Reconnecting… your messages will be sent";

test("what is written without a connection is sent when it is back, in its order", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await say(alice, "Before");
	await expect(message(bob, "Before")).toBeVisible();

	await alice.context().setOffline(true);
	await say(alice, "On the water");
	await say(alice, "still on the water");
	await expect(alice.getByText(quietLine)).toBeVisible();
	await expect(message(alice, "still on the water")).toContainText("Being sent");
	await world.say("bob", room, "Where are you?");
	await expect(message(bob, "Where are you?")).toBeVisible();
	await expect(message(bob, "On the water")).toHaveCount(0);

	await alice.context().setOffline(false);
	await expect(message(alice, "Where are you?")).toBeVisible();
	await expect(message(bob, "still on the water")).toBeVisible();
	await expect(alice.getByText(quietLine)).toHaveCount(0);
	await expect(message(alice, "still on the water")).not.toContainText("Being sent");
	const texts = await messages(bob).locator("article p").allTextContents();
	expect(texts).toEqual(["Before", "Where are you?", "On the water", "still on the water"]);
});

test("edits, deletions and unread counts of the time away are caught up with", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const first = await world.say("alice", room, "Will be edited");
	const second = await world.say("alice", room, "Will be deleted");
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(message(bob, "Will be deleted")).toBeVisible();

	await bob.context().setOffline(true);
	await expect(bob.getByText(quietLine)).toBeVisible();
	await world.as("alice")("PATCH", `/api/messages/${first.id}`, { text: "Was edited" });
	await world.as("alice")("DELETE", `/api/messages/${second.id}`);
	await world.say("alice", other, "Elsewhere");
	await bob.context().setOffline(false);

	await expect(message(bob, "Was edited")).toBeVisible();
	await expect(message(bob, "Will be deleted")).toHaveCount(0);
	await expect(roomLink(bob, other.name)).toHaveAccessibleName(`${other.name}, unread`);
});

test("rooms can be changed between without a connection, and a message that was refused can be sent again", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${other.id}`);
	await expect(composer(bob)).toBeVisible();
	await roomLink(bob, room.name).click();
	await expect(bob.getByText(`This is the beginning of ${room.name}`)).toBeVisible();

	await bob.context().setOffline(true);
	await roomLink(bob, other.name).click();
	await expect(bob.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	await expect(bob.getByText(`This is the beginning of ${other.name}`)).toBeVisible();
	await say(bob, "Too late");
	await world.as("alice")("PATCH", `/api/rooms/${other.id}`, { readOnly: true });
	await bob.context().setOffline(false);

	await expect(message(bob, "Too late")).toContainText("Not sent: Only owners and moderators may write in this room.");
	await expect(bob.getByText("Only owners and moderators write in this room.")).toBeVisible();
	await world.as("alice")("PATCH", `/api/rooms/${other.id}`, { readOnly: false });
	await message(bob, "Too late").getByRole("button", { name: "Try again" }).click();
	await expect(message(bob, "Too late")).not.toContainText("Not sent");
});
