/** `npm run bench [-- arguments]`: the measurements of bench/, on the production build. */
import { spawn } from "node:child_process";
import { prepare } from "./setup.mjs";
import { giveUp, passSignals, root } from "./step.mjs";
import { provide } from "./tools.mjs";

const { mongod } = await prepare({ build: true }).catch(giveUp);
const { chromium } = await provide(["chromium"]).catch(giveUp);
const bench = spawn(process.execPath, ["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)], {
	cwd: root,
	stdio: "inherit",
	env: {
		...process.env,
		...(mongod ? { MONGOD_BINARY: mongod } : {}),
		...(chromium ? { CHROMIUM_PATH: chromium } : {}),
	},
});
passSignals(bench);
bench.once("exit", (code) => process.exit(code ?? 1));
