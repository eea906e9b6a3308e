import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { config } from "../config.ts";
import { setting } from "../settings/settings.ts";
import { checkKey, type StorageDriver } from "./driver.ts";

/** In a folder of this machine, or one that all machines mount. */
export const fileSystem: StorageDriver = {
	async write(key, content) {
		const path = pathOf(key);
		const part = `${path}.part`;
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		try {
			await pipeline(content, createWriteStream(part, { mode: 0o600 }));
			// It is on the disk before anybody is told that it is kept, and whole before it has its name.
			await sync(part);
			await rename(part, path);
			await sync(dirname(path));
		} catch (error) {
			await rm(part, { force: true });
			throw error;
		}
	},
	read: (key, range) => createReadStream(pathOf(key), range),
	async remove(key) {
		const path = pathOf(key);
		await rm(path, { force: true });
		await rm(`${path}.part`, { force: true });
	},
};

/** In 256 folders: some tools are slow where a folder holds many thousands. */
function pathOf(key: string): string {
	checkKey(key);
	const folder = setting("FileUpload_FileSystemPath");
	const root = folder ? resolve(/*turbopackIgnore: true*/ folder) : join(config().dataDir, "files");
	return join(root, key.slice(0, 2), key);
}

async function sync(path: string): Promise<void> {
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
