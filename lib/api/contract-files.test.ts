/** Files as api.md tells of them: uploading, sending, reading in parts, listing, finding, and what becomes of them. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { files } from "../../models/file.ts";
import { messages } from "../../models/message.ts";
import { download, sendForm, type Uploaded, upload } from "../../test/files.ts";
import { type Answer, type Person, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import { sweepFiles } from "../files/sweep-files.ts";
import type { File as FileView, SentFile } from "../shared/schemas/file.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { SearchResults } from "../shared/schemas/search.ts";

type Failure = { error: { code: string } };

let world: World;
let room: RoomView;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
/** Bob's, with Carol in it. */
beforeEach(async () => {
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `room-${++count}`, members });
});

async function uploaded(name: string, content: string | Uint8Array, person = world.bob): Promise<FileView> {
	const { status, body } = await upload(world, person, room.id, name, content);
	expect(status).toBe(201);
	return body.file;
}

const send = (fileIds: string[], text = "", person = world.bob) =>
	person.call<Message & Failure>("POST", `/api/rooms/${room.id}/messages`, { text, fileIds });

async function sent(name: string, content: string | Uint8Array, text = ""): Promise<Message> {
	const { status, body } = await send([(await uploaded(name, content)).id], text);
	expect(status).toBe(201);
	return body;
}

const change = (changes: Record<string, unknown>) => world.alice.call("PATCH", "/api/admin/settings", { changes });

async function outcome(answer: Promise<Answer<Partial<Failure> | undefined>>): Promise<[number, string | undefined]> {
	const { status, body } = await answer;
	return [status, body?.error?.code];
}

async function statusOf(person: Person, path: string): Promise<number> {
	return (await download(world, person, path)).status;
}

/** All bytes that the database keeps of files. */
const stored = () => db().collection("fs.chunks").countDocuments();

test("a file is uploaded, sent with a caption, and read by the members", async () => {
	const file = await uploaded("readings wk 47, größe.csv", "station;reading\nHalling;92.8\n");
	expect(file).toEqual({
		id: expect.any(String),
		name: "readings wk 47, größe.csv",
		size: 29,
		type: "text/csv",
		url: `/api/files/${file.id}/${encodeURIComponent("readings wk 47, größe.csv")}`,
	});
	const { status, body: message } = await send([file.id], "Week 47");
	expect(status).toBe(201);
	expect(message).toMatchObject({ text: "Week 47", files: [file] });

	const answer = await download(world, world.carol, file.url);
	expect(answer.status).toBe(200);
	expect(await answer.text()).toBe("station;reading\nHalling;92.8\n");
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		"content-type": "text/csv; charset=utf-8",
		"content-length": "29",
		"content-disposition":
			"attachment; filename=\"readings wk 47, gr__e.csv\"; filename*=UTF-8''readings%20wk%2047%2C%20gr%C3%B6%C3%9Fe.csv",
		"content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
		"x-content-type-options": "nosniff",
		"cache-control": "private, no-cache",
		etag: `"${file.id}"`,
	});
});

test("files alone are a message; nothing at all is none", async () => {
	const [first, second] = [await uploaded("a.txt", "a"), await uploaded("b.txt", "b")];
	const { body } = await send([second.id, first.id]);
	expect(body.files.map(({ name }) => name)).toEqual(["b.txt", "a.txt"]);
	expect(await outcome(send([]))).toEqual([422, "invalid-input"]);
	expect((await world.bob.call("PATCH", `/api/messages/${body.id}`, { text: "" })).status).toBe(200);
});

test("the same message sent again is the same, with its files", async () => {
	const { id } = await uploaded("a.txt", "a");
	const message = { id: `again-${count}-message`, text: "", fileIds: [id] };
	const path = `/api/rooms/${room.id}/messages`;
	const first = await world.bob.call<Message>("POST", path, message);
	const second = await world.bob.call<Message>("POST", path, message);
	expect([first.status, second.status]).toEqual([201, 200]);
	expect(second.body).toEqual(first.body);
	await world.bob.call("DELETE", `/api/messages/${message.id}`);
	expect((await world.bob.call("POST", path, message)).status).toBe(200);
});

test("a file stands in one message, of its uploader, in the room that it was uploaded to", async () => {
	const file = await uploaded("a.txt", "a");
	const elsewhere = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	const there = world.bob.call<Failure>("POST", `/api/rooms/${elsewhere.id}/messages`, {
		text: "",
		fileIds: [file.id],
	});
	expect(await outcome(there)).toEqual([404, "file-not-found"]);
	expect(await outcome(send([file.id], "", world.carol))).toEqual([404, "file-not-found"]);
	expect(await outcome(send(["nothing"]))).toEqual([404, "file-not-found"]);
	expect((await send([file.id])).status).toBe(201);
	expect(await outcome(send([file.id]))).toEqual([404, "file-not-found"]);
});

test("a part of a file is answered where one is asked for, and nothing where the caller has it", async () => {
	const {
		files: [file],
	} = await sent("ten.txt", "0123456789");
	const read = async (headers: Record<string, string>) => {
		const answer = await download(world, world.carol, file?.url ?? "", headers);
		return [answer.status, answer.headers.get("content-range"), answer.status < 400 ? await answer.text() : ""];
	};
	expect(await read({ range: "bytes=2-4" })).toEqual([206, "bytes 2-4/10", "234"]);
	expect(await read({ range: "bytes=7-" })).toEqual([206, "bytes 7-9/10", "789"]);
	expect(await read({ range: "bytes=-2" })).toEqual([206, "bytes 8-9/10", "89"]);
	expect(await read({ range: "bytes=5-99999" })).toEqual([206, "bytes 5-9/10", "56789"]);
	expect(await read({ range: "bytes=10-" })).toEqual([416, "bytes */10", ""]);
	expect(await read({ range: "bytes=-0" })).toEqual([416, "bytes */10", ""]);
	expect(await read({ range: "bytes=0-1,4-5" })).toEqual([200, null, "0123456789"]);
	expect(await read({ range: "lines=1-2" })).toEqual([200, null, "0123456789"]);
	expect(await read({ range: "bytes=2-4", "if-range": `"${file?.id}"` })).toEqual([206, "bytes 2-4/10", "234"]);
	expect(await read({ range: "bytes=2-4", "if-range": '"another"' })).toEqual([200, null, "0123456789"]);
	expect(await read({ "if-none-match": `W/"x", "${file?.id}"` })).toEqual([304, null, ""]);
});

test("who asks for the head alone gets it", async () => {
	const { files } = await sent("ten.txt", "0123456789");
	const headers = { authorization: `Bearer ${world.carol.token}` };
	const answer = await fetch(`${world.url}${files[0]?.url}`, { method: "HEAD", headers });
	expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([200, "10", ""]);
});

test("a file of nothing is a file", async () => {
	const {
		files: [file],
	} = await sent("empty.txt", "");
	const answer = await download(world, world.carol, file?.url ?? "");
	expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([200, "0", ""]);
});

describe("images", () => {
	/** Of a phone that was held upright, with the place where it was. */
	const fromPhone = () =>
		sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: "teal" } })
			.withExif({ IFD0: { Make: "Brackwater Phone" }, IFD3: { GPSLatitude: "53/1 30/1 0/1" } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();

	test("a photo is turned upright, says nothing of its maker, and has a smaller picture", async () => {
		const photo = await fromPhone();
		expect((await sharp(photo).metadata()).exif?.toString("latin1")).toContain("Brackwater Phone");
		const {
			files: [file],
		} = await sent("box.jpg", photo);
		expect(file).toMatchObject({
			type: "image/jpeg",
			width: 1_200,
			height: 1_600,
			thumbnailUrl: `/api/files/${file?.id}/thumbnail`,
		});
		const whole = await download(world, world.carol, file?.url ?? "");
		expect(whole.headers.get("content-disposition")).toMatch(/^inline;/);
		const bytes = Buffer.from(await whole.arrayBuffer());
		expect(bytes).toHaveLength(file?.size ?? 0);
		const cleaned = await sharp(bytes).metadata();
		expect([cleaned.format, cleaned.width, cleaned.height]).toEqual(["jpeg", 1_200, 1_600]);
		expect([cleaned.exif, cleaned.orientation]).toEqual([undefined, undefined]);
		expect(bytes.toString("latin1")).not.toContain("Brackwater Phone");

		const small = await download(world, world.carol, file?.thumbnailUrl ?? "");
		expect(small.headers.get("content-type")).toBe("image/webp");
		const shown = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
		expect([shown.format, shown.width, shown.height]).toEqual(["webp", 405, 540]);
	});

	test.each(["png", "webp", "avif", "gif"] as const)("of %s the size is known", async (format) => {
		const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
			.toFormat(format)
			.toBuffer();
		const {
			files: [file],
		} = await sent(`a.${format}`, image);
		expect(file).toMatchObject({ type: `image/${format}`, width: 40, height: 30, size: image.length });
		expect(file?.animated).toBeUndefined();
	});

	test("one that moves says so", async () => {
		const frame = (value: number) => Buffer.alloc(20 * 20 * 3, value);
		const image = await sharp(Buffer.concat([frame(0), frame(200)]), {
			raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
		})
			.gif()
			.toBuffer();
		const {
			files: [file],
		} = await sent("wave.gif", image);
		expect(file).toMatchObject({ animated: true, width: 20, height: 20 });
	});
});

test("the files of a room are listed, newest first, page by page and by kind", async () => {
	await sent("first.txt", "1");
	const image = await sharp({ create: { width: 4, height: 3, channels: 3, background: "teal" } })
		.png()
		.toBuffer();
	await sent("second.png", image);
	const {
		id,
		files: [third],
	} = await sent("third.txt", "3");
	await uploaded("never sent.txt", "x");

	type List = { items: SentFile[]; nextCursor: string | null };
	const list = (query: string) => world.carol.get<List>(`/api/rooms/${room.id}/files?${query}`);
	const names = ({ items }: List) => items.map(({ name }) => name);
	const page = await list("limit=2");
	expect(names(page)).toEqual(["third.txt", "second.png"]);
	expect(page.items[0]).toEqual({
		...third,
		messageId: id,
		author: { id: world.bob.id, username: "bob", name: "Bob", avatar: null },
		at: expect.any(String),
	});
	const rest = await list(`limit=2&cursor=${page.nextCursor}`);
	expect([names(rest), rest.nextCursor]).toEqual([["first.txt"], null]);
	expect(names(await list("kind=media"))).toEqual(["second.png"]);
	expect(names(await list("kind=other"))).toEqual(["third.txt", "first.txt"]);
	expect((await world.alice.call("GET", `/api/rooms/${room.id}/files`)).status).toBe(404);
	expect((await world.carol.call("GET", `/api/rooms/${room.id}/files?cursor=x`)).status).toBe(422);
});

test("a message is found by the names of its files, by its caption, and by having one", async () => {
	const { id } = await sent("halling-box open.txt", "x", "Taken on the way home");
	const find = async (q: string) => {
		const { items } = await world.carol.get<SearchResults>(`/api/search?room=${room.id}&q=${encodeURIComponent(q)}`);
		return items.map(({ message }) => message.id);
	};
	for (const q of ["halling", '"box open"', "way home", "has:file", "halling home"])
		expect(await find(q), q).toEqual([id]);
	expect(await find("has:image")).toEqual([]);
	const image = await sharp({ create: { width: 4, height: 3, channels: 3, background: "teal" } })
		.png()
		.toBuffer();
	expect(await find("has:image")).toEqual([]);
	const picture = await sent("a.png", image);
	expect(await find("has:image")).toEqual([picture.id]);
});

describe("who may read", () => {
	test("before it is sent its uploader alone, then the members, and nobody else", async () => {
		const file = await uploaded("a.txt", "a");
		expect(await Promise.all([world.bob, world.carol, world.alice].map((who) => statusOf(who, file.url)))).toEqual([
			200, 404, 404,
		]);
		await send([file.id]);
		expect(await Promise.all([world.bob, world.carol, world.alice].map((who) => statusOf(who, file.url)))).toEqual([
			200, 200, 404,
		]);
		expect((await fetch(`${world.url}${file.url}`)).status).toBe(401);
	});

	test("who left the room, or was removed, no longer, even with what his browser keeps", async () => {
		const {
			files: [file],
		} = await sent("a.txt", "a");
		const url = file?.url ?? "";
		const kept = { "if-none-match": `"${file?.id}"` };
		expect((await download(world, world.carol, url, kept)).status).toBe(304);
		await world.carol.call("POST", `/api/rooms/${room.id}/leave`);
		expect((await download(world, world.carol, url, kept)).status).toBe(404);
		const nothing = await download(world, world.carol, "/api/files/nothing/a.txt");
		expect(await (await download(world, world.carol, url)).json()).toEqual(await nothing.json());
	});

	test("the uploader who left no longer either", async () => {
		const { body: file } = await upload(world, world.carol, room.id, "a.txt", "a");
		expect((await send([file.file.id], "", world.carol)).status).toBe(201);
		await world.carol.call("POST", `/api/rooms/${room.id}/leave`);
		expect(await statusOf(world.carol, file.file.url)).toBe(404);
	});

	test("nobody once its message is deleted, and its bytes are gone", async () => {
		const before = await stored();
		const {
			id,
			files: [file],
		} = await sent("a.txt", "a");
		expect(await stored()).toBe(before + 1);
		await world.bob.call("DELETE", `/api/messages/${id}`);
		expect(await statusOf(world.bob, file?.url ?? "")).toBe(404);
		expect(await stored()).toBe(before);
		expect(await files().countDocuments({ _id: file?.id ?? "" })).toBe(0);
	});

	test("nobody once its room is deleted", async () => {
		const before = await stored();
		await sent("a.txt", "a");
		await uploaded("b.txt", "b");
		expect((await world.bob.call("DELETE", `/api/rooms/${room.id}`)).status).toBe(204);
		expect(await stored()).toBe(before);
		expect(await files().countDocuments({ roomId: room.id })).toBe(0);
	});
});

describe("the sweep", () => {
	const aDayLater = (id: string) => files().updateOne({ _id: id }, { $set: { sweepAt: new Date(Date.now() - 1) } });

	test("removes what was uploaded and never sent, after a day", async () => {
		const before = await stored();
		const file = await uploaded("a.txt", "a");
		expect(await sweepFiles()).toBe(0);
		await aDayLater(file.id);
		expect(await sweepFiles()).toBe(1);
		expect(await stored()).toBe(before);
		expect(await outcome(send([file.id]))).toEqual([404, "file-not-found"]);
	});

	test("leaves what is sent alone, also where the server died right after the message was written", async () => {
		const {
			files: [file],
		} = await sent("a.txt", "a");
		const id = file?.id ?? "";
		await files().updateOne({ _id: id }, { $unset: { sentAt: true } });
		await aDayLater(id);
		expect(await sweepFiles()).toBe(0);
		expect(await statusOf(world.carol, file?.url ?? "")).toBe(200);
		expect((await files().findOne({ _id: id }))?.sentAt).toBeInstanceOf(Date);
	});

	test("goes on where the server died while a message was deleted", async () => {
		const {
			id,
			files: [file],
		} = await sent("a.txt", "a");
		await messages().updateOne({ _id: id }, { $set: { deletedAt: new Date() }, $unset: { files: true } });
		await aDayLater(file?.id ?? "");
		expect(await sweepFiles()).toBe(1);
	});
});

describe("settings", () => {
	test("switch files off, for all rooms or for direct messages alone", async () => {
		const direct = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
		const tries = async () => [
			await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", "a")),
			await outcome(upload<Failure>(world, world.bob, direct.id, "a.txt", "a")),
		];
		await change({ FileUpload_Enabled_Direct: false });
		expect(await tries()).toEqual([
			[201, undefined],
			[409, "uploads-off"],
		]);
		await change({ FileUpload_Enabled: false, FileUpload_Enabled_Direct: true });
		expect(await tries()).toEqual([
			[409, "uploads-off"],
			[409, "uploads-off"],
		]);
		await change({ FileUpload_Enabled: true });
	});

	test("limit the size, whether or not the sender tells it, and leave nothing behind", async () => {
		const before = await stored();
		await change({ FileUpload_MaxFileSize: 1_000 });
		expect(await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", "a".repeat(1_000)))).toEqual([
			201,
			undefined,
		]);
		expect(await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", "a".repeat(1_001)))).toEqual([
			413,
			"too-large",
		]);
		expect(await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", "a".repeat(50_000)))).toEqual([
			413,
			"too-large",
		]);
		const untold = sendForm<Failure>(world, world.bob, room.id, streamed(50_000), {
			"content-type": "multipart/form-data; boundary=b",
		});
		expect(await outcome(untold)).toEqual([413, "too-large"]);
		await change({ FileUpload_MaxFileSize: -1 });
		expect(await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", "a".repeat(50_000)))).toEqual([
			201,
			undefined,
		]);
		await change({ FileUpload_MaxFileSize: 104_857_600 });
		expect(await stored()).toBe(before + 2);
	});

	test("name the types that are taken and refused, by what is in a file", async () => {
		const before = await stored();
		const image = await sharp({ create: { width: 4, height: 3, channels: 3, background: "teal" } })
			.png()
			.toBuffer();
		const tries = async () => [
			await outcome(upload<Failure>(world, world.bob, room.id, "a.png", "only words")),
			await outcome(upload<Failure>(world, world.bob, room.id, "a.txt", image)),
		];
		await change({ FileUpload_MediaTypeWhiteList: "image/*" });
		expect(await tries()).toEqual([
			[415, "file-type-refused"],
			[201, undefined],
		]);
		await change({ FileUpload_MediaTypeWhiteList: "", FileUpload_MediaTypeBlackList: "image/png, text/html" });
		expect(await tries()).toEqual([
			[201, undefined],
			[415, "file-type-refused"],
		]);
		await change({ FileUpload_MediaTypeBlackList: "" });
		expect(await stored()).toBe(before + 3);
		expect((await change({ FileUpload_MediaTypeBlackList: "pictures" })).status).toBe(422);
	});

	test("open files of public rooms to whoever has their address, and no others", async () => {
		const open = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: `open-${count}` });
		const image = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
			.png()
			.toBuffer();
		const { file } = (await upload(world, world.bob, open.id, "map.png", image)).body;
		const hidden = await uploaded("plan.txt", "ours");
		const anybody = async (path = "", headers: Record<string, string> = {}) =>
			(await fetch(`${world.url}${path}`, { headers })).status;
		await change({ FileUpload_ProtectFiles: false });
		// Nothing that was not sent, and nothing that does not exist.
		for (const path of [file.url, hidden.url, "/api/files/nothing/map.png"])
			expect([path, await anybody(path)]).toEqual([path, 401]);
		const { id } = await world.bob.post<Message>(`/api/rooms/${open.id}/messages`, { text: "", fileIds: [file.id] });
		await send([hidden.id]);
		expect([await anybody(file.url), await anybody(file.thumbnailUrl), await anybody(hidden.url)]).toEqual([
			200, 200, 401,
		]);
		expect(await anybody(file.url, { authorization: "Bearer wrong" })).toBe(200);
		expect(await statusOf(world.carol, hidden.url)).toBe(200);
		expect(await statusOf(world.alice, hidden.url)).toBe(404);
		expect(await anybody(`/api/rooms/${open.id}/files`)).toBe(401);

		await change({ FileUpload_ProtectFiles: true });
		expect(await anybody(file.url)).toBe(401);
		await change({ FileUpload_ProtectFiles: false });
		await world.bob.call("PATCH", `/api/rooms/${open.id}`, { kind: "private" });
		expect(await anybody(file.url)).toBe(401);
		await world.bob.call("PATCH", `/api/rooms/${open.id}`, { kind: "public" });
		expect(await anybody(file.url)).toBe(200);
		await world.bob.call("DELETE", `/api/messages/${id}`);
		expect(await anybody(file.url)).toBe(401);
		await change({ FileUpload_ProtectFiles: true });
	});

	test("choose where new files go; those that are there stay and are read as before", async () => {
		const folder = mkdtempSync(join(tmpdir(), "parley-files-"));
		const {
			files: [old],
		} = await sent("old.txt", "in the database");
		await change({ FileUpload_Storage_Type: "FileSystem", FileUpload_FileSystemPath: folder });
		const before = await stored();
		const {
			id,
			files: [file],
		} = await sent("../../new.txt", "in the folder");
		expect(await stored()).toBe(before);
		const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		expect(kept().map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f]{24}$/)]);
		const read = async (url: string, range?: string) =>
			(await download(world, world.carol, url, range ? { range } : {})).text();
		expect(await read(file?.url ?? "")).toBe("in the folder");
		expect(await read(file?.url ?? "", "bytes=3-5")).toBe("the");
		expect(await read(old?.url ?? "")).toBe("in the database");
		await change({ FileUpload_Storage_Type: "GridFS" });
		expect(await read(file?.url ?? "")).toBe("in the folder");
		await world.bob.call("DELETE", `/api/messages/${id}`);
		expect(kept()).toEqual([]);
		await change({ FileUpload_FileSystemPath: "" });
		rmSync(folder, { recursive: true });
	});
});

/** A form with a file whose length nobody tells. */
function streamed(bytes: number): ReadableStream<Uint8Array> {
	const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
	const piece = new Uint8Array(Math.min(bytes, 64_000)).fill(7);
	let left = bytes;
	let begun = false;
	return new ReadableStream({
		pull(controller) {
			if (!begun) controller.enqueue(Buffer.from(head));
			else if (left > 0) controller.enqueue(piece.subarray(0, Math.min(left, piece.length)));
			else {
				controller.enqueue(Buffer.from("\r\n--b--\r\n"));
				controller.close();
			}
			if (begun) left -= piece.length;
			begun = true;
		},
	});
}

test("a large file goes through in both directions without growing the memory", async () => {
	const bytes = 200_000_000;
	await change({ FileUpload_MaxFileSize: -1 });
	const form = (most: number) =>
		sendForm<Uploaded>(world, world.bob, room.id, streamed(most), {
			"content-type": "multipart/form-data; boundary=b",
		});
	await form(1_000_000);
	let highest = 0;
	const before = process.memoryUsage().arrayBuffers;
	const watch = setInterval(() => {
		highest = Math.max(highest, process.memoryUsage().arrayBuffers - before);
	}, 5);
	const { body } = await form(bytes);
	expect(body.file.size).toBe(bytes);
	const answer = await download(world, world.bob, body.file.url);
	let read = 0;
	for await (const piece of answer.body ?? []) read += piece.byteLength;
	clearInterval(watch);
	expect(read).toBe(bytes);
	// Chunks and buffers of both ends, which are in this process.
	expect(highest).toBeLessThan(100_000_000);
	await change({ FileUpload_MaxFileSize: 104_857_600 });
});
