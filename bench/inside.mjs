/** Loaded into the measured programs: collects garbage when asked by SIGUSR2, and writes a CPU profile at the end where one is wanted. */
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const { BENCH_PROFILES: folder, BENCH_PROGRAM: name } = process.env;

// The flag itself is not accepted in NODE_OPTIONS.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
process.on("SIGUSR2", () => collectGarbage());

if (folder) {
	const session = new Session();
	session.connect();
	session.post("Profiler.enable");
	session.post("Profiler.start");
	process.once("exit", () =>
		// Called back before `post` returns: nothing that comes later would still run.
		session.post("Profiler.stop", (_error, { profile }) =>
			writeFileSync(join(folder, `${name}-${process.pid}.cpuprofile`), JSON.stringify(profile)),
		),
	);
}
