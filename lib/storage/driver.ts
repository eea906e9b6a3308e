import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/**
 * A place where the bytes of files are kept. What they are, whose, and who may read them is not its business. Both ways are streams:
 * a file may be larger than the memory.
 */
export type StorageDriver = {
	/** Keeps all of a stream under a new key. When the stream fails nothing stays, and its error is thrown. */
	write(key: string, content: Readable): Promise<void>;
	/** The stream fails where the key is not known. */
	read(key: string, range?: ByteRange): Readable;
	/** A key that is not known is none: removing twice is well. */
	remove(key: string): Promise<void>;
};

/** Nothing of what people call a file is in its key, so no name reaches a path. */
export function newKey(): string {
	return randomBytes(12).toString("hex");
}

/** @throws Error for what `newKey` did not make */
export function checkKey(key: string): void {
	if (!/^[0-9a-f]{24}$/.test(key)) throw new Error("This is not the key of a stored file.");
}
