/** Pictures of people, as api.md tells of them: square, nothing left of the image but its pixels, live, and at an address that may be kept. */
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { download, longGif, plainPng, putImage } from "../../test/files.ts";
import { startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { Me, User } from "../shared/schemas/user.ts";

type Failure = { error: { code: string } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
	await world.bob.call("DELETE", "/api/me/avatar");
});

const put = (content: Uint8Array | string, field?: string) =>
	putImage<Me & Partial<Failure>>(world, world.bob, "/api/me/avatar", content, field);

const stored = () => db().collection("fs.files").countDocuments();

/** Left half red, right half blue, with a place in it. */
const photo = async () =>
	sharp({ create: { width: 800, height: 400, channels: 3, background: "blue" } })
		.composite([{ input: { create: { width: 400, height: 400, channels: 3, background: "red" } }, left: 0, top: 0 }])
		.withExif({ IFD0: { Copyright: "Bob" }, IFD3: { GPSLatitude: "53/1 4/1 5/1" } })
		.jpeg()
		.toBuffer();

test("one has no picture, then one that everybody hears of and sees, in two sizes, without what the photo told", async () => {
	expect((await world.bob.get<Me>("/api/me")).avatar).toBeNull();
	const carol = await world.carol.connect();
	const { status, body } = await put(await photo());
	expect([status, body.username]).toEqual([200, "bob"]);
	expect(body.avatar).toMatch(new RegExp(`^/api/users/${world.bob.id}/avatar/[0-9a-f]+$`));
	const avatar = body.avatar ?? "";
	await carol.heard("user:changed", ({ user }) => (user as User).avatar === avatar);
	carol.close();

	const message = await world.bob.post<Message>(`/api/rooms/${world.general.id}/messages`, { text: "my face" });
	expect(message.author.avatar).toBe(avatar);
	expect((await world.carol.get<User>("/api/users/@bob")).avatar).toBe(avatar);
	for (const [query, px] of [
		["", 256],
		["?size=256", 256],
		["?size=96", 96],
	] as const) {
		const answer = await download(world, world.carol, avatar + query);
		expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/webp"]);
		expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
		const bytes = Buffer.from(await answer.arrayBuffer());
		const { width, height, exif, xmp } = await sharp(bytes).metadata();
		expect([query, width, height, exif, xmp]).toEqual([query, px, px, undefined, undefined]);
		const again = await download(world, world.carol, avatar + query, {
			"if-none-match": answer.headers.get("etag") ?? "",
		});
		expect(again.status).toBe(304);
	}
});

test("another picture has another address; the old one, and what was kept of it, is gone", async () => {
	const first = (await put(plainPng(300, 300))).body.avatar ?? "";
	const kept = await stored();
	const second = (await put(plainPng(200, 500))).body.avatar ?? "";
	expect(second).not.toBe(first);
	expect(await stored()).toBe(kept);
	expect((await download(world, world.carol, first)).status).toBe(404);
	const removed = await world.bob.call<Me>("DELETE", "/api/me/avatar");
	expect([removed.status, removed.body.avatar]).toEqual([200, null]);
	expect(await stored()).toBe(kept - 2);
	const gone = await world.carol.call<Failure>("GET", second);
	expect([gone.status, gone.body.error.code]).toEqual([404, "avatar-not-found"]);
	expect((await world.bob.call("DELETE", "/api/me/avatar")).status).toBe(200);
});

test("what is no image, or too much of one, is refused and nothing of it kept", async () => {
	const before = await stored();
	const refused: [string, Uint8Array | string, number, string][] = [
		["a text", "hello", 415, "not-an-image"],
		[
			"an SVG with script",
			'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
			415,
			"not-an-image",
		],
		["a page that is called an image", "<html><script>alert(1)</script></html>", 415, "not-an-image"],
		["half an image", plainPng(300, 300).subarray(0, 60), 415, "not-an-image"],
		["30,000 × 30,000 pixels", plainPng(30_000, 30_000), 415, "not-an-image"],
		["5,000 frames", longGif(5_000, 400_000), 415, "not-an-image"],
		["11 MB", Buffer.alloc(11_000_000), 413, "too-large"],
	];
	for (const [what, content, status, code] of refused) {
		const answer = await put(content);
		expect([what, answer.status, answer.body.error?.code]).toEqual([what, status, code]);
	}
	expect((await put(plainPng(9, 9), "other")).status).toBe(400);
	const json = await world.bob.call<Failure>("PUT", "/api/me/avatar", { file: "x" });
	expect([json.status, json.body.error.code]).toEqual([415, "unsupported-media-type"]);
	expect(await stored()).toBe(before);
	expect((await world.bob.get<Me>("/api/me")).avatar).toBeNull();
});

test("who is not signed in sees no picture; sizes are those that there are; an image turned on its side is upright", async () => {
	const turned = await sharp({ create: { width: 400, height: 200, channels: 3, background: "white" } })
		.composite([{ input: { create: { width: 200, height: 200, channels: 3, background: "black" } }, left: 0, top: 0 }])
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
	const avatar = (await put(turned)).body.avatar ?? "";
	const bytes = Buffer.from(await (await download(world, world.carol, avatar)).arrayBuffer());
	const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
	const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
	// Black was on the left; turned to the right it is above.
	expect([at(128, 10) < 60, at(128, 245) > 200]).toEqual([true, true]);
	expect((await world.call("GET", avatar)).status).toBe(401);
	expect((await world.carol.call("GET", `${avatar}?size=97`)).status).toBe(422);
	expect((await world.carol.call("GET", `/api/users/nobody/avatar/1`)).status).toBe(404);
});

test("an administrator may keep people from choosing their picture; those that are there stay", async () => {
	const avatar = (await put(plainPng(100, 100))).body.avatar ?? "";
	const set = (value: boolean) =>
		world.alice.call("PATCH", "/api/admin/settings", { changes: { Accounts_AllowUserAvatarChange: value } });
	await set(false);
	expect((await put(plainPng(100, 100))).status).toBe(403);
	expect((await world.bob.call("DELETE", "/api/me/avatar")).status).toBe(403);
	expect((await download(world, world.carol, avatar)).status).toBe(200);
	await set(true);
});
