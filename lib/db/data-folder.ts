/** What the embedded database keeps in the data folder about itself, and who may use the folder. */
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { ConfigError } from "../config.ts";

/** `mongodb` is the version that wrote the data. `bin/find-mongod.mjs` reads this file too. */
const memorySchema = z.object({ port: z.number().int(), mongodb: z.string() });
export type Memory = z.infer<typeof memorySchema>;

export class DataFolderTaken extends ConfigError {}

const ownerSchema = z.object({ pid: z.number().int(), birth: z.string() });

/**
 * Takes the data folder for this process, making it where there is none.
 * @returns a function that gives it back
 * @throws DataFolderTaken while another process that lives has it
 */
export function takeDataFolder(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const lock = join(dataDir, "lock.json");
	const own = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) ?? "" });
	while (!wroteNew(lock, own)) {
		const present = textOf(lock);
		const pid = ownerThatLives(present);
		if (pid !== undefined) {
			throw new DataFolderTaken(
				`Another Parley (process ${pid}) runs on the data folder ${dataDir}: stop it first, or name another folder in DATA_DIR.`,
			);
		}
		if (present !== undefined) removeAbandoned(lock, present);
	}
	return () => {
		if (textOf(lock) === own) rmSync(lock, { force: true });
	};
}

export function recall(dataDir: string): Memory | undefined {
	const text = textOf(memoryPath(dataDir));
	return text === undefined ? undefined : memorySchema.parse(JSON.parse(text));
}

/** Written aside and renamed: a crash leaves the old or the new one, never half of it. */
export function remember(dataDir: string, memory: Memory): void {
	const path = memoryPath(dataDir);
	writeFileSync(`${path}.new`, `${JSON.stringify(memory)}\n`, { mode: 0o600, flush: true });
	renameSync(`${path}.new`, path);
}

/**
 * The number of the process that runs a mongod on this folder of data, if one lives. mongod writes its number into the folder itself;
 * the number alone could be another program's by now, so that its command line must name the folder.
 */
export function mongodOn(dbPath: string): number | undefined {
	const pid = Number.parseInt(textOf(join(dbPath, "mongod.lock")) ?? "", 10);
	if (!Number.isInteger(pid) || birthOf(pid) === undefined) return undefined;
	return commandOf(pid).includes(`--dbpath ${realpathSync(dbPath)} --`) ? pid : undefined;
}

/**
 * When a process began, in the words of the system; undefined when there is none. Together with the number it tells a process from
 * a later one that got the same number, as happens after a reboot and always in containers.
 */
export function birthOf(pid: number): string | undefined {
	if (process.platform !== "linux") return ps(pid, "lstart=") || undefined;
	const stat = textOf(`/proc/${pid}/stat`);
	// proc(5): the name of the program, in brackets, may hold spaces; after it come the state (field 3) and the rest, 22 is the start.
	const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
	if (!fields || fields[0] === "Z") return undefined;
	return `${textOf("/proc/sys/kernel/random/boot_id")?.trim()} ${fields[19]}`;
}

function commandOf(pid: number): string {
	if (process.platform !== "linux") return ps(pid, "args=");
	return (textOf(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
}

function ps(pid: number, column: string): string {
	try {
		return execFileSync("ps", ["-o", column, "-p", String(pid)], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		}).trim();
	} catch {
		return "";
	}
}

function ownerThatLives(text: string | undefined): number | undefined {
	const owner = ownerSchema.safeParse(jsonOf(text));
	if (!owner.success) return undefined;
	const { pid, birth } = owner.data;
	return birthOf(pid) === birth ? pid : undefined;
}

/** By a link of a whole file, so that nobody reads a half-written one. */
function wroteNew(path: string, text: string): boolean {
	const aside = `${path}.${process.pid}`;
	writeFileSync(aside, text, { mode: 0o600 });
	try {
		linkSync(aside, path);
		return true;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
		throw error;
	} finally {
		rmSync(aside, { force: true });
	}
}

/** Two starts may find the same abandoned lock: the later one must not remove what the earlier has written since. */
function removeAbandoned(path: string, text: string): void {
	const aside = `${path}.abandoned.${process.pid}`;
	try {
		renameSync(path, aside);
		if (textOf(aside) !== text) linkSync(aside, path);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EEXIST")))
			throw error;
	} finally {
		rmSync(aside, { force: true });
	}
}

function memoryPath(dataDir: string): string {
	return join(dataDir, "db.json");
}

function jsonOf(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? "");
	} catch {
		return undefined;
	}
}

function textOf(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}
