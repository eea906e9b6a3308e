import sharp from "sharp";
import { composer, message, offered } from "./parts.ts";
import { expect, test } from "./world.ts";

test("an administrator makes an emoji, everybody writes and reacts with it, and once it is gone its name stays", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("alice", room, "Look what stands at the lock");
	const name = `heron_${room.name.replaceAll("-", "_")}`;
	const image = { create: { width: 64, height: 64, channels: 4 as const, background: "#5a7f8a" } };
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const alice = await world.open("alice", "/admin/emoji");

	const add = alice.getByRole("button", { name: "Add the emoji" });
	await alice
		.locator("input[type=file]")
		.setInputFiles({ name: `${name}.png`, mimeType: "image/png", buffer: await sharp(image).png().toBuffer() });
	const field = alice.getByRole("textbox", { name: "Name" });
	await expect(field).toHaveValue(name.slice(0, 32));
	await field.fill("no");
	await field.fill("tada");
	await add.click();
	await expect(alice.getByText("There is an emoji with this name already")).toBeVisible();
	await field.fill(name);
	await field.press("Enter");
	const row = alice.getByRole("list", { name: "Emoji of this server" }).getByRole("listitem").filter({ hasText: name });
	await expect(row).toContainText("Alice");
	await expect(field).toHaveValue("");

	// Completed as it is written, by keys alone.
	await composer(bob).pressSequentially(`There is a :${name.slice(0, -1)}`);
	await expect(offered(bob).getByRole("img", { name: `:${name}:` })).toBeVisible();
	await composer(bob).press("Enter");
	await expect(composer(bob)).toHaveValue(`There is a :${name}: `);
	await composer(bob).press("Control+Enter");
	const written = message(bob, "There is a").getByRole("img", { name: `:${name}:` });
	await expect(written).toBeVisible();

	await message(bob, "Look what stands").hover();
	await message(bob, "Look what stands").getByRole("button", { name: "Add a reaction" }).first().click();
	await bob.getByRole("searchbox").fill(name);
	await expect(bob.getByRole("group", { name: "Of this server" }).getByRole("button")).toHaveCount(1);
	await bob.getByRole("searchbox").press("Enter");
	const chip = message(bob, "Look what stands").getByRole("button", { name: new RegExp(`:${name}:`) });
	await expect(chip.getByRole("img", { name: `:${name}:` })).toBeVisible();

	// Offered first from then on, as any other.
	await message(bob, "There is a").hover();
	const again = message(bob, "There is a").getByRole("button", { name: `React with :${name}:` });
	await expect(again.getByRole("img", { name: `:${name}:` })).toBeVisible();

	await row.getByRole("button", { name: `Remove :${name}:` }).click();
	await alice.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
	await expect(row).toHaveCount(0);
	await expect(written).toHaveCount(0);
	await expect(message(bob, "There is a")).toContainText(`:${name}:`);
	await expect(chip).toContainText(`:${name}:`);
	await expect(again).toHaveCount(0);
});
