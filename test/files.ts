/** Uploading and downloading as programs do it, and files that mean no good. */
import { crc32, deflateSync } from "node:zlib";
import type { File as SentFile } from "../lib/shared/schemas/file.ts";
import type { Answer, Person, World } from "./world.ts";

export type Uploaded = { file: SentFile };

/** Uploads bytes under a name. */
export async function upload<Body = Uploaded>(
	world: World,
	person: Person,
	roomId: string,
	name: string,
	content: string | Uint8Array,
): Promise<Answer<Body>> {
	const form = new FormData();
	form.append("file", new File([typeof content === "string" ? content : new Uint8Array(content)], name));
	return sendForm(world, person, roomId, form);
}

export async function sendForm<Body>(
	world: World,
	person: Person,
	roomId: string,
	body: RequestInit["body"],
	headers: Record<string, string> = {},
): Promise<Answer<Body>> {
	const response = await fetch(`${world.url}/api/rooms/${roomId}/files`, {
		method: "POST",
		headers: { authorization: `Bearer ${person.token}`, ...headers },
		body,
		duplex: "half",
	} as RequestInit);
	return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** Puts an image where there may be one: a picture of oneself, an emoji. */
export async function putImage<Body>(
	world: World,
	person: Person,
	path: string,
	content: string | Uint8Array,
	field = "file",
): Promise<{ status: number; body: Body }> {
	const form = new FormData();
	form.append(field, new File([typeof content === "string" ? content : new Uint8Array(content)], "image.png"));
	const response = await fetch(`${world.url}${path}`, {
		method: "PUT",
		// What is refused in the middle takes its connection with it.
		headers: { authorization: `Bearer ${person.token}`, connection: "close" },
		body: form,
	});
	return { status: response.status, body: (await response.json()) as Body };
}

export function download(
	world: World,
	person: Person,
	path: string,
	headers: Record<string, string> = {},
): Promise<Response> {
	return fetch(`${world.url}${path}`, { headers: { authorization: `Bearer ${person.token}`, ...headers } });
}

/** A real PNG of one colour, one bit a pixel: small to send, large to decode. */
export function plainPng(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 1 });
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk("IHDR", header),
		chunk("IDAT", pixels),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** A GIF of so many frames of one point each on a large canvas, filled up to a size with remarks. */
export function longGif(frames: number, bytes: number): Buffer {
	const canvas = Buffer.from([0xd0, 0x07, 0xd0, 0x07, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
	const remark = Buffer.concat([
		Buffer.from([0x21, 0xfe]),
		...remarks(Math.floor(bytes / frames) - 30),
		Buffer.from([0]),
	]);
	const delay = Buffer.from([0x21, 0xf9, 4, 0, 2, 0, 0, 0]);
	const point = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
	const frame = Buffer.concat([delay, point, remark]);
	return Buffer.concat([
		Buffer.from("GIF89a"),
		canvas,
		...Array.from({ length: frames }, () => frame),
		Buffer.from([0x3b]),
	]);
}

function remarks(bytes: number): Buffer[] {
	const block = Buffer.concat([Buffer.from([255]), Buffer.alloc(255, "x")]);
	return Array.from({ length: Math.max(0, Math.floor(bytes / 256)) }, () => block);
}
