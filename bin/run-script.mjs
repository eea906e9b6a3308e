/** Runs a TypeScript program of the repository on the production build, with a database and a browser at hand. */
import { spawn } from "node:child_process";
import { prepare } from "./setup.mjs";
import { giveUp, passSignals, root } from "./step.mjs";
import { provide } from "./tools.mjs";

/** Hands the command line's arguments on, and ends with the program's code. @param {string} path from the root of the repository */
export async function runScript(path) {
	const { mongod } = await prepare({ build: true }).catch(giveUp);
	const { chromium } = await provide(["chromium"]).catch(giveUp);
	const script = spawn(process.execPath, ["--import", "tsx", path, ...process.argv.slice(2)], {
		cwd: root,
		stdio: "inherit",
		env: {
			...process.env,
			...(mongod ? { MONGOD_BINARY: mongod } : {}),
			...(chromium ? { CHROMIUM_PATH: chromium } : {}),
		},
	});
	passSignals(script);
	script.once("exit", (code) => process.exit(code ?? 1));
}
