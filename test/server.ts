/** The built program as tests run it: a process of its own, on a free port of this machine, with a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findMongod } from "../bin/find-mongod.mjs";
import { mongodOn } from "../lib/db/data-folder.ts";

export type Options = {
	/** An outside MongoDB, for two programs on one database; without it the program runs its own. */
	mongoUrl?: string;
	/** By default a new folder, which `stop` removes. */
	dataDir?: string;
	port?: number;
	/** `off` by default: tests send more than a person does. */
	rateLimits?: "on" | "off";
	/** Anything else that the program is to find in its environment. */
	env?: Record<string, string>;
};

export type Server = {
	/** Without a trailing slash. */
	url: string;
	dataDir: string;
	env: NodeJS.ProcessEnv;
	/** What the program has written since the last start. */
	output(): string;
	pid(): number;
	/** Asks the program to end, waits until it has, and removes what it left; the exit code, which should be 0. */
	stop(): Promise<number | null>;
	/** Ends the program as a crash would. */
	kill9(): Promise<void>;
	/** Starts it again on the same port, data and environment; ends it first where it still runs. */
	restart(): Promise<void>;
};

const root = resolve(import.meta.dirname, "..");
const READY_WITHIN_MS = 60_000;
const END_WITHIN_MS = 30_000;
const POLL_MS = 50;
const OUTPUT_KEPT_CHARACTERS = 200_000;

/** Resolves when the program answers that it is ready. */
export async function startServer(options: Options = {}): Promise<Server> {
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "parley-server-"));
	const port = options.port ?? (await freePort());
	const env = await environment(options, dataDir, port);
	const url = `http://127.0.0.1:${port}`;
	let run = await started(env, url);
	return {
		url,
		dataDir,
		env,
		output: () => run.output(),
		pid: () => run.child.pid ?? 0,
		stop: async () => {
			const code = await end(run.child, "SIGTERM");
			// After a kill9 its database closes by itself, a moment later.
			while (mongodOn(join(dataDir, "db")) !== undefined) await sleep(POLL_MS);
			if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
			return code;
		},
		kill9: async () => {
			await end(run.child, "SIGKILL");
		},
		restart: async () => {
			await end(run.child, "SIGTERM");
			run = await started(env, url);
		},
	};
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

async function environment(options: Options, dataDir: string, port: number): Promise<NodeJS.ProcessEnv> {
	const needed = ["PATH", "HOME", "TMPDIR", "LANG"].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	const database = options.mongoUrl
		? { MONGO_URL: options.mongoUrl }
		: { MONGOD_BINARY: await findMongod({ env: { ...process.env, DATA_DIR: dataDir }, say: () => {} }) };
	return {
		...Object.fromEntries(needed),
		...database,
		NODE_ENV: "production",
		HOST: "127.0.0.1",
		PORT: String(port),
		ROOT_URL: `http://127.0.0.1:${port}`,
		DATA_DIR: dataDir,
		RATE_LIMITS: options.rateLimits ?? "off",
		TZ: "UTC",
		...options.env,
	};
}

async function started(env: NodeJS.ProcessEnv, url: string): Promise<{ child: ChildProcess; output: () => string }> {
	const args = ["--enable-source-maps", "dist/server.mjs"];
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
	const endWithUs = () => child.kill("SIGKILL");
	process.once("exit", endWithUs);
	child.once("exit", () => process.off("exit", endWithUs));
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-OUTPUT_KEPT_CHARACTERS);
		});
	}
	try {
		await untilReady(child, url);
	} catch (error) {
		await end(child, "SIGKILL");
		throw new Error(`${error instanceof Error ? error.message : error}\n${output}`);
	}
	return { child, output: () => output };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
	const giveUpAt = Date.now() + READY_WITHIN_MS;
	while (!(await isReady(url))) {
		if (hasEnded(child))
			throw new Error(`The server ended before it was ready (${child.exitCode ?? child.signalCode}).`);
		if (Date.now() > giveUpAt) throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s.`);
		await sleep(POLL_MS);
	}
}

async function isReady(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
	await answer?.body?.cancel();
	return answer?.status === 200;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (hasEnded(child)) return child.exitCode;
	const exit = new Promise((resolve) => child.once("exit", resolve));
	child.kill(signal);
	const late = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
	await exit;
	clearTimeout(late);
	return child.exitCode;
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
