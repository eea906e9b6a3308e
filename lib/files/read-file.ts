import type { Readable } from "node:stream";
import type { FileDoc } from "@/models/file";
import { ParleyError } from "../shared/errors.ts";
import type { ByteRange } from "../storage/driver.ts";
import { storageNamed } from "../storage/storage.ts";
import { isShown } from "./sniff-type.ts";

export type FilePart = "whole" | "thumbnail";

/** What can be sent of a file. */
export type Content = {
	name: string;
	type: string;
	size: number;
	/** The same for the same bytes, which never change under it. */
	tag: string;
	/** The browser may show it by itself; else it is saved. */
	shown: boolean;
	/** Under this address there will never be anything else, and who may see it now may always. */
	neverChanges?: true;
	read(range?: ByteRange): Readable;
};

/** @throws ParleyError `file-not-found` for a smaller picture of what has none */
export function contentOf(file: FileDoc, part: FilePart): Content {
	const { _id, name, type, size, key, thumbnail, storage } = file;
	const read = (of: string) => (range?: ByteRange) => storageNamed(storage).read(of, range);
	if (part === "whole") return { name, type, size, tag: _id, shown: isShown(type), read: read(key) };
	if (!thumbnail) throw new ParleyError("file-not-found");
	const small = { name: `${name}.webp`, type: "image/webp", size: thumbnail.size, tag: `${_id}-thumbnail` };
	return { ...small, shown: true, read: read(thumbnail.key) };
}
