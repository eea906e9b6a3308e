/** Rule 7 of the security rules: files that want to be a page, a bomb or a path are stored, and harmless. */
import { request } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { files } from "../../models/file.ts";
import { download, longGif, plainPng, sendForm, upload } from "../../test/files.ts";
import { startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import type { File as FileView } from "../shared/schemas/file.ts";
import type { Message } from "../shared/schemas/message.ts";

type Failure = { error: { code: string } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

async function sent(name: string, content: string | Uint8Array): Promise<FileView> {
	const { status, body } = await upload(world, world.alice, world.general.id, name, content);
	expect(status).toBe(201);
	const path = `/api/rooms/${world.general.id}/messages`;
	const message = await world.alice.post<Message>(path, { text: "", fileIds: [body.file.id] });
	const [file] = message.files;
	if (!file) throw new Error("The message has no file.");
	return file;
}

/** Whether a browser that opens the address saves it instead of showing it, and could run nothing of it if it did show it. */
async function isOnlySaved({ url }: FileView): Promise<boolean> {
	const { headers } = await download(world, world.bob, url);
	expect(headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
	expect(headers.get("x-content-type-options")).toBe("nosniff");
	expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
	return headers.get("content-disposition")?.startsWith("attachment;") ?? false;
}

test.each<[what: string, name: string, content: string, type: string]>([
	[
		"an SVG with script",
		"drawing.svg",
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		"image/svg+xml",
	],
	["an SVG that is called a PNG", "drawing.png", '<?xml version="1.0"?><svg onload="alert(1)"/>', "image/svg+xml"],
	["a page", "page.html", "<!doctype html><script>alert(1)</script>", "text/html"],
	["a page that is called a PNG", "photo.png", "<html><script>alert(1)</script>", "text/html"],
	["a page that is called a text", "notes.txt", "\n <script>alert(1)</script>", "text/html"],
	["XML with a stylesheet", "feed.xml", '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>', "application/xml"],
])("%s is kept, and only ever downloaded", async (_, name, content, type) => {
	const file = await sent(name, content);
	expect(file).toMatchObject({ name, type });
	expect(file.thumbnailUrl).toBeUndefined();
	expect(await isOnlySaved(file)).toBe(true);
});

test("what only begins like an image is none", async () => {
	const file = await sent("photo.gif", "GIF89a/*<script>alert(1)</script>*/=1;");
	expect(file).toMatchObject({ type: "application/octet-stream" });
	expect(await isOnlySaved(file)).toBe(true);
	const { headers } = await download(world, world.bob, file.url);
	expect(headers.get("content-type")).toBe("application/octet-stream");
});

test("an image that is a page as well is served as an image, in which nothing runs", async () => {
	const image = await sharp({ create: { width: 20, height: 20, channels: 3, background: "teal" } })
		.jpeg()
		.toBuffer();
	const file = await sent("photo.html", Buffer.concat([image, Buffer.from("<script>alert(1)</script>")]));
	expect(file).toMatchObject({ type: "image/jpeg", width: 20 });
	await isOnlySaved(file);
	const { headers } = await download(world, world.bob, file.url);
	expect(headers.get("content-type")).toBe("image/jpeg");
	const small = await download(world, world.bob, file.thumbnailUrl ?? "");
	expect(Buffer.from(await small.arrayBuffer()).toString("latin1")).not.toContain("script");
});

test("an image of 30,000 × 30,000 pixels is never decoded", async () => {
	const bomb = plainPng(30_000, 30_000);
	expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(30_000);
	const before = process.memoryUsage().rss;
	const begun = performance.now();
	const file = await sent("bomb.png", bomb);
	expect(performance.now() - begun).toBeLessThan(3_000);
	expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
	expect(file).toMatchObject({ type: "application/octet-stream" });
	expect(file.width ?? file.thumbnailUrl).toBeUndefined();
	expect(await isOnlySaved(file)).toBe(true);
});

test("a GIF of 10 MB and 5,000 frames is never decoded", async () => {
	const gif = longGif(5_000, 10_000_000);
	expect(gif.length).toBeGreaterThan(8_000_000);
	expect((await sharp(gif, { limitInputPixels: false }).metadata()).pages).toBe(5_000);
	const begun = performance.now();
	const file = await sent("dance.gif", gif);
	expect(performance.now() - begun).toBeLessThan(5_000);
	expect(file).toMatchObject({ type: "application/octet-stream", size: gif.length });
});

test("many images at once are looked into a few at a time, and all are", async () => {
	const image = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: "teal" } })
		.jpeg()
		.toBuffer();
	const all = await Promise.all(Array.from({ length: 12 }, (_, i) => sent(`${i}.jpg`, image)));
	expect(all.every(({ thumbnailUrl }) => thumbnailUrl)).toBe(true);
});

test.each(["../../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "%2e%2e%2fpasswd", "a/../../b", "\0.txt"])(
	"the name %j stays a name",
	async (name) => {
		const file = await sent(name, "words");
		expect(file.name).not.toMatch(/[\\/\0]|^\./);
		expect((await download(world, world.bob, file.url)).status).toBe(200);
		const { key } = (await files().findOne({ _id: file.id })) ?? {};
		expect(key).toMatch(/^[0-9a-f]{24}$/);
	},
);

test("a name cannot write headers", async () => {
	const file = await sent('a"; filename*=x\r\nSet-Cookie: a=b.txt', "words");
	const { headers } = await download(world, world.bob, file.url);
	expect(headers.get("set-cookie")).toBeNull();
	expect(headers.get("content-disposition")).toMatch(/^inline; filename="[^"]*"; filename\*=UTF-8''[\w.%-]*$/);
});

test("what is no form with a file is refused, and nothing of it stays", async () => {
	const counted = () => Promise.all([files().countDocuments(), db().collection("fs.chunks").countDocuments()]);
	const before = await counted();
	const form = { "content-type": "multipart/form-data; boundary=b" };
	const part = (head: string, body = "words") => `--b\r\n${head}\r\n\r\n${body}\r\n`;
	const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"';
	const wrong: [string, Record<string, string>, number][] = [
		["{}", { "content-type": "application/json" }, 415],
		["words", { "content-type": "text/plain" }, 415],
		["words", { "content-type": "multipart/form-data" }, 415],
		["words", { "content-type": "multipart/form-data; x=y" }, 400],
		["words", form, 400],
		["", form, 400],
		[`${part(file.replace('"file"', '"other"'))}--b--\r\n`, form, 400],
		[`${part('Content-Disposition: form-data; name="file"')}--b--\r\n`, form, 400],
		[part(file), form, 400],
		[`--b\r\n${"X: y\r\n".repeat(5_000)}${file}\r\n\r\nwords\r\n--b--\r\n`, form, 400],
	];
	for (const [body, headers, status] of wrong) {
		const answer = await sendForm<Failure>(world, world.alice, world.general.id, body, headers);
		expect(answer.status, JSON.stringify(body.slice(0, 80))).toBe(status);
	}
	expect(await counted()).toEqual(before);
});

test("an upload that is cut off leaves nothing behind", async () => {
	const counted = () => Promise.all([files().countDocuments(), db().collection("fs.chunks").countDocuments()]);
	const before = await counted();
	const sending = request(`${world.url}/api/rooms/${world.general.id}/files`, {
		method: "POST",
		headers: { authorization: `Bearer ${world.alice.token}`, "content-type": "multipart/form-data; boundary=b" },
	});
	sending.on("error", () => {});
	sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n');
	sending.write(Buffer.alloc(3_000_000));
	await expect.poll(() => files().countDocuments({ uploading: true })).toBe(1);
	sending.destroy();
	await expect.poll(counted).toEqual(before);
});

test("somebody outside a room uploads nothing to it and learns nothing of it", async () => {
	const room = await world.bob.post<{ id: string }>("/api/rooms", { kind: "private", name: "funding" });
	const outside = await upload<Failure>(world, world.alice, room.id, "a.txt", "a");
	const nowhere = await upload<Failure>(world, world.alice, "nothing", "a.txt", "a");
	expect([outside.status, outside.body]).toEqual([404, nowhere.body]);
});
