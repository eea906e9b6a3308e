/** `npm run screenshots [-- words]`: pictures of every screen, of the production build with a believable company in it. */
import { runScript } from "./run-script.mjs";

await runScript("script/screenshots/main.ts");
