/**
 * Holds the code to the layers of docs/architecture.md: who may import whom, no circles, one reader of the environment.
 * `node script/check-layers.mjs [root]` prints each violation and exits with 1 when there is one.
 *
 * Imports are found in the text: the formatter keeps each at the beginning of a line and in double quotes, and a bundler's list of
 * imports would leave out those of types, which count here too.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const doors = ["mail", "storage", "jitsi", "ldap", "push", "fetch"];
/** What holds nothing of the product: any code of the server may use it. */
const base = ["shared", "shapes", "singleton", "config", "log"];
const server = [...base, "door", "settings", "auth", "audit", "domain"];

/**
 * The zones, the first match counts. `may`: the zones that it may import besides itself; `types`: those of which it may import types
 * only; `never`: packages that it must not import.
 */
const zones = [
	{ name: "test", match: /\.(test|spec)\.tsx?$|^(test|e2e|bench|script|bin)\//, may: "all" },
	// What knows Zod, which is too heavy for a page: there the types of these are enough.
	{ name: "shapes", match: /^lib\/shared\/(schemas\/|(events|names|field-errors)\.ts$)/, may: ["shared"] },
	{ name: "shared", match: /^lib\/shared\//, may: [], types: ["shapes"] },
	{ name: "singleton", match: /^lib\/singleton\.ts$/, may: [] },
	{ name: "config", match: /^lib\/config\.ts$/, may: ["shared", "shapes", "singleton"] },
	{ name: "log", match: /^lib\/log\.ts$/, may: ["shared", "shapes", "singleton", "config"] },
	{ name: "db", match: /^lib\/db\//, may: base },
	{ name: "models", match: /^models\//, may: [...base, "db"] },
	{ name: "client", match: /^lib\/client\//, may: ["shared"], types: ["api", "shapes"] },
	{ name: "api", match: /^lib\/api\//, may: [...server, "publish"], never: /^next(\/|$)/ },
	{ name: "publish", match: /^lib\/realtime\/publish(\.ts$|\/)/, may: base },
	{ name: "realtime", match: /^lib\/realtime\//, may: [...server, "publish"] },
	{ name: "enqueue", match: /^lib\/jobs\/enqueue(\.ts$|\/)/, may: [...base, "db", "models"] },
	{ name: "jobs", match: /^lib\/jobs\//, may: [...server, "publish", "enqueue", "db", "models"] },
	{ name: "door", match: new RegExp(`^lib/(${doors.join("|")})(/|\\.ts$)`), may: [...base, "settings", "db"] },
	{ name: "audit", match: /^lib\/audit\//, may: [...base, "models"] },
	{ name: "settings", match: /^lib\/settings\//, may: [...base, "models", "db", "auth", "audit", "publish"] },
	{ name: "auth", match: /^lib\/auth\//, may: [...base, "models", "db", "settings", "audit", "door", "publish"] },
	{ name: "migrations", match: /^lib\/migrations\//, may: [...base, "models", "db"] },
	{ name: "domain", match: /^lib\//, may: [...server, "models", "db", "publish", "enqueue"] },
	{ name: "ui", match: /^components\/ui\//, may: [] },
	{ name: "components", match: /^components\//, may: ["ui", "client", "shared"], types: ["shapes"] },
	{ name: "route", match: /^app\/(.*\/)?route\.ts$/, may: ["api", "auth", ...base] },
	{ name: "pages", match: /^app\//, may: ["components", "ui", "client", "shared", "domain", "auth", "settings"] },
	{ name: "client-instrumentation", match: /^instrumentation-client\.ts$/, may: ["client", "shared"] },
	{
		name: "program",
		match: /^[^/]+\.(ts|tsx|mjs)$/,
		may: [...server, "api", "db", "models", "publish", "realtime", "jobs", "migrations"],
	},
];

const FOLDERS = ["app", "components", "lib", "models"];
const CODE = /\.(ts|tsx|mjs)$/;
const IMPORTS = [
	/^(?<clause>(?:import|export)\s(?:[^;"']*?)\sfrom)\s*"(?<target>[^"]+)"/gm,
	/^(?<clause>import)\s*"(?<target>[^"]+)"/gm,
	/(?<clause>typeof import|\bimport)\(\s*"(?<target>[^"]+)"\s*\)/g,
];

/**
 * @param {string} root of the repository
 * @returns {string[]} one sentence for each violation, none when all is well
 */
export function checkLayers(root) {
	const files = [...FOLDERS.flatMap((folder) => filesUnder(root, folder)), ...topFiles(root)];
	const imports = new Map(files.map((file) => [file, importsOf(root, file)]));
	return [
		...[...imports].flatMap(([file, targets]) => targets.flatMap((target) => violation(file, target))),
		...circles(imports),
		...files.flatMap((file) => environmentReader(root, file)),
	];
}

/** @returns {{target: string, ours: boolean, typeOnly: boolean}[]} */
function importsOf(root, file) {
	const text = readFileSync(join(root, file), "utf8");
	return IMPORTS.flatMap((pattern) =>
		[...text.matchAll(pattern)].map(({ groups }) => {
			const path = pathOf(file, groups.target);
			const ours = path !== undefined;
			return { target: ours ? existing(root, path) : groups.target, ours, typeOnly: isTypeOnly(groups.clause) };
		}),
	);
}

/** The path in the repository that an import means, undefined for a package. */
function pathOf(file, specifier) {
	if (specifier.startsWith("@/")) return specifier.slice(2);
	if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
	return undefined;
}

function existing(root, path) {
	const endings = ["", ".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"];
	const found = endings.map((ending) => path + ending).find((candidate) => isFile(join(root, candidate)));
	return found ?? path;
}

function isTypeOnly(clause) {
	if (/^(import|export)\s+type\s/.test(clause) || clause.startsWith("typeof")) return true;
	const names = /^(?:import|export)\s*\{([^}]*)\}\s*from$/.exec(clause)?.[1];
	return names?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

function violation(file, { target, ours, typeOnly }) {
	const from = zoneOf(file);
	if (!from || from.may === "all") return [];
	if (!ours) return from.never?.test(target) ? [`${file} → ${target}: ${from.name} must not import this package.`] : [];
	if (!CODE.test(target)) return [];
	const to = zoneOf(target);
	if (!to || to.name === from.name || from.may.includes(to.name)) return [];
	if (from.types?.includes(to.name)) {
		return typeOnly ? [] : [`${file} → ${target}: ${from.name} may import only types of ${to.name}.`];
	}
	const allowed = from.may.length > 0 ? from.may.join(", ") : "nothing of ours";
	return [`${file} → ${target}: ${from.name} may import ${allowed}, and not ${to.name}.`];
}

function zoneOf(file) {
	return zones.find(({ match }) => match.test(file));
}

/** Circles of imports that load code: those of types are gone when it runs. Each is named once, from its first file by name. */
function circles(imports) {
	const found = new Set();
	const done = new Set();
	const visit = (file, path) => {
		const at = path.indexOf(file);
		if (at >= 0) return found.add(circleName(path.slice(at)));
		if (done.has(file)) return;
		for (const { target, typeOnly } of imports.get(file) ?? []) if (!typeOnly) visit(target, [...path, file]);
		done.add(file);
	};
	for (const file of imports.keys()) visit(file, []);
	return [...found];
}

function circleName(files) {
	const first = files.indexOf([...files].sort()[0]);
	const turned = [...files.slice(first), ...files.slice(0, first)];
	return `${[...turned, turned[0]].join(" → ")}: the imports go in a circle.`;
}

function environmentReader(root, file) {
	if (file === "lib/config.ts" || !/^(lib|app|components|models)\/|^server\.ts$/.test(file)) return [];
	if (zoneOf(file)?.name === "test") return [];
	const reads = /\bprocess\.env\b/.test(readFileSync(join(root, file), "utf8"));
	return reads ? [`${file} reads process.env: only lib/config.ts does, everything else asks config().`] : [];
}

function filesUnder(root, folder) {
	if (!statSync(join(root, folder), { throwIfNoEntry: false })) return [];
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && CODE.test(entry.name))
		.map((entry) => posix.join(entry.parentPath.slice(root.length + 1), entry.name))
		.sort();
}

function topFiles(root) {
	return readdirSync(root).filter((name) => /^(server|proxy|instrumentation|instrumentation-client)\.ts$/.test(name));
}

function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const violations = checkLayers(resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..")));
	for (const line of violations) console.error(line);
	console.log(`${violations.length} violations of the layers`);
	process.exit(violations.length > 0 ? 1 : 0);
}
