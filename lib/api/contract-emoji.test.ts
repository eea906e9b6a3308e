/** Emoji of the server's own, as api.md tells of them: made of an image by who may, for all at once, and gone again. */
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "../../models/audit-entry.ts";
import { download, longGif, plainPng, putImage } from "../../test/files.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import type { Message } from "../shared/schemas/message.ts";

type Failure = { error: { code: string } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
const newName = () => `heron_${++count}`;

const put = (name: string, content: Uint8Array | string, person: Person = world.alice) =>
	putImage<CustomEmoji & Partial<Failure>>(world, person, `/api/emoji/${encodeURIComponent(name)}`, content);

const list = async (person = world.bob) => (await person.get<{ items: CustomEmoji[] }>("/api/emoji")).items;
const stored = () => db().collection("fs.files").countDocuments();
const say = (text: string) => world.bob.post<Message>(`/api/rooms/${world.general.id}/messages`, { text });
const reaction = (id: string, emoji: string) => `/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`;

/** Three pictures, one after the other, of another width than height. */
async function movingGif(): Promise<Buffer> {
	const frames = ["red", "green", "blue"].map((background) => ({
		create: { width: 300, height: 200, channels: 3 as const, background },
	}));
	const images = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
	return sharp(images, { join: { animated: true } })
		.gif({ delay: [100, 100, 100] })
		.toBuffer();
}

test("who may makes an emoji of an image; everybody hears of it, has it in the list and sees it", async () => {
	const bob = await world.bob.connect();
	const name = newName();
	const { status, body } = await put(name, plainPng(400, 400));
	expect(status).toBe(201);
	expect(body).toMatchObject({ name, url: expect.any(String), addedBy: { username: "alice" }, at: expect.any(String) });
	expect(body).not.toHaveProperty("stillUrl");
	expect((await bob.heard("emoji:added")).emoji).toEqual(body);
	bob.close();
	expect(await list()).toContainEqual(body);
	const picture = await download(world, world.bob, body.url);
	expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
	const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
	expect([width, height]).toEqual([128, 128]);
	expect((await world.call("GET", body.url)).status).toBe(401);
	expect(await auditEntries().findOne({ action: "emoji.added", target: name })).toMatchObject({
		actorId: world.alice.id,
	});
});

test("what moves goes on moving, and has a picture for who wants nothing to move", async () => {
	const { body } = await put(newName(), await movingGif());
	const pagesOf = async (path: string) => {
		const bytes = await (await download(world, world.bob, path)).arrayBuffer();
		const { pages = 1, width, pageHeight, height } = await sharp(Buffer.from(bytes), { animated: true }).metadata();
		return [pages, width, pageHeight ?? height];
	};
	expect(await pagesOf(body.url)).toEqual([3, 128, 85]);
	expect(await pagesOf(body.stillUrl ?? "")).toEqual([1, 128, 85]);
});

test("it is a reaction like any other; once it is gone nobody new reacts with it, and its name stays", async () => {
	const name = newName();
	await put(name, plainPng(64, 64));
	const message = await say(`look :${name}:`);
	const path = reaction(message.id, `:${name}:`);
	const reacted = await world.carol.call<Message>("PUT", path);
	expect(reacted.body.reactions).toEqual([{ emoji: `:${name}:`, userIds: [world.carol.id] }]);
	const bob = await world.bob.connect();
	const kept = await stored();
	expect((await world.alice.call("DELETE", `/api/emoji/${name}`)).status).toBe(204);
	expect(await bob.heard("emoji:removed")).toEqual({ name });
	bob.close();
	expect(await stored()).toBe(kept - 1);
	expect((await list()).map((each) => each.name)).not.toContain(name);
	const late = await world.bob.call<Failure>("PUT", path);
	expect([late.status, late.body.error.code]).toEqual([422, "unknown-emoji"]);
	expect((await world.bob.get<Message>(`/api/messages/${message.id}`)).reactions).toHaveLength(1);
	expect((await world.carol.call<Message>("DELETE", path)).body.reactions).toEqual([]);
	expect((await world.alice.call<Failure>("DELETE", `/api/emoji/${name}`)).body.error.code).toBe("emoji-not-found");
	expect((await world.carol.call<Failure>("PUT", reaction(message.id, ":nosuch:"))).body.error.code).toBe(
		"unknown-emoji",
	);
});

test("names are checked, and each is there once: everybody's emoji are called so already", async () => {
	const name = newName();
	const png = plainPng(32, 32);
	expect((await put(name, png)).status).toBe(201);
	for (const taken of [name, "tada", "heart", "+1"]) {
		const { status, body } = await put(taken, png);
		expect([taken, [409, 422].includes(status)]).toEqual([taken, true]);
		if (status === 409) expect(body.error?.code).toBe("emoji-name-taken");
	}
	for (const wrong of [
		"a",
		"Heron",
		"he ron",
		"_heron",
		"he.ron",
		"he$ron",
		"ein-reihër",
		"x".repeat(33),
		"..",
		":x:",
	]) {
		expect([wrong, (await put(wrong, png)).status === 201]).toEqual([wrong, false]);
	}
	const both = newName();
	const at = await Promise.all([put(both, png), put(both, png), put(both, png)]);
	expect(at.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
	expect((await list()).filter((each) => each.name === both)).toHaveLength(1);
});

test("what is no image, or too much of one, is refused and nothing of it kept", async () => {
	const before = await stored();
	const refused: [string, Uint8Array | string, number][] = [
		["a text", "hello", 415],
		["an SVG with script", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 415],
		["30,000 × 30,000 pixels", plainPng(30_000, 30_000).subarray(0, 900_000), 415],
		["1,000 frames", longGif(1_000, 200_000), 415],
		["more than 1 MB", Buffer.alloc(1_100_000), 413],
	];
	for (const [what, content, status] of refused) {
		expect([what, (await put(newName(), content)).status]).toEqual([what, status]);
	}
	expect(await stored()).toBe(before);
});

test("who has not the right neither makes nor removes one", async () => {
	const name = newName();
	await put(name, plainPng(32, 32));
	expect((await put(newName(), plainPng(32, 32), world.bob)).status).toBe(403);
	expect((await world.bob.call("DELETE", `/api/emoji/${name}`)).status).toBe(403);
	expect((await list()).map((each) => each.name)).toContain(name);
});
