/**
 * A MongoDB that this program runs for itself, as a replica set of one member (transactions and change streams need a replica set).
 *
 * The program mongod is run directly and not by mongodb-memory-server-core, which only downloads it (`bin/find-mongod.mjs`). That
 * package is made for tests, and three of its ways do harm to data that is to stay: it gives a start 10 seconds and then ends mongod,
 * which breaks off the recovery of a large journal; it stops everything when mongod dies, where we want it back; and mongod shares
 * the terminal's process group, so that Ctrl-C ends the database before the server has written what it was writing.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, fstatSync, mkdirSync, openSync, readSync, realpathSync, renameSync, statSync } from "node:fs";
import { createServer, connect as open } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MongoClient, MongoNetworkError, MongoServerError } from "mongodb";
import * as z from "zod";
import { ConfigError } from "../config.ts";
import { birthOf, mongodOn, recall, remember, takeDataFolder } from "./data-folder.ts";

export type EmbeddedMongo = {
	/** A connection string that stays the same as long as the data folder does. */
	url: string;
	/** Closes the database cleanly and gives the data folder back. */
	stop(): Promise<void>;
};

type Options = {
	/** Absolute path of the folder for the data; made where there is none. */
	dataDir: string;
	/** Path of the mongod program. */
	binary: string;
	/** Takes a sentence for the people who run the server. */
	log: (line: string) => void;
};

type Place = { dbPath: string; logPath: string; port: number };

const ADDRESS = "127.0.0.1";
const REPLICA_SET = "parley";
/** Below the ports that systems hand out to outgoing connections (32768 and up), which could take it while we are away. */
const PORTS = { from: 20_000, to: 32_000 };
const CACHE_GB = { least: 0.25, most: 2, partOfMemory: 0.25 };
/** What change streams can look back on. Without a limit mongod takes 5 % of the disk. */
const OPLOG_MB = 1024;
const ORPHAN_PATIENCE_MS = 20_000;
const PORT_PATIENCE_MS = 3_000;
const STOP_PATIENCE_MS = 30_000;
const RESTART_PAUSE_MS = { first: 200, longest: 10_000 };
const POLL_MS = 20;
const SAID_AGAIN_AFTER_MS = 10_000;
const LOG_LIMIT_BYTES = 64 * 1024 * 1024;
const LOG_CHECKED_EVERY_MS = 60 * 60_000;
/** Codes of MongoDB. */
const ALREADY_INITIALIZED = 23;
const NOT_YET_INITIALIZED = 94;

/**
 * Starts the database on the data folder, recovering what a crash left, and keeps it running until `stop`: when mongod dies it is
 * started again at the same address.
 * @throws ConfigError with one sentence: another process has the folder, or the program cannot run on it
 */
export async function startEmbeddedMongo({ dataDir, binary, log }: Options): Promise<EmbeddedMongo> {
	const giveBack = takeDataFolder(dataDir);
	try {
		const dbPath = dataPath(dataDir);
		await endOrphan(dbPath, log);
		const version = checkedVersion(binary, dataDir);
		const port = await chosenPort(recall(dataDir)?.port);
		remember(dataDir, { port, mongodb: version });
		const mongod = await keepRunning({ dbPath, logPath: join(dataDir, "mongod.log"), port }, binary, log);
		return {
			url: `mongodb://${ADDRESS}:${port}/parley?replicaSet=${REPLICA_SET}`,
			stop: async () => {
				await mongod.stop();
				giveBack();
			},
		};
	} catch (error) {
		giveBack();
		throw error;
	}
}

function dataPath(dataDir: string): string {
	const path = join(dataDir, "db");
	mkdirSync(path, { recursive: true, mode: 0o700 });
	// As mongod shows it in its command line, which `mongodOn` compares.
	return realpathSync(path);
}

/** A mongod that outlived its program: it is on its way out (see `endWithUs`), unless it hangs. */
async function endOrphan(dbPath: string, log: Options["log"]): Promise<void> {
	const pid = mongodOn(dbPath);
	if (pid === undefined) return;
	log(`The database of an earlier run (process ${pid}) is still closing: waiting for it.`);
	signal(pid, "SIGTERM");
	if (await endedWithin(pid, ORPHAN_PATIENCE_MS)) return;
	log(`It does not close: ending it. The journal brings back what it had acknowledged.`);
	signal(pid, "SIGKILL");
	await endedWithin(pid, ORPHAN_PATIENCE_MS);
}

/** @throws ConfigError where the data was written by another series: mongod would refuse it with a riddle, or change it for good */
function checkedVersion(binary: string, dataDir: string): string {
	const version = versionOf(binary);
	const before = recall(dataDir)?.mongodb;
	if (before === undefined || seriesOf(before) === seriesOf(version)) return version;
	throw new ConfigError(
		`The data in ${dataDir} was written by MongoDB ${seriesOf(before)} and ${binary} is ${version}: name a mongod ` +
			`${seriesOf(before)} in MONGOD_BINARY, or move the data with mongodump and mongorestore.`,
	);
}

function versionOf(binary: string): string {
	const version = /db version v(\d+\.\d+\.\d+)/.exec(execFileSync(binary, ["--version"], { encoding: "utf8" }))?.[1];
	if (version === undefined) throw new ConfigError(`${binary} is no mongod: name one in MONGOD_BINARY.`);
	return version;
}

function seriesOf(version: string): string {
	return version.split(".").slice(0, 2).join(".");
}

/**
 * The same port each time as far as possible: the replica set remembers its address (`lead` puts it right when it had to change).
 * A database that has just ended holds it a moment longer than it is seen among the processes.
 */
async function chosenPort(before: number | undefined): Promise<number> {
	const giveUpAt = Date.now() + PORT_PATIENCE_MS;
	while (before !== undefined) {
		if (await isFree(before)) return before;
		if (Date.now() > giveUpAt) break;
		await sleep(POLL_MS);
	}
	while (true) {
		const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
		if (await isFree(port)) return port;
	}
}

function isFree(port: number): Promise<boolean> {
	return new Promise((answer) => {
		const server = createServer();
		server.once("error", () => answer(false));
		server.listen(port, ADDRESS, () => server.close(() => answer(true)));
	});
}

/** Resolves when the database takes writes for the first time. */
async function keepRunning(place: Place, binary: string, log: Options["log"]): Promise<{ stop(): Promise<void> }> {
	const stopping = new AbortController();
	let mongod = launch(place, binary);
	await ready(mongod, place, log).catch(async (error) => {
		await end(mongod);
		throw error;
	});
	const rotation = setInterval(() => keepLogShort(place, log), LOG_CHECKED_EVERY_MS).unref();
	const watch = watchOver();
	return {
		stop: async () => {
			stopping.abort();
			clearInterval(rotation);
			await end(mongod);
			await watch;
		},
	};

	async function watchOver(): Promise<void> {
		let pause = RESTART_PAUSE_MS.first;
		while (true) {
			const how = await ended(mongod);
			if (stopping.signal.aborted) return;
			log(`The database ended unexpectedly (${how}): starting it again.`);
			await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
			if (stopping.signal.aborted) return;
			mongod = launch(place, binary);
			try {
				await ready(mongod, place, log);
				log("The database is back.");
				pause = RESTART_PAUSE_MS.first;
			} catch (error) {
				if (!stopping.signal.aborted) log(error instanceof Error ? error.message : String(error));
				await end(mongod);
				pause = Math.min(pause * 2, RESTART_PAUSE_MS.longest);
			}
		}
	}
}

function launch({ dbPath, logPath, port }: Place, binary: string): ChildProcess {
	const memory = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()) / 1024 ** 3;
	const cache = Math.min(CACHE_GB.most, Math.max(CACHE_GB.least, memory * CACHE_GB.partOfMemory));
	const options = {
		"--dbpath": dbPath,
		"--port": String(port),
		"--bind_ip": ADDRESS,
		"--replSet": REPLICA_SET,
		"--wiredTigerCacheSizeGB": cache.toFixed(2),
		"--oplogSize": String(OPLOG_MB),
		"--logpath": logPath,
	};
	// Waiting 15 s for a second member to take over, as is the default, is in vain with one. Its diagnostic recordings are for
	// MongoDB's own support and take a write a second.
	const parameters = ["shutdownTimeoutMillisForSignaledShutdown=0", "diagnosticDataCollectionEnabled=false"];
	const args = [
		...Object.entries(options).flat(),
		...parameters.flatMap((parameter) => ["--setParameter", parameter]),
		"--logappend",
		"--logRotate",
		"reopen",
		"--quiet",
		"--nounixsocket",
	];
	const output = openSync(logPath, "a", 0o600);
	// Detached: a process group of its own, which Ctrl-C in the terminal does not reach. To a file and not to a pipe, which would break
	// with this program and leave what it says unread.
	const mongod = spawn(binary, args, { detached: true, stdio: ["ignore", output, output] });
	closeSync(output);
	mongod.once("error", () => {});
	mongod.unref();
	endWithUs(mongod);
	return mongod;
}

/**
 * Has mongod close when this program is gone, by SIGKILL too: a shell waits on a pipe that only this program holds open, and the end
 * of the program ends the pipe.
 */
function endWithUs(mongod: ChildProcess): void {
	if (mongod.pid === undefined) return;
	const guard = spawn("/bin/sh", ["-c", 'read -r _ || kill -TERM "$0"', String(mongod.pid)], {
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	guard.once("error", () => {});
	guard.stdin.once("error", () => {});
	guard.unref();
	if ("unref" in guard.stdin && typeof guard.stdin.unref === "function") guard.stdin.unref();
	// A line dismisses it: a later process may get the number of a mongod that has ended.
	mongod.once("exit", () => guard.stdin.end("\n"));
}

/** Waits until mongod answers and leads its replica set, as long as it lives: the recovery of a large journal takes its time. */
async function ready(mongod: ChildProcess, place: Place, log: Options["log"]): Promise<void> {
	const answering = answers(mongod, place.port, log);
	const early = ended(mongod).then((how) => {
		throw new ConfigError(`The database did not start (${how}): ${complaint(place.logPath)}`);
	});
	await Promise.race([answering.then((alive) => (alive ? lead(place.port) : early)), early]);
}

async function answers(mongod: ChildProcess, port: number, log: Options["log"]): Promise<boolean> {
	let saidAt = Date.now();
	while (isRunning(mongod) && !(await accepts(port))) {
		if (Date.now() - saidAt > SAID_AGAIN_AFTER_MS) {
			log("The database is still starting (after a crash it first recovers what it had acknowledged).");
			saidAt = Date.now();
		}
		await sleep(POLL_MS);
	}
	return isRunning(mongod);
}

function accepts(port: number): Promise<boolean> {
	return new Promise((answer) => {
		const socket = open(port, ADDRESS);
		socket.once("connect", () => answer(true)).once("error", () => answer(false));
		socket.once("connect", () => socket.destroy());
	});
}

/** Has mongod lead its replica set. It may close connections while it finds its role: then what is left to do is done again. */
async function lead(port: number): Promise<void> {
	for (;;) {
		try {
			return await takeLead(port);
		} catch (error) {
			if (!(error instanceof MongoNetworkError)) throw error;
			await sleep(POLL_MS);
		}
	}
}

/** Makes the replica set, or puts its address right, and waits until it takes writes. */
async function takeLead(port: number): Promise<void> {
	const host = `${ADDRESS}:${port}`;
	const client = new MongoClient(`mongodb://${host}/`, { directConnection: true });
	try {
		const config = (await replicaSetConfig(client)) ?? (await initiated(client, host));
		if (config && config.members[0]?.host !== host) {
			// Forced, since no member leads as long as none knows itself in the list.
			const moved = { ...config, version: config.version + 1, members: [{ _id: 0, host }] };
			await client.db("admin").command({ replSetReconfig: moved, force: true });
		}
		while (!(await client.db("admin").command({ hello: 1 })).isWritablePrimary) await sleep(POLL_MS);
	} finally {
		await client.close();
	}
}

const configSchema = z.looseObject({ version: z.number(), members: z.array(z.looseObject({ host: z.string() })) });
type ReplicaSetConfig = z.infer<typeof configSchema>;

async function replicaSetConfig(client: MongoClient): Promise<ReplicaSetConfig | undefined> {
	try {
		return configSchema.parse((await client.db("admin").command({ replSetGetConfig: 1 })).config);
	} catch (error) {
		if (hasCode(error, NOT_YET_INITIALIZED)) return undefined;
		throw error;
	}
}

/**
 * Makes a new data folder a replica set. An old one may say for some seconds that it is none yet, while it asks its former address
 * whether it is itself (measured with another program on the former port): then its configuration is waited for and given.
 */
async function initiated(client: MongoClient, host: string): Promise<ReplicaSetConfig | undefined> {
	try {
		await client.db("admin").command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
		return undefined;
	} catch (error) {
		if (!hasCode(error, ALREADY_INITIALIZED)) throw error;
	}
	for (;;) {
		const config = await replicaSetConfig(client);
		if (config) return config;
		await sleep(POLL_MS);
	}
}

function hasCode(error: unknown, code: number): boolean {
	return error instanceof MongoServerError && error.code === code;
}

async function end(mongod: ChildProcess): Promise<void> {
	if (!isRunning(mongod)) return;
	// Otherwise nothing would keep this process alive until the database has closed.
	mongod.ref();
	const exit = ended(mongod);
	mongod.kill("SIGTERM");
	const patience = sleep(STOP_PATIENCE_MS, "late" as const, { ref: false });
	if ((await Promise.race([exit, patience])) === "late") mongod.kill("SIGKILL");
	await exit;
}

/** Resolves with how it ended, at once when it has. */
function ended(mongod: ChildProcess): Promise<string> {
	const how = () => (mongod.signalCode ? `signal ${mongod.signalCode}` : `code ${mongod.exitCode ?? "unknown"}`);
	if (!isRunning(mongod)) return Promise.resolve(how());
	return new Promise((resolve) => mongod.once("exit", () => resolve(how())));
}

function isRunning(mongod: ChildProcess): boolean {
	return mongod.pid !== undefined && mongod.exitCode === null && mongod.signalCode === null;
}

async function endedWithin(pid: number, ms: number): Promise<boolean> {
	const until = Date.now() + ms;
	const birth = birthOf(pid);
	while (birthOf(pid) === birth && birth !== undefined) {
		if (Date.now() > until) return false;
		await sleep(POLL_MS);
	}
	return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// It ended in between.
	}
}

/** One earlier log is kept. mongod goes on writing to the renamed file until SIGUSR1 has it open the new one. */
function keepLogShort({ dbPath, logPath }: Place, log: Options["log"]): void {
	try {
		if (statSync(logPath).size < LOG_LIMIT_BYTES) return;
		const pid = mongodOn(dbPath);
		renameSync(logPath, `${logPath}.1`);
		if (pid !== undefined) signal(pid, "SIGUSR1");
	} catch (error) {
		log(`The database's log could not be shortened: ${error instanceof Error ? error.message : error}`);
	}
}

const logLineSchema = z.object({ s: z.string(), msg: z.string(), attr: z.unknown() });

/** The first complaint in mongod's log since its last start (later ones follow from it), for the sentence on why it does not start. */
function complaint(logPath: string): string {
	const lines = tailOf(logPath).trim().split("\n");
	const begin = lines.findLastIndex((line) => line.includes("SERVER RESTARTED"));
	for (const line of lines.slice(begin + 1)) {
		// What is not JSON comes from before mongod runs: a library that is missing.
		if (!line.startsWith("{")) return line;
		const { data } = logLineSchema.safeParse(JSON.parse(line));
		if (data && ["E", "F"].includes(data.s))
			return `${data.msg} ${JSON.stringify(data.attr ?? {})} (more in ${logPath})`;
	}
	return `its log is ${logPath}`;
}

function tailOf(path: string): string {
	const file = openSync(path, "r");
	try {
		const { size } = fstatSync(file);
		const bytes = Buffer.alloc(Math.min(size, 32 * 1024));
		readSync(file, bytes, 0, bytes.length, size - bytes.length);
		const text = bytes.toString("utf8");
		return size > bytes.length ? text.slice(text.indexOf("\n") + 1) : text;
	} finally {
		closeSync(file);
	}
}
