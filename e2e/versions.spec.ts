import { choose, message } from "./parts.ts";
import { expect, test } from "./world.ts";

test("the mark and the menu of an edited message open what changed in it, also when it changes again", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const set = (on: boolean) =>
		world.as("alice")("PATCH", "/api/admin/settings", { changes: { Message_KeepHistory: on } });
	const { id } = await world.say("alice", room, "Low water at 14:84");
	const edit = (text: string) => world.as("alice")("PATCH", `/api/messages/${id}`, { text });
	await set(true);
	try {
		await edit("Low water at 14:48");
		const bob = await world.open("bob", `/rooms/${room.id}`);
		await message(bob, "14:48").getByRole("button", { name: "edited" }).click();
		const dialog = bob.getByRole("dialog", { name: "What changed in this message" });
		await expect(dialog.getByRole("deletion")).toHaveText(/84$/);
		await expect(dialog.getByRole("insertion")).toHaveText(/48$/);
		await edit("Low water at 15:10");
		await expect(dialog.getByRole("listitem").first().getByRole("insertion").first()).toHaveText(/15/);
		await bob.keyboard.press("Escape");
		await bob.mouse.move(0, 0);
		await choose(bob, "15:10", "What changed");
		await expect(dialog).toBeVisible();
		await world.as("alice")("DELETE", `/api/messages/${id}`);
		await expect(dialog.getByRole("insertion")).toHaveCount(0);
	} finally {
		await set(false);
	}
});
