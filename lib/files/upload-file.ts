import { Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type FileDoc, files } from "@/models/file";
import type { RoomDoc } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { enterToWrite } from "../rooms/access.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import type { File } from "../shared/schemas/file.ts";
import { newKey } from "../storage/driver.ts";
import { chosenStorage, storageNamed } from "../storage/storage.ts";
import { cleanName } from "./clean-name.ts";
import { MOST_IMAGE_BYTES, prepareImage } from "./prepare-image.ts";
import { removeFile } from "./remove-files.ts";
import { HEAD_BYTES, isDecoded, isListed, sniffType, UNKNOWN_TYPE } from "./sniff-type.ts";
import { viewFile } from "./view-file.ts";

/** A file as it comes in, not yet read. */
export type Incoming = { name: string; content: Readable };

/** A file that is not sent within this time is removed. */
export const KEPT_UNSENT_MS = 24 * 60 * 60_000;

/**
 * Takes a file in for a message that is still to be sent to this room. Until then its uploader alone may read it.
 * @param receive called when it is sure that he may; with the most bytes that are taken
 * @throws ParleyError `room-not-found`, `not-a-member`, `room-archived`, `room-read-only`, `not-allowed`, `uploads-off`, `too-large`,
 *   `file-type-refused`, `too-busy`, and what `receive` throws
 */
export async function uploadFile(
	person: Account,
	roomId: string,
	receive: (mostBytes: number) => Promise<Incoming>,
): Promise<File> {
	needPermission(person, "message-send");
	const { room } = await enterToWrite(person, roomId);
	needUploads(room);
	const most = mostFileBytes();
	const { name, content } = await receive(most);
	const file = await begin(person, roomId, cleanName(name));
	try {
		return viewFile(await finish(file, await store(file, content, most)));
	} catch (error) {
		content.destroy();
		await removeFile(file);
		throw error;
	}
}

/** In bytes; infinite where any size is taken. */
export function mostFileBytes(): number {
	const most = setting("FileUpload_MaxFileSize");
	return most < 0 ? Number.POSITIVE_INFINITY : most;
}

/** @throws ParleyError `uploads-off` */
function needUploads({ kind }: RoomDoc): void {
	const isOn = setting("FileUpload_Enabled") && (kind !== "direct" || setting("FileUpload_Enabled_Direct"));
	if (!isOn) throw new ParleyError("uploads-off");
}

/** Written down before its first byte is: what a crash leaves is found by the sweep. */
async function begin(person: Account, roomId: string, name: string): Promise<FileDoc> {
	const at = new Date();
	const key = newKey();
	const file: FileDoc = {
		_id: newId(),
		roomId,
		uploaderId: person._id,
		name,
		type: UNKNOWN_TYPE,
		size: 0,
		storage: chosenStorage(),
		key,
		keys: [key],
		at,
		uploading: true,
		sweepAt: new Date(at.getTime() + KEPT_UNSENT_MS),
	};
	await files().insertOne(file);
	return file;
}

type Stored = Pick<FileDoc, "type" | "size">;

/** As it comes, so that the memory does not grow with the file. */
async function store({ storage, key, name }: FileDoc, content: Readable, most: number): Promise<Stored> {
	const measured = measure(name, most);
	// An error of either goes on into the stream that is written.
	pipeline(content, measured.stream).catch(() => {});
	await storageNamed(storage).write(key, measured.stream);
	return measured.stored();
}

/** Lets bytes through while it counts them and looks at the first: one too many, or a type that is not taken, ends the stream. */
function measure(name: string, most: number): { stream: Transform; stored: () => Stored } {
	let size = 0;
	let head = Buffer.alloc(0);
	let type: string | undefined;
	const judge = () => {
		type = sniffType(head, name);
		needType(type);
	};
	const stream = new Transform({
		transform(chunk: Buffer, _, done) {
			size += chunk.length;
			if (size > most) return done(new ParleyError("too-large"));
			if (type === undefined) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
			attempt(() => head.length < HEAD_BYTES || type !== undefined || judge(), done, chunk);
		},
		flush(done) {
			attempt(() => type !== undefined || judge(), done);
		},
	});
	return { stream, stored: () => ({ type: type ?? UNKNOWN_TYPE, size }) };
}

function attempt(check: () => unknown, done: (error?: Error | null, chunk?: Buffer) => void, chunk?: Buffer): void {
	try {
		check();
	} catch (error) {
		return done(error instanceof Error ? error : new Error(String(error)));
	}
	done(null, chunk);
}

/** @throws ParleyError `file-type-refused` */
function needType(type: string): void {
	const taken = setting("FileUpload_MediaTypeWhiteList");
	const refused = setting("FileUpload_MediaTypeBlackList");
	if (isListed(type, refused) || (taken !== "" && !isListed(type, taken))) throw new ParleyError("file-type-refused");
}

async function finish(file: FileDoc, stored: Stored): Promise<FileDoc> {
	const whole: FileDoc = { ...file, ...stored, ...(isDecoded(stored.type) && (await asImage(file, stored))) };
	const { _id, uploading: _, ...fields } = whole;
	const { matchedCount } = await files().updateOne({ _id }, { $set: fields, $unset: { uploading: true } });
	// Its room was deleted meanwhile.
	if (matchedCount === 0) throw new ParleyError("room-not-found");
	return { _id, ...fields };
}

/** What cannot be shown as an image is none: it is downloaded like any file. */
async function asImage(file: FileDoc, { size }: Stored): Promise<Partial<FileDoc>> {
	if (size > MOST_IMAGE_BYTES) return { type: UNKNOWN_TYPE };
	const image = await prepareImage(() => buffer(storageNamed(file.storage).read(file.key)));
	if (!image) return { type: UNKNOWN_TYPE };
	const { width, height, animated, cleaned } = image;
	const thumbnail = { key: await keep(file, image.thumbnail), size: image.thumbnail.length };
	const shown = { width, height, thumbnail, ...(animated && { animated }) };
	if (!cleaned) return shown;
	const key = await keep(file, cleaned);
	await storageNamed(file.storage).remove(file.key);
	return { ...shown, key, size: cleaned.length };
}

/** Beside what is kept of the file already. @returns the key */
async function keep(file: FileDoc, content: Buffer): Promise<string> {
	const key = newKey();
	file.keys.push(key);
	await files().updateOne({ _id: file._id }, { $push: { keys: key } });
	await storageNamed(file.storage).write(key, Readable.from([content]));
	return key;
}
