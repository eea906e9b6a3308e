/**
 * `npm test`: every check and test, on a machine that has nothing but Node. `npm test -- PART [arguments]` runs one part alone:
 * `npm test -- unit lib/rooms`, `npm test -- e2e --headed`. The last line counts over all parts.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { prepare } from "./setup.mjs";
import { explain, giveUp, hashOfText, passSignals, root, StepError, say, textOf } from "./step.mjs";
import { provide } from "./tools.mjs";

const RESULTS = join(root, "test-results");
const LONGEST_MESSAGE = 2_000;

/**
 * `needs`: `build` and `mongod` are preparations, the rest are programs. `command` gets the arguments of the command line.
 * `counts` reads the tests of a part from the report that its runner wrote; a part without it counts as one test.
 */
const PARTS = {
	types: { needs: ["build"], command: () => node("typescript/bin/tsc", "--noEmit") },
	lint: { needs: [], command: () => node("@biomejs/biome/bin/biome", "check", "--error-on-warnings") },
	layers: { needs: [], command: () => [process.execPath, "script/check-layers.mjs"] },
	compose: { needs: ["docker-compose"], command: (_args, tools) => [tools["docker-compose"], "config", "-q"] },
	unit: {
		needs: ["build", "mongod", "redis"],
		command: (args) => node("vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", ...args),
		report: (path) => ({ args: [`--outputFile.json=${path}`], env: {} }),
		counts: countVitest,
	},
	e2e: {
		needs: ["build", "mongod", "chromium"],
		command: (args) => node("@playwright/test/cli.js", "test", "--reporter=list,json", ...args),
		report: (path) => ({ args: [], env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path, PLAYWRIGHT_JSON_OUTPUT_FILE: path } }),
		counts: countPlaywright,
	},
};

const [wanted, ...given] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in PARTS)) {
	giveUp(new StepError(`There is no part "${wanted}": the parts are ${Object.keys(PARTS).join(", ")}.`));
}
const names = wanted === undefined ? Object.keys(PARTS) : [wanted];
const env = await prepareFor(names).catch((error) => {
	explain(error);
	console.log("0 passed, 1 failed");
	process.exit(1);
});
let passed = 0;
let failed = 0;
const broken = [];
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.on(signal, () => {
		process.exitCode = 130;
	});
}
for (const name of names) {
	if (process.exitCode) break;
	const result = await runPart(name);
	passed += result.passed;
	failed += result.failed;
	say(`${name}: ${result.passed} passed, ${result.failed} failed${result.why ? ` (${result.why})` : ""}`);
	broken.push(...(result.broken ?? []));
}
// Once more at the end: a record that keeps only the last lines of a long run still says what failed.
for (const { test, message } of broken) say(`failed: ${test}\n${message.slice(0, LONGEST_MESSAGE)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : (process.exitCode ?? 0));

async function prepareFor(parts) {
	const needs = new Set(parts.flatMap((name) => PARTS[name].needs));
	const { mongod } = await prepare({ build: needs.delete("build"), mongod: needs.delete("mongod") });
	const tools = await provide([...needs]);
	return {
		tools,
		variables: {
			...process.env,
			...(mongod ? { MONGOD_BINARY: mongod } : {}),
			...(tools.chromium ? { CHROMIUM_PATH: tools.chromium } : {}),
			...(tools.redis ? { REDIS_SERVER: tools.redis } : {}),
		},
	};
}

async function runPart(name) {
	const { command, report, counts } = PARTS[name];
	say(`${name}: running`);
	const path = join(RESULTS, `${name}-${hashOfText(String(process.pid)).slice(0, 8)}.json`);
	const reporting = report?.(path) ?? { args: [], env: {} };
	const [program, ...args] = command([...reporting.args, ...given], env.tools);
	mkdirSync(RESULTS, { recursive: true });
	const code = await finished(program, args, { ...env.variables, ...reporting.env });
	if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
	const text = textOf(path);
	rmSync(path, { force: true });
	return judged(code, text === undefined ? undefined : counts(JSON.parse(text)));
}

/**
 * What a part adds to the count. A test that was skipped has failed, unless arguments chose among the tests; so has a part that ran
 * none, and one whose runner is not content for a reason that its report does not hold.
 */
function judged(code, counted) {
	if (!counted) return { passed: 0, failed: 1, why: "its runner wrote no report" };
	const { passed, failed, skipped, broken } = counted;
	if (skipped > 0 && given.length === 0) return { passed, failed: failed + skipped, broken, why: `${skipped} skipped` };
	if (passed + failed === 0) return { passed, failed: 1, why: "it ran no test" };
	if (code !== 0 && failed === 0) return { passed, failed: 1, why: `its runner ended with code ${code}` };
	return { passed, failed, broken };
}

function countVitest(report) {
	const isFailed = ({ status }) => status === "failed";
	const files = report.testResults.filter((file) => isFailed(file) && !file.assertionResults.some(isFailed));
	const tests = report.testResults.flatMap((file) =>
		file.assertionResults.filter(isFailed).map((test) => ({ file, test })),
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + files.length,
		skipped: report.numPendingTests + report.numTodoTests,
		broken: [
			...files.map((file) => ({ test: relative(root, file.name), message: file.message })),
			...tests.map(({ file, test }) => ({
				test: `${relative(root, file.name)}: ${test.fullName}`,
				message: test.failureMessages.join("\n"),
			})),
		],
	};
}

function countPlaywright({ stats, errors, suites }) {
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
		broken: [...errors.map(({ message }) => ({ test: "e2e", message })), ...suites.flatMap(brokenIn)],
	};
}

function brokenIn({ specs, suites = [] }) {
	const failing = specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === "flaky"));
	return [
		...failing.map(({ file, line, title, tests }) => ({
			test: `e2e/${file}:${line}: ${title}`,
			message: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? "")).join("\n"),
		})),
		...suites.flatMap(brokenIn),
	];
}

function node(script, ...args) {
	return [process.execPath, join(root, "node_modules", script), ...args];
}

/** The part shows what it does itself; when it is to end, its own end is waited for. */
function finished(program, args, variables) {
	return new Promise((done) => {
		const child = spawn(program, args, { cwd: root, env: variables, stdio: ["ignore", "inherit", "inherit"] });
		const passNoMore = passSignals(child);
		child.once("error", () => done(127));
		child.once("close", (code) => {
			passNoMore();
			done(code);
		});
	});
}
