import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { composer, message, messages } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

type Chosen = { name: string; mimeType: string; buffer: Buffer };

const image = (name: string, colour: string, size: { width: number; height: number } = { width: 1_200, height: 600 }) =>
	sharp({ create: { ...size, channels: 3, background: colour } })
		.jpeg()
		.toBuffer()
		.then((buffer): Chosen => ({ name, mimeType: "image/jpeg", buffer }));
const words = (name: string, text: string): Chosen => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

const attached = (page: Page): Locator => page.getByRole("list", { name: "Attached files" }).getByRole("listitem");

async function attach(page: Page, ...files: Chosen[]): Promise<void> {
	const choosing = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Attach files" }).click();
	await (await choosing).setFiles(files);
}

/** As the browser tells of files that are dragged in or pasted. */
async function hand(page: Page, target: Locator, event: "drop" | "paste", files: Chosen[]): Promise<void> {
	const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, content: buffer.toString("base64") }));
	const data = await page.evaluateHandle((all) => {
		const transfer = new DataTransfer();
		for (const { name, mimeType, content } of all) {
			const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
			transfer.items.add(new File([bytes], name, { type: mimeType }));
		}
		return transfer;
	}, given);
	if (event === "paste") {
		await target.evaluate((element, clipboardData) => {
			element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
		}, data);
		return;
	}
	await target.dispatchEvent("dragenter", { dataTransfer: data });
	await expect(page.getByText("Drop files to attach them to")).toBeVisible();
	await target.dispatchEvent("drop", { dataTransfer: data });
}

test("files are chosen, dropped and pasted, sent with a caption, and seen by the other at once in their size", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const [alice, bob] = [await world.open("alice", `/rooms/${room.id}`), await world.open("bob", `/rooms/${room.id}`)];
	await expect(messages(bob)).toBeVisible();
	await attach(alice, await image("halling-box-open.jpg", "teal"));
	await hand(alice, messages(alice), "drop", [words("readings-week-47.csv", "station;reading\nHalling;92.8")]);
	await hand(alice, composer(alice), "paste", [words("notes.txt", "Low water is at 14:48.")]);
	await expect(attached(alice)).toHaveCount(3);
	await composer(alice).fill("Taken on the way home");
	await composer(alice).press("Enter");

	const seen = message(bob, "Taken on the way home");
	const picture = seen.getByRole("button", { name: "Open halling-box-open.jpg" });
	await expect(picture).toBeVisible();
	const box = await picture.boundingBox();
	expect([box?.width, box?.height]).toEqual([360, 180]);
	await expect(seen.getByText("CSV · 28 B")).toBeVisible();
	const saving = bob.waitForEvent("download");
	await seen.getByRole("link", { name: "Download readings-week-47.csv" }).click();
	expect((await saving).suggestedFilename()).toBe("readings-week-47.csv");
	await expect(attached(alice)).toHaveCount(0);
	await expect(composer(alice)).toHaveValue("");
});

test("the viewer goes from file to file, zooms, shows texts, and gives the focus back", async ({ world }) => {
	const room = await world.room();
	const page = await world.open("alice", `/rooms/${room.id}`);
	await attach(
		page,
		await image("first.jpg", "teal"),
		await image("second.jpg", "orange"),
		words("notes.txt", "Low water"),
	);
	await expect(attached(page)).toHaveCount(3);
	await composer(page).press("Enter");
	const first = messages(page).getByRole("button", { name: "Open first.jpg" });
	await first.click();
	const viewer = page.getByRole("dialog");
	await expect(viewer.getByText("1 of 3")).toBeVisible();
	const shown = viewer.getByRole("img", { name: "first.jpg" });
	const before = await shown.boundingBox();
	await page.keyboard.press("+");
	await expect.poll(async () => (await shown.boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) * 1.4);
	await page.keyboard.press("0");
	await page.keyboard.press("ArrowRight");
	await expect(viewer.getByRole("img", { name: "second.jpg" })).toBeVisible();
	await page.keyboard.press("ArrowRight");
	await expect(viewer.getByText("Low water")).toBeVisible();
	await page.keyboard.press("ArrowLeft");
	await expect(viewer.getByText("2 of 3")).toBeVisible();
	const finger = { pointerType: "touch", isPrimary: true, clientY: 300 };
	const swiped = viewer.getByRole("img", { name: "second.jpg" });
	await swiped.dispatchEvent("pointerdown", { ...finger, clientX: 200 });
	await swiped.dispatchEvent("pointermove", { ...finger, clientX: 300 });
	await swiped.dispatchEvent("pointerup", { ...finger, clientX: 300 });
	await expect(viewer.getByText("1 of 3")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(viewer).toHaveCount(0);
	await expect(first).toBeFocused();
});

/** One page with a blue field on it. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj
4 0 obj<</Length 26>>stream
0 0 1 rg 20 20 60 40 re f
endstream endobj
trailer<</Root 1 0 R>>`;

test("the pages of a PDF are drawn, and what is none says so", async ({ world }) => {
	const room = await world.room();
	const page = await world.open("alice", `/rooms/${room.id}`);
	const pdf = (name: string, text: string): Chosen => ({ ...words(name, text), mimeType: "application/pdf" });
	await attach(page, pdf("plan.pdf", PDF), pdf("broken.pdf", "%PDF-1.4 and nothing else"));
	await expect(attached(page)).toHaveCount(2);
	await composer(page).press("Enter");
	await messages(page).getByRole("button", { name: "Open plan.pdf" }).click();
	const drawn = page.getByRole("img", { name: "Page 1 of 1" });
	await expect(drawn).toHaveAttribute("data-drawn", "true");
	const colour = await drawn.evaluate((canvas: HTMLCanvasElement) => {
		const { width, height } = canvas;
		return [...(canvas.getContext("2d")?.getImageData(width * 0.25, height * 0.6, 1, 1).data ?? [])];
	});
	expect(colour).toEqual([0, 0, 255, 255]);
	await page.getByRole("button", { name: "Next file" }).click();
	await expect(page.getByRole("dialog").getByText("There is no preview of this file.")).toBeVisible();
});

test("an upload shows how far it is, can be cancelled, and be tried again when it failed", async ({ world }) => {
	const room = await world.room();
	const page = await world.open("alice", `/rooms/${room.id}`);
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/files", async (route) => {
		await held;
		await route.abort();
	});
	await attach(page, words("slow.txt", "words"));
	await expect(attached(page).getByRole("progressbar")).toBeVisible();
	await page.getByRole("button", { name: "Cancel the upload of slow.txt" }).click();
	await expect(attached(page)).toHaveCount(0);

	await attach(page, words("again.txt", "words"));
	release();
	await expect(attached(page).getByText(/Not attached\. The server could not be reached/)).toBeVisible();
	await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
	await page.unroute("**/files");
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(attached(page).getByText("5 B", { exact: true })).toBeVisible();
	await page.getByRole("button", { name: "Send" }).click();
	await expect(messages(page).getByText("again.txt")).toBeVisible();
});

test("sent before its files are there, a message goes as soon as they are", async ({ world }) => {
	const room = await world.room();
	const page = await world.open("alice", `/rooms/${room.id}`);
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/files", async (route) => {
		await held;
		await route.continue();
	});
	await attach(page, words("slow.txt", "words"));
	await composer(page).fill("here it is");
	await composer(page).press("Enter");
	const waits = page.getByText("Will be sent as soon as the files are there.");
	await expect(waits).toBeVisible();
	await composer(page).fill("here it is, at last");
	await expect(waits).toHaveCount(0);
	await composer(page).press("Enter");
	await expect(waits).toBeVisible();
	release();
	await expect(message(page, "here it is, at last").getByText("slow.txt")).toBeVisible();
});

test("over a reload what was there is still attached, and what was on its way says that it is not", async ({
	world,
}) => {
	const room = await world.room();
	const page = await world.open("alice", `/rooms/${room.id}`);
	await attach(page, words("there.txt", "words"));
	await expect(attached(page).getByText("5 B", { exact: true })).toBeVisible();
	await page.route("**/files", () => {});
	await attach(page, words("late.txt", "words"));
	await expect(attached(page)).toHaveCount(2);
	await page.reload();
	await page.unroute("**/files");
	await expect(attached(page).filter({ hasText: "late.txt" })).toContainText("the page was reloaded");
	await page.getByRole("button", { name: "Remove late.txt" }).click();
	await composer(page).fill("still here");
	await composer(page).press("Enter");
	await expect(message(page, "still here").getByText("there.txt")).toBeVisible();
});

test("what is refused says why", async ({ world }) => {
	const room = await world.room();
	const change = (value: string) =>
		world.as("alice")("PATCH", "/api/admin/settings", { changes: { FileUpload_MediaTypeBlackList: value } });
	await change("text/plain");
	const page = await world.open("alice", `/rooms/${room.id}`);
	await attach(page, words("notes.txt", "words"));
	await expect(attached(page).getByText("Not attached. Files of this type are not taken here.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
	await change("");
});

test("the files of a room stand in a panel that keeps up, and lead to their messages", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const [alice, bob] = [
		await world.open("alice", `/rooms/${room.id}?panel=files`),
		await world.open("bob", `/rooms/${room.id}`),
	];
	const panel = alice.getByRole("complementary", { name: "Files" });
	await expect(panel.getByText("No images or videos yet")).toBeVisible();
	await attach(bob, await image("box.jpg", "teal"), words("notes.txt", "Low water"));
	await expect(attached(bob)).toHaveCount(2);
	await composer(bob).press("Enter");
	await expect(panel.getByRole("button", { name: "Open box.jpg" })).toBeVisible();
	await panel.getByRole("radio", { name: "Other files" }).check();
	await expect(panel.getByText(/TXT · 9 B · Bob/)).toBeVisible();
	await panel.getByRole("link", { name: "Show the message with notes.txt" }).click();
	await expect(alice).toHaveURL(/message=/);
});

test("a text that is too long is sent as a file, and stays in the field while that cannot be", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const text = "All stations, all readings. ".repeat(200);
	await composer(alice).fill(text);
	const sendAsFile = alice.getByRole("button", { name: "Send it as a file" });
	// The file is taken away again, before it is there.
	await alice.route(/\/api\/rooms\/[^/]+\/files$/, () => {});
	await sendAsFile.click();
	await attached(alice)
		.getByRole("button", { name: /^Cancel/ })
		.click();
	await expect(attached(alice)).toHaveCount(0);
	await expect(composer(alice)).toHaveValue(text);
	await alice.unroute(/\/api\/rooms\/[^/]+\/files$/);

	await sendAsFile.click();
	await expect(composer(alice)).toHaveValue("");
	await expect(attached(alice)).toHaveCount(0);
	const file = messages(bob).getByRole("article").getByRole("link", { name: /\.md/ });
	const response = await bob.request.get((await file.getAttribute("href")) ?? "");
	expect(await response.text()).toBe(text);
});
