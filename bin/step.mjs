/** How a step of the preparation is shown, run and remembered. Only Node's own modules: no package may be there yet. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const STAMPS = join(root, "node_modules/.cache/parley");
const STILL_RUNNING_EVERY_MS = 15_000;
const OUTPUT_KEPT_LINES = 40;

/** A step that cannot be done. Its message is the one sentence that says what to do; `output` is what the failed command said. */
export class StepError extends Error {
	name = "StepError";

	constructor(message, output = "") {
		super(message);
		this.output = output;
	}
}

/**
 * Runs a program to its end, showing failures as a StepError that says `advice`.
 * @param {{step: string, program: string, args: string[], advice: string, cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, limitMs?: number}} command
 *   `show`: the program writes to the terminal itself; otherwise its output is kept and shown only when it fails.
 * @returns {Promise<string>} what it wrote to its standard output, empty with `show`
 */
export async function run({ step, program, args, advice, cwd = root, env = process.env, show = false, limitMs }) {
	const startedAt = Date.now();
	const still = setInterval(() => say(`${step}: still running (${seconds(startedAt)})`), STILL_RUNNING_EVERY_MS);
	try {
		const { code, stdout, output } = await finished(program, args, { cwd, env, show, limitMs });
		if (code !== 0) throw new StepError(advice, output);
		return stdout;
	} finally {
		clearInterval(still);
	}
}

/**
 * Does the work unless its stamp says that the same inputs were worked on before. The stamp goes first and comes back last: work
 * that was broken off is done again.
 * @param {{name: string, doing: string, inputs: string, outputs: string[], work: () => Promise<void>}} step `inputs` is their hash
 */
export async function once({ name, doing, inputs, outputs, work }) {
	const stamp = join(STAMPS, `${name}.stamp`);
	if (textOf(stamp) === inputs && outputs.every(exists)) return;
	rmSync(stamp, { force: true });
	await timed(name, doing, work);
	mkdirSync(STAMPS, { recursive: true });
	writeFileSync(stamp, inputs);
}

/** Shows that a piece of work begins, and how long it took. */
export async function timed(name, doing, work) {
	const startedAt = Date.now();
	say(`${name}: ${doing}`);
	const result = await work();
	say(`${name}: done in ${seconds(startedAt)}`);
	return result;
}

/** Ends the program with the sentence of a failed step, or with the whole error of an unforeseen one. */
export function giveUp(error) {
	explain(error);
	process.exit(1);
}

export function explain(error) {
	if (!(error instanceof StepError)) return console.error(error);
	if (error.output) process.stderr.write(`\n${error.output.trimEnd()}\n\n`);
	process.stderr.write(`${error.message}\n`);
}

export function say(line) {
	process.stdout.write(`· ${line}\n`);
}

/**
 * A hash over files and folders (with all that is in them), by name and content; what does not exist counts as absent.
 * @param {string[]} paths relative to the root of the repository
 * @param {(path: string) => boolean} [counts] says which files count
 */
export function hashOf(paths, counts = () => true) {
	const hash = createHash("sha256");
	for (const path of paths.flatMap(filesUnder).filter(counts).sort()) {
		hash.update(`${path}\0`);
		hash.update(readFileSync(join(root, path)));
		hash.update("\0");
	}
	return hash.digest("hex");
}

export function hashOfText(text) {
	return createHash("sha256").update(text).digest("hex");
}

/** @returns {string | undefined} the content of a file, undefined when it cannot be read */
export function textOf(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}

export function exists(path) {
	return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Passes signals to a child that runs in the foreground. Ctrl-C in a terminal reaches it by itself, and a second one would be taken for
 * impatience.
 * @returns a function that ends the passing
 */
export function passSignals(child) {
	const pass = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal));
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
	for (const signal of signals) process.on(signal, pass);
	return () => {
		for (const signal of signals) process.off(signal, pass);
	};
}

function filesUnder(path) {
	const entry = statSync(join(root, path), { throwIfNoEntry: false });
	if (!entry) return [];
	if (!entry.isDirectory()) return [path];
	return readdirSync(join(root, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

function seconds(since) {
	return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function finished(program, args, { cwd, env, show, limitMs }) {
	return new Promise((done) => {
		const child = spawn(program, args, {
			cwd,
			env,
			stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
			timeout: limitMs,
		});
		let stdout = "";
		let output = "";
		child.stdout?.setEncoding("utf8").on("data", (text) => {
			stdout += text;
			output += text;
		});
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
		child.once("error", (error) => done({ code: -1, stdout, output: String(error.message) }));
		child.once("close", (code) =>
			done({ code, stdout, output: output.split("\n").slice(-OUTPUT_KEPT_LINES).join("\n") }),
		);
	});
}
