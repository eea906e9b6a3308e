/** `npm run build`: the packages and the production build, without a database. */
import { prepare } from "./setup.mjs";
import { giveUp, say } from "./step.mjs";

await prepare({ build: true, mongod: false }).catch(giveUp);
say("build: up to date");
