/** What is measured: Parley as it was built, and the bare program, on the same mongod. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, type Server, startServer } from "../test/server.ts";

export type Program = { url: string; pid(): number; stop(): Promise<unknown> };

/** Limits stay on, as high as their settings go. */
const RAISED = {
	SETTING_Rate_Limit_Messages_Per_10_Seconds: "1000000",
	SETTING_Rate_Limit_Reads_Per_Minute: "1000000",
	SETTING_Rate_Limit_Changes_Per_Minute: "1000000",
	LOG_LEVEL: "warn",
};

export function startParley(mongoUrl: string): Promise<Server> {
	return startServer({ mongoUrl, rateLimits: "on", env: RAISED });
}

export async function startRaw(mongoUrl: string): Promise<Program> {
	const port = await freePort();
	const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "raw/server.ts")], {
		env: { PATH: process.env.PATH, PORT: String(port), MONGO_URL: mongoUrl, NODE_ENV: "production" },
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

/** Resident memory of a process in KB. */
export function memoryOf(pid: number): number {
	const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
	return Number(kilobytes);
}
