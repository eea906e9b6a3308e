/** `npm run screenshots [-- words]`: pictures of every screen, of the production build with a believable company in it. */
import { spawn } from "node:child_process";
import { prepare } from "./setup.mjs";
import { giveUp, passSignals, root } from "./step.mjs";
import { provide } from "./tools.mjs";

const { mongod } = await prepare({ build: true }).catch(giveUp);
const { chromium } = await provide(["chromium"]).catch(giveUp);
const pictures = spawn(process.execPath, ["--import", "tsx", "script/screenshots/main.ts", ...process.argv.slice(2)], {
	cwd: root,
	stdio: "inherit",
	env: {
		...process.env,
		...(mongod ? { MONGOD_BINARY: mongod } : {}),
		...(chromium ? { CHROMIUM_PATH: chromium } : {}),
	},
});
passSignals(pictures);
pictures.once("exit", (code) => process.exit(code ?? 1));
