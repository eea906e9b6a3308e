import { setting } from "../settings/settings.ts";
import type { StorageDriver } from "./driver.ts";
import { fileSystem } from "./file-system.ts";
import { gridFs } from "./gridfs.ts";

const drivers = { GridFS: gridFs, FileSystem: fileSystem } satisfies Record<string, StorageDriver>;

export type StorageName = keyof typeof drivers;

/** Where new files go. */
export function chosenStorage(): StorageName {
	return setting("FileUpload_Storage_Type");
}

/** By the name that a file was written with: what was chosen since may be another. */
export function storageNamed(name: StorageName): StorageDriver {
	return drivers[name];
}
