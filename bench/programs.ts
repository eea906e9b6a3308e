/** What is measured: Parley as it was built, and the bare program, on the same mongod. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort, type Server, startServer } from "../test/server.ts";

export type Program = { url: string; pid(): number; stop(): Promise<unknown> };

/** Loaded into both programs alike, so that what it costs counts on both sides. */
export type Inside = {
	/** A folder for a CPU profile of each program. */
	profiles?: string;
};

/** Limits stay on, as high as their settings go. */
const RAISED = {
	SETTING_Rate_Limit_Messages_Per_10_Seconds: "1000000",
	SETTING_Rate_Limit_Reads_Per_Minute: "1000000",
	SETTING_Rate_Limit_Changes_Per_Minute: "1000000",
	LOG_LEVEL: "warn",
};
/** Of a Linux clock tick, which /proc counts in. */
const TICK_MS = 10;

export function startParley(mongoUrl: string, inside: Inside = {}): Promise<Server> {
	return startServer({ mongoUrl, rateLimits: "on", env: { ...RAISED, ...insideOf("parley", inside) } });
}

export async function startRaw(mongoUrl: string, inside: Inside = {}): Promise<Program> {
	const port = await freePort();
	const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "raw/server.ts")], {
		env: {
			PATH: process.env.PATH,
			PORT: String(port),
			MONGO_URL: mongoUrl,
			NODE_ENV: "production",
			...(process.env.RAW_FRAMES && { RAW_FRAMES: process.env.RAW_FRAMES }),
			...insideOf("raw", inside),
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	const endWithUs = () => child.kill();
	process.once("exit", endWithUs);
	await new Promise<void>((resolve, reject) => {
		child.stdout.once("data", () => resolve());
		child.once("exit", () => reject(new Error("The bare program ended.")));
	});
	return {
		url: `http://127.0.0.1:${port}`,
		pid: () => child.pid ?? 0,
		stop: () => {
			process.off("exit", endWithUs);
			return new Promise((resolve) => {
				child.removeAllListeners("exit").once("exit", resolve);
				child.kill();
			});
		},
	};
}

function insideOf(program: string, { profiles }: Inside): Record<string, string> {
	const file = pathToFileURL(join(import.meta.dirname, "inside.mjs")).href;
	return {
		NODE_OPTIONS: `--import=${file}`,
		BENCH_PROGRAM: program,
		...(profiles && { BENCH_PROFILES: profiles }),
	};
}

/** Resident memory of a process in KB, after its garbage is collected. */
export async function memoryOf(pid: number): Promise<number> {
	process.kill(pid, "SIGUSR2");
	await new Promise((resolve) => setTimeout(resolve, 2_000));
	const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
	return Number(kilobytes);
}

/** Time that a process has spent on a processor, in ms. */
export function processorTimeOf(pid: number): number {
	// The name, which may hold spaces, ends with the last bracket; user and system time are the fields 14 and 15.
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
