/** Programs that the tests need besides Node and MongoDB, installed where that can be done. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { exists, root, run, StepError, timed } from "./step.mjs";

/** By what they are called: the programs (any of them will do) and Debian's packages. */
const TOOLS = {
	chromium: {
		programs: ["chromium", "chromium-browser", "google-chrome"],
		packages: ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"],
	},
	redis: { programs: ["redis-server"], packages: ["redis-server"] },
	"docker-compose": { programs: ["docker-compose"], packages: ["docker-compose"] },
};

let listsAreFresh = false;

/**
 * @param {(keyof typeof TOOLS)[]} names
 * @returns {Promise<Record<string, string>>} where each is; without `chromium` when Playwright's own is used
 * @throws {StepError} that says what to install
 */
export async function provide(names) {
	const found = {};
	for (const name of names) {
		const path = find(name) ?? (await install(name));
		if (path) found[name] = path;
	}
	return found;
}

function find(name) {
	const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin"];
	return folders.flatMap((folder) => TOOLS[name].programs.map((program) => join(folder, program))).find(isProgram);
}

async function install(name) {
	const { packages } = TOOLS[name];
	if (process.getuid?.() === 0 && exists("/usr/bin/apt-get")) {
		await timed(name, `installing ${packages.join(", ")}`, () => aptInstall(name, packages));
		return find(name);
	}
	if (name === "chromium") {
		const args = [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"];
		const advice = "No Chromium was found and Playwright could not get one: install Chromium, then start again.";
		await timed(name, "getting Playwright's Chromium", () =>
			run({ step: name, program: process.execPath, args, advice }),
		);
		return undefined;
	}
	throw new StepError(
		`The tests need ${name}: install it (Debian's package is ${packages.join(" ")}), then start again.`,
	);
}

async function aptInstall(name, packages) {
	const advice = `The Debian packages ${packages.join(" ")} could not be installed: install them by hand, then start again.`;
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const apt = (...args) => run({ step: name, program: "/usr/bin/apt-get", args, env, advice });
	if (!listsAreFresh) await apt("update");
	listsAreFresh = true;
	await apt("install", "-y", "--no-install-recommends", ...packages);
}

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
