import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "@/package.json";
import { singleton } from "../singleton.ts";

/** Another one after each build: an open page whose build is gone cannot load the parts that it has not loaded yet. */
export function buildId(): string {
	return singleton("build-id", () => ({ id: readBuildId() })).id;
}

function readBuildId(): string {
	try {
		return readFileSync(join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
	} catch {
		// In development there is none, and the page mends itself.
		return version;
	}
}
