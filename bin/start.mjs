/** `npm start`: prepares what is not ready yet, then becomes the server. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare } from "./setup.mjs";
import { giveUp, root } from "./step.mjs";

process.env.NODE_ENV = "production";
const { mongod } = await prepare({ build: true }).catch(giveUp);
if (mongod) process.env.MONGOD_BINARY = mongod;
process.chdir(root);
// In this process and not in a child: a signal, even SIGKILL, then meets the server itself and the exit code is its own.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, "dist/server.mjs")).href);
