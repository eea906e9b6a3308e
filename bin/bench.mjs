/** `npm run bench [-- arguments]`: the measurements of bench/, on the production build. */
import { runScript } from "./run-script.mjs";

await runScript("bench/main.ts");
