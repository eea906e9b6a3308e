/** `node download-mongod.mjs FOLDER [VERSION]` downloads a mongod from MongoDB's site into the folder; the last line names its path. */
import { copyFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const [, , folder, version] = process.argv;
// Set before the package is loaded: it reads them then. No retries: where the site is out of reach, the next source is tried at once.
process.env.MONGOMS_PREFER_GLOBAL_PATH = "false";
process.env.MONGOMS_MAX_RETRIES ??= "0";
const { MongoBinary } = await import("mongodb-memory-server-core");
const path = await MongoBinary.getPath({ downloadDir: folder, checkMD5: true, ...(version ? { version } : {}) });
// A copy that another project keeps stays where it is.
const own = join(resolve(folder), "mongod");
if (dirname(resolve(path)) !== resolve(folder)) copyFileSync(path, own);
console.log(`\n${dirname(resolve(path)) === resolve(folder) ? path : own}`);
process.exit(0);
