import sharp from "sharp";
import { keysOf } from "./hands.ts";
import { message } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

/** Left red, right blue. */
const photo = async () => ({
	name: "me.png",
	mimeType: "image/png",
	buffer: await sharp({ create: { width: 800, height: 400, channels: 3, background: "#0000ff" } })
		.composite([
			{ input: { create: { width: 400, height: 400, channels: 3, background: "#ff0000" } }, left: 0, top: 0 },
		])
		.png()
		.toBuffer(),
});

/** What is seen in the middle of the picture beside a message. */
async function colour(page: Page, text: string): Promise<string> {
	const image = message(page, text).locator("img").first();
	return image.evaluate(async (shown: HTMLImageElement) => {
		await shown.decode();
		const context = new OffscreenCanvas(1, 1).getContext("2d");
		context?.drawImage(shown, shown.naturalWidth / 2, shown.naturalHeight / 2, 1, 1, 0, 0, 1, 1);
		const [red = 0, , blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
		return red > blue ? "red" : "blue";
	});
}

test("one chooses a picture, cuts it by keys and by pointer, everybody sees it at once, and takes it away", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, "Do you see me?");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", "/account");
	const face = message(alice, "Do you see me?").locator("img");
	await expect(message(alice, "Do you see me?")).toBeVisible();
	await expect(face).toHaveCount(0);

	const input = bob.locator("input[type=file]");
	await input.setInputFiles({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no image") });
	await expect(bob.getByText("not an image that your browser can read")).toBeVisible();

	await input.setInputFiles(await photo());
	const dialog = bob.getByRole("dialog", { name: "Your picture" });
	const cut = dialog.getByRole("application", { name: "What is shown of the picture" });
	const { tabTo, press, use } = keysOf(bob);
	await tabTo(cut, "Shift+Tab");
	// What is seen goes to the left: the blue half comes to the middle.
	await press(...Array.from({ length: 20 }, () => "ArrowLeft"), "+", "-");
	await use(dialog.getByRole("button", { name: "Use this picture" }));
	await expect(dialog).toHaveCount(0);
	await expect(face).toBeVisible();
	expect(await colour(alice, "Do you see me?")).toBe("blue");
	const first = await face.getAttribute("src");

	await input.setInputFiles(await photo());
	const box = await cut.boundingBox();
	if (!box) throw new Error("Nothing to cut is shown.");
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await bob.mouse.move(x, y);
	await bob.mouse.down();
	await bob.mouse.move(x + 200, y, { steps: 4 });
	await bob.mouse.up();
	await dialog.getByRole("slider", { name: "Zoom" }).fill("2");
	await dialog.getByRole("button", { name: "Use this picture" }).click();
	await expect(face).not.toHaveAttribute("src", first ?? "");
	await expect.poll(() => colour(alice, "Do you see me?")).toBe("red");

	await bob.getByRole("button", { name: "Remove the picture" }).click();
	await expect(face).toHaveCount(0);
	await expect(bob.getByRole("button", { name: "Choose a picture" })).toBeVisible();
});
