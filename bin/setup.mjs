/** The steps that `npm start`, `npm run dev`, `npm test` and the others share. Only Node's own modules: no package may be there yet. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMongod } from "./find-mongod.mjs";
import { hashOf, hashOfText, once, root, run, StepError, say, textOf } from "./step.mjs";

const NODE_WANTED = [20, 19];
const LOCK_POLL_MS = 300;
const LOCK_BELIEVED_FOR_MS = 30 * 60_000;

/** What the built program is made of. The package lock stands for all packages. */
const BUILD_INPUTS = [
	"app",
	"components",
	"i18n",
	"lib",
	"messages",
	"models",
	"public",
	"server.ts",
	"proxy.ts",
	"instrumentation.ts",
	"instrumentation-client.ts",
	"next.config.ts",
	"next.config.mjs",
	"postcss.config.mjs",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	"bin/setup.mjs",
];

/**
 * Makes everything ready, skipping what is up to date.
 * @param {{build?: boolean, mongod?: boolean}} wanted `mongod`: a database program is needed unless MONGO_URL names a server
 * @returns {Promise<{mongod: string | undefined}>} the path of the mongod to run, undefined with MONGO_URL
 * @throws {StepError} with the sentence that says what to do
 */
export async function prepare({ build = false, mongod = true } = {}) {
	checkNode();
	return await alone(async () => {
		await installPackages();
		const binary = mongod && !process.env.MONGO_URL ? await findMongod({ env: process.env, say }) : undefined;
		if (build) await buildProgram();
		return { mongod: binary };
	});
}

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	const [wantedMajor, wantedMinor] = NODE_WANTED;
	if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
	throw new StepError(
		`Parley needs Node ${NODE_WANTED.join(".")} or later and this is ${process.versions.node}: install a current Node and start again.`,
	);
}

async function installPackages() {
	const lockPath = join(root, "package-lock.json");
	const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
	const wanted = JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides });
	await once({
		name: "packages",
		doing: "installing what package-lock.json names",
		inputs: hashOfText([wanted, textOf(lockPath), process.versions.modules, process.platform, process.arch].join("\n")),
		outputs: [join(root, "node_modules/.package-lock.json")],
		work: async () => {
			const lock = textOf(lockPath);
			await run({
				step: "packages",
				program: process.platform === "win32" ? "npm.cmd" : "npm",
				// Not `npm ci`: it fails where a registry lacks optional packages of other platforms.
				args: ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"],
				// NODE_ENV=production would silently leave out the packages that the build needs.
				env: { ...process.env, NODE_ENV: "development", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
				advice:
					"The packages could not be installed: check that this machine reaches the npm registry, then start again.",
			});
			if (textOf(lockPath) === lock) return;
			writeFileSync(lockPath, lock ?? "");
			throw new StepError(
				"package.json asks for other packages than package-lock.json names: run `npm install` and commit the lock.",
			);
		},
	});
}

async function buildProgram() {
	await once({
		name: "build",
		doing: "building the pages and the server (a minute or two)",
		inputs: hashOf(BUILD_INPUTS, (path) => !/\.test\.tsx?$/.test(path)),
		outputs: [join(root, ".next/BUILD_ID"), join(root, "dist/server.mjs")],
		work: async () => {
			const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
			const advice = "The build failed: the lines above say why.";
			const tool = (name) => join(root, "node_modules/.bin", name);
			const bundle = [
				"--bundle",
				"--packages=external",
				"--format=esm",
				"--platform=node",
				"--target=node20",
				"--sourcemap",
			];
			await run({
				step: "build",
				program: tool("esbuild"),
				args: ["server.ts", ...bundle, "--outfile=dist/server.mjs", "--log-level=warning"],
				env,
				advice,
			});
			await run({ step: "build", program: tool("next"), args: ["build"], env, advice });
		},
	});
}

/** Two preparations of one checkout at the same time would write over each other's packages and builds: the second one waits. */
async function alone(work) {
	const lock = join(root, "node_modules/.cache/parley/setup.lock");
	for (let said = false; !takeLock(lock); said = true) {
		if (!said) say("waiting: another preparation runs in this folder");
		await new Promise((wake) => setTimeout(wake, LOCK_POLL_MS));
	}
	const release = () => rmSync(lock, { force: true });
	process.once("exit", release);
	try {
		return await work();
	} finally {
		release();
		process.off("exit", release);
	}
}

/** @returns {boolean} whether this process may go on */
function takeLock(path) {
	try {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, String(process.pid), { flag: "wx" });
		return true;
	} catch (error) {
		// Where nothing can be written there is nothing to write over.
		if (error.code === "EROFS" || error.code === "EACCES") return true;
		if (error.code !== "EEXIST") throw error;
		if (isAbandoned(path)) rmSync(path, { force: true });
		return false;
	}
}

function isAbandoned(lock) {
	const writtenAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
	if (writtenAt === undefined) return false;
	const age = Date.now() - writtenAt;
	// Younger than that, its owner may not have written its number yet; older, the number may be another program's by now.
	if (age < LOCK_POLL_MS) return false;
	return age > LOCK_BELIEVED_FOR_MS || !isAlive(Number(textOf(lock)));
}

function isAlive(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
