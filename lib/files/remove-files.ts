import type { Filter } from "mongodb";
import { type FileDoc, files } from "@/models/file";
import { storageNamed } from "../storage/storage.ts";

/** Its bytes first: while the record is there, what is left of them can be found again. */
export async function removeFile({ _id, storage, keys }: FileDoc): Promise<void> {
	for (const key of keys) await storageNamed(storage).remove(key);
	await files().deleteOne({ _id });
}

/** @returns how many */
export async function removeFiles(filter: Filter<FileDoc>): Promise<number> {
	let removed = 0;
	for await (const file of files().find(filter)) {
		await removeFile(file);
		removed++;
	}
	return removed;
}
