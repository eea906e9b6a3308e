/** `npm run bench [-- W1 W3 --quick --profile]`: the workloads, a table on standard output, JSON beside it. See README.md here. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startEmbeddedMongo } from "../lib/db/embedded.ts";
import { type Inside, type Program, startParley, startRaw } from "./programs.ts";
import { openForSeeding } from "./seed.ts";
import { gateHolds, type Row, table } from "./table.ts";
import { w1 } from "./workloads/w1.ts";
import { w2 } from "./workloads/w2.ts";
import { w3 } from "./workloads/w3.ts";
import { w4 } from "./workloads/w4.ts";
import { w5 } from "./workloads/w5.ts";
import { w6 } from "./workloads/w6.ts";
import { w7 } from "./workloads/w7.ts";

export type Bench = {
	mongoUrl: string;
	/** Smaller and shorter: to see that it runs, not to believe its figures. */
	quick: boolean;
	/** A folder for CPU profiles of what the programs do not profile themselves. */
	profiles?: string | undefined;
	/** Runs the work on a fresh process of Parley, or of the bare program, and ends it. */
	parley<Result>(work: (program: Program) => Promise<Result>): Promise<Result>;
	raw<Result>(work: (program: Program) => Promise<Result>): Promise<Result>;
};

type Workload = (bench: Bench) => Promise<Row[]>;

const workloads: Record<string, Workload> = { W1: w1, W2: w2, W3: w3, W4: w4, W5: w5, W6: w6, W7: w7 };

const GIVE_UP_AFTER_MS = 30 * 60_000;
const QUIET_LOAD = 0.5;
/** Of raw/server.ts: ratios to different ones are not to be compared. README.md tells how they differ. */
const RAW_PROGRAM = 2;

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const profile = given.includes("--profile");
const accepted = [...Object.keys(workloads), "--quick", "--profile"];
const unknown = given.find((word) => !accepted.includes(word));
if (unknown) {
	console.error(`"${unknown}" is not known here: there are ${accepted.join(", ")}.`);
	process.exit(1);
}
const wanted = given.filter((word) => word in workloads);

const results = join(import.meta.dirname, "results");
mkdirSync(results, { recursive: true });
const inside: Inside = profile ? { profiles: results } : {};

// A program that never answers would keep the machine busy for ever; the programs and their database end with us.
setTimeout(() => {
	console.error(`Not done after ${GIVE_UP_AFTER_MS / 60_000} minutes: given up.`);
	process.exit(1);
}, GIVE_UP_AFTER_MS).unref();

// So that what ends with this process ends with it here too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const mongo = await startEmbeddedMongo({
	dataDir: folder,
	binary: process.env.MONGOD_BINARY ?? "mongod",
	log: console.error,
});
const loadBefore = loadavg()[0] ?? 0;
const rows: Row[] = [];
const failed: string[] = [];
try {
	for (const [name, workload] of Object.entries(workloads)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		console.error(`· ${name}`);
		try {
			rows.push(...(await measure(name, workload)));
		} catch (error) {
			failed.push(name);
			console.error(error);
		}
	}
} finally {
	await mongo.stop();
	rmSync(folder, { recursive: true, force: true });
}

const machine = {
	cores: cpus().length,
	model: cpus()[0]?.model,
	memoryGB: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	/** Of the minute before the first workload: what others did on it. */
	loadBefore,
};
const date = new Date().toISOString();
writeFileSync(
	join(results, `${date.replaceAll(":", "-")}.json`),
	JSON.stringify({ date, commit: commit(), rawProgram: RAW_PROGRAM, quick, machine, failed, rows }, null, 2),
);
console.log(
	`${table(rows)}\n\n${machine.cores} cores, ${machine.model}, Node ${machine.node}, ${commit()}${quick ? ", quick: figures mean little" : ""}`,
);
if (loadBefore > QUIET_LOAD)
	console.log(
		`The machine was busy before it began (load ${loadBefore.toFixed(1)}): believe the ratios, not the times.`,
	);
if (failed.length > 0) console.log(`Could not be measured: ${failed.join(", ")}.`);
process.exit(failed.length === 0 && (quick || rows.every(gateHolds)) ? 0 : 1);

/** Each workload has a database of its own, and each run of a program a fresh process. */
async function measure(name: string, workload: Workload): Promise<Row[]> {
	const mongoUrl = mongo.url.replace(/\/parley(\?|$)/, `/bench${name}$1`);
	const close = await openForSeeding(mongoUrl);
	const run =
		(start: (url: string, inside: Inside) => Promise<Program>) =>
		async <Result>(work: (program: Program) => Promise<Result>) => {
			const program = await start(mongoUrl, inside);
			try {
				return await work(program);
			} finally {
				await program.stop();
			}
		};
	try {
		return await workload({ mongoUrl, quick, profiles: inside.profiles, parley: run(startParley), raw: run(startRaw) });
	} finally {
		await close();
	}
}

function commit(): string {
	try {
		return execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();
	} catch {
		return "(no commit)";
	}
}
