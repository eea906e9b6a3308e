import { composer, message, say } from "./parts.ts";
import { expect, test } from "./world.ts";

test("who calls everybody in a large room is asked first, who may not is told, and who is named from outside can be added", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice");
	// As if there were many.
	await alice.route("**/api/bootstrap", async (route) => {
		const response = await route.fetch();
		const answer: { rooms: { id: string; memberCount: number }[] } = await response.json();
		const rooms = answer.rooms.map((each) => (each.id === room.id ? { ...each, memberCount: 61 } : each));
		await route.fulfill({ response, json: { ...answer, rooms } });
	});
	await alice.goto(`/rooms/${room.id}`);
	await say(alice, "@all come to the quay");
	const question = alice.getByRole("dialog", { name: "Alert 60 people?" });
	await expect(question.getByRole("button", { name: "Go on writing" })).toBeFocused();
	await alice.keyboard.press("Escape");
	await expect(question).toHaveCount(0);
	await expect(composer(alice)).toHaveValue("@all come to the quay");
	await composer(alice).press("Control+Enter");
	await question.getByRole("button", { name: "Send" }).click();
	await expect(message(alice, "come to the quay")).toBeVisible();
	await expect(composer(alice)).toHaveValue("");

	await say(alice, "@carol knows the way");
	await expect(alice.getByText(`Carol is not in #${room.name} and hears nothing of it.`)).toBeVisible();
	await alice.getByRole("button", { name: "Add to the room" }).click();
	await expect(alice.getByText("Carol is in the room now.")).toBeVisible();
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await composer(bob).fill("@here?");
	await expect(bob.getByText("Only owners and moderators of the room can call everybody")).toBeVisible();
	await composer(bob).fill("");
});
