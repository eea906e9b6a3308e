import { composer, message, roomLink, say, sidebar } from "./parts.ts";
import { expect, test } from "./world.ts";

test("what one begins on a device is there on the other, counted and listed, and goes when it is thrown away or sent", async ({
	world,
}) => {
	const room = await world.room({ name: `drafts-${process.pid}-${Date.now()}`, members: ["carol"] });
	const laptop = await world.open("carol", `/rooms/${room.id}`);
	const phone = await world.open("carol", "/drafts");
	const row = phone.getByRole("list", { name: "Drafts" }).getByRole("listitem").filter({ hasText: room.name });
	await expect(phone.getByRole("heading", { level: 1, name: "Drafts" })).toBeVisible();
	await expect(row).toHaveCount(0);

	await composer(laptop).pressSequentially("The tide table for");
	await expect(row).toContainText("The tide table for");
	await expect(sidebar(phone).getByRole("link", { name: /^Drafts, \d/ })).toBeVisible();
	await row.getByRole("link", { name: /^Go on with the draft/ }).focus();
	await phone.keyboard.press("Enter");
	await expect(composer(phone)).toHaveValue("The tide table for");
	await composer(phone).press("End");
	await composer(phone).pressSequentially(" December");
	await expect(composer(laptop)).toHaveValue("The tide table for December");

	await sidebar(laptop)
		.getByRole("link", { name: /^Drafts/ })
		.click();
	const listed = laptop.getByRole("list", { name: "Drafts" }).getByRole("listitem").filter({ hasText: room.name });
	await listed.getByRole("button", { name: "Delete the draft" }).click();
	await expect(composer(phone)).toHaveValue("");
	await laptop.getByRole("button", { name: "Undo" }).click();
	await expect(composer(phone)).toHaveValue("The tide table for December");
	await composer(phone).press("Control+Enter");
	await expect(listed).toHaveCount(0);
	await expect(roomLink(phone, room.name)).toBeVisible();
});

test("what two devices wrote while one was away stands one below the other, and nothing is lost", async ({ world }) => {
	const room = await world.room({ members: ["carol"] });
	const ship = await world.open("carol", `/rooms/${room.id}`);
	const office = await world.open("carol", `/rooms/${room.id}`);
	await expect(composer(ship)).toBeVisible();
	await ship.context().setOffline(true);
	await composer(ship).fill("from the ship");
	await composer(office).fill("from the office");
	await expect
		.poll(async () => {
			const { items } = await world.as("carol")<{ items: { roomId: string; text: string }[] }>("GET", "/api/me/drafts");
			return items.find(({ roomId }) => roomId === room.id)?.text;
		})
		.toBe("from the office");
	await ship.context().setOffline(false);
	for (const page of [ship, office]) await expect(composer(page)).toHaveValue("from the office\n\nfrom the ship");
	await composer(office).fill("");
	await expect(composer(ship)).toHaveValue("");
});

test("the files and the quote of a draft are there on the other device, which takes them away or sends them", async ({
	world,
}) => {
	const room = await world.room({ name: `held-${process.pid}-${Date.now()}`, members: ["carol"] });
	await world.say("alice", room, "Which gauges are below?");
	const laptop = await world.open("carol", `/rooms/${room.id}`);
	const phone = await world.open("carol", "/drafts");
	const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
	await message(laptop, "Which gauges").hover();
	await message(laptop, "Which gauges").getByRole("button", { name: "Quote" }).click();
	await laptop
		.locator("input[type=file]")
		.first()
		.setInputFiles([file("halling.txt"), file("crane.txt")]);
	const row = phone.getByRole("list", { name: "Drafts" }).getByRole("listitem").filter({ hasText: room.name });
	await expect(row).toContainText("halling.txt, crane.txt");

	await row.getByRole("link", { name: /^Go on with the draft/ }).click();
	const attached = phone.getByRole("list", { name: "Attached files" });
	await expect(attached.getByRole("listitem")).toHaveCount(2);
	await expect(phone.getByRole("form").getByText("Which gauges are below?")).toBeVisible();
	await attached.getByRole("button", { name: "Remove crane.txt" }).click();
	await expect(laptop.getByRole("list", { name: "Attached files" }).getByRole("listitem")).toHaveCount(1);
	await phone.reload();
	await expect(attached.getByRole("listitem")).toHaveCount(1);
	await say(phone, "These");
	const sent = message(laptop, "These");
	await expect(sent).toContainText("halling.txt");
	await expect(sent).toContainText("Which gauges are below?");
	await expect(laptop.getByRole("list", { name: "Attached files" })).toHaveCount(0);
});
