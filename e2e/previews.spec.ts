import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { fingerOf, phone } from "./hands.ts";
import { message, say } from "./parts.ts";
import { test as base, expect } from "./world.ts";

/** A site in the internet, as far as the server is told: the address is one of this machine that nothing else listens on. */
const OUTSIDE = "127.0.0.2";

const test = base.extend<{ link: (path: string) => string }>({
	link: async ({ world }, use) => {
		const site = await openSite();
		const { port } = site.address() as AddressInfo;
		const change = (changes: Record<string, string>) => world.as("alice")("PATCH", "/api/admin/settings", { changes });
		await change({ SSRF_Allowlist: OUTSIDE, API_EmbedSafePorts: `80, 443, ${port}` });
		await use((path) => `http://${OUTSIDE}:${port}${path}`);
		await change({ SSRF_Allowlist: "", API_EmbedSafePorts: "80, 443" });
		site.closeAllConnections();
		site.close();
	},
});

async function openSite(): Promise<Server> {
	const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#0f6c74" } })
		.png()
		.toBuffer();
	const page = `<title>North side: masts and access</title><meta property="og:site_name" content="Brackwater wiki">
		<meta name="description" content="Where each mast stands, who holds the key, and how long the path is dry around low water.">
		<meta property="og:image" content="/masts.png">`;
	const site = createServer(({ url }, response) => {
		if (url === "/masts.png") response.setHeader("content-type", "image/png").end(picture);
		else response.setHeader("content-type", "text/html").end(page);
	});
	await new Promise<void>((resolve) => site.listen(0, OUTSIDE, resolve));
	return site;
}

const NAME = "Preview of North side: masts and access";

test("a link shows what it leads to, to everybody, and its author takes that away", async ({ world, link }) => {
	const room = await world.room({ members: ["bob"] });
	const [alice, bob] = [await world.open("alice", `/rooms/${room.id}`), await world.open("bob", `/rooms/${room.id}`)];
	await say(bob, `The ice plan: ${link("/masts")}`);
	await say(bob, "Which one do we take?");
	for (const page of [alice, bob]) {
		const card = message(page, "The ice plan").getByRole("complementary", { name: NAME });
		await expect(card).toContainText("Brackwater wiki");
		await expect(card).toContainText("who holds the key");
		await expect(card.getByRole("link")).toHaveAttribute("href", link("/masts"));
		await expect.poll(() => card.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
		// It came after the message, and the newest one is still in sight.
		await expect(message(page, "Which one")).toBeInViewport();
	}
	// By keys: from the message to what is in it.
	await message(bob, "The ice plan").focus();
	await message(bob, "The ice plan").getByRole("button", { name: "Remove this preview" }).focus();
	await bob.keyboard.press("Enter");
	for (const page of [alice, bob]) {
		await expect(page.getByRole("complementary", { name: NAME })).toHaveCount(0);
		await expect(message(page, "The ice plan")).toBeVisible();
	}
});

test("on a phone previews are taken away in the sheet; who does not want any sees none", async ({ world, link }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, `The dry way to both of the masts: ${link("/phone")}`);
	const bob = await world.open("bob", `/rooms/${room.id}`, phone);
	const card = bob.getByRole("complementary", { name: NAME });
	await expect(card).toBeVisible();
	await world.as("bob")("PATCH", "/api/me/preferences", { linkPreviews: false });
	await expect(card).toHaveCount(0);
	await world.as("bob")("PATCH", "/api/me/preferences", { linkPreviews: true });
	await expect(card).toBeVisible();
	const remove = bob.getByRole("button", { name: "Remove link previews" });
	await fingerOf(bob).hold(message(bob, "The dry way").getByText("The dry way"), remove);
	await fingerOf(bob).tap(remove);
	await expect(card).toHaveCount(0);
});
