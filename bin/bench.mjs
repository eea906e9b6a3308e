/** `npm run bench [-- arguments]`: the measurements of bench/, on the production build. */
import { spawn } from "node:child_process";
import { prepare } from "./setup.mjs";
import { giveUp, root } from "./step.mjs";

const { mongod } = await prepare({ build: true }).catch(giveUp);
const bench = spawn(process.execPath, ["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)], {
	cwd: root,
	stdio: "inherit",
	env: { ...process.env, ...(mongod ? { MONGOD_BINARY: mongod } : {}) },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => bench.kill(signal));
bench.once("exit", (code) => process.exit(code ?? 1));
