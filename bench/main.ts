/** `npm run bench [-- W1 W3 --quick]`: the workloads, a table on standard output, JSON beside it. See README.md here. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startEmbeddedMongo } from "../lib/db/embedded.ts";
import { type Program, startParley, startRaw } from "./programs.ts";
import { openForSeeding } from "./seed.ts";
import { gateHolds, type Row, table } from "./table.ts";
import { w1 } from "./workloads/w1.ts";
import { w2 } from "./workloads/w2.ts";
import { w3 } from "./workloads/w3.ts";
import { w5 } from "./workloads/w5.ts";
import { w6 } from "./workloads/w6.ts";

export type Bench = {
	mongoUrl: string;
	/** Smaller and shorter: to see that it runs, not to believe its figures. */
	quick: boolean;
	/** Runs the work on a fresh process of Parley, or of the bare program, and ends it. */
	parley<Result>(work: (program: Program) => Promise<Result>): Promise<Result>;
	raw<Result>(work: (program: Program) => Promise<Result>): Promise<Result>;
};

const workloads: Record<string, (bench: Bench) => Promise<Row[]>> = { W1: w1, W2: w2, W3: w3, W5: w5, W6: w6 };

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const wanted = given.filter((word) => !word.startsWith("--"));
const unknown = wanted.find((name) => !(name in workloads));
if (unknown) {
	console.error(`There is no workload "${unknown}": the workloads are ${Object.keys(workloads).join(", ")}.`);
	process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const mongo = await startEmbeddedMongo({
	dataDir: folder,
	binary: process.env.MONGOD_BINARY ?? "mongod",
	log: console.error,
});
const rows: Row[] = [];
try {
	for (const [name, workload] of Object.entries(workloads)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		console.error(`· ${name}`);
		const mongoUrl = mongo.url.replace(/\/parley(\?|$)/, `/bench${name}$1`);
		const close = await openForSeeding(mongoUrl);
		const run =
			(start: (url: string) => Promise<Program>) =>
			async <Result>(work: (program: Program) => Promise<Result>) => {
				const program = await start(mongoUrl);
				try {
					return await work(program);
				} finally {
					await program.stop();
				}
			};
		rows.push(...(await workload({ mongoUrl, quick, parley: run(startParley), raw: run(startRaw) })));
		await close();
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
};
const results = join(import.meta.dirname, "results");
mkdirSync(results, { recursive: true });
const date = new Date().toISOString();
writeFileSync(
	join(results, `${date.replaceAll(":", "-")}.json`),
	JSON.stringify({ date, commit: commit(), quick, machine, rows }, null, 2),
);
console.log(
	`${table(rows)}\n\n${machine.cores} cores, ${machine.model}, Node ${machine.node}, ${commit()}${quick ? ", quick: figures mean little" : ""}`,
);
process.exit(rows.every(gateHolds) || quick ? 0 : 1);

function commit(): string {
	try {
		return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
	} catch {
		return "(no commit)";
	}
}
