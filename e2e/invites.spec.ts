import { composer, heading, messages, roomLink } from "./parts.ts";
import { expect, test } from "./world.ts";

test("a link is made and copied, tells what one would join, leads in once, and leads nowhere when it is revoked", async ({
	world,
}) => {
	const room = await world.room({ kind: "private", members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}?panel=members`);
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	await alice.getByRole("button", { name: "Invite by link" }).click();
	const dialog = alice.getByRole("dialog", { name: `Invite to ${room.name}` });
	await expect(dialog.getByText("There is none yet.")).toBeVisible();
	await dialog.getByLabel("It can be used").selectOption("10 times");
	await dialog.getByRole("button", { name: "Make a link and copy it" }).click();
	const link = dialog.getByRole("listitem");
	await expect(link).toContainText("0 of 10 used");
	const url = await alice.evaluate(() => navigator.clipboard.readText());

	const carol = await world.open("carol", new URL(url).pathname);
	await expect(carol.getByText("Alice invites you to")).toBeVisible();
	await expect(carol.getByRole("heading", { level: 1 })).toContainText(room.name);
	await carol.getByRole("button", { name: "Join the room" }).press("Enter");
	await expect(composer(carol)).toBeVisible();
	await expect(roomLink(carol, room.name)).toBeVisible();
	await expect(messages(alice).getByText(/Carol joined/)).toBeVisible();

	// Who is in it goes there at once.
	const bob = await world.open("bob", new URL(url).pathname);
	await expect(composer(bob)).toBeVisible();
	await link.getByRole("button", { name: "Revoke the link" }).click();
	await expect(link).toHaveCount(0);
	await bob.goto(new URL(url).pathname);
	await expect(heading(bob, "This invitation leads nowhere")).toBeVisible();
});
