import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkLayers } from "./check-layers.mjs";

let root = "";

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "layers-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function violationsOf(files: Record<string, string>): string[] {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return checkLayers(root);
}

const room = { "models/room.ts": "export const room = 1;\nexport type Room = number;\n" };

test("code that keeps to the layers has no violations", () => {
	const files = {
		...room,
		"lib/shared/ids.ts": "export const newId = 1;\n",
		"lib/db/client.ts": 'import { MongoClient } from "mongodb";\nimport { newId } from "../shared/ids.ts";\n',
		"lib/rooms/create-room.ts": 'import { room } from "@/models/room";\nimport { newId } from "@/lib/shared/ids.ts";\n',
		"lib/api/rooms.ts": 'import { Hono } from "hono";\nimport { x } from "@/lib/rooms/create-room";\n',
		"app/api/[...path]/route.ts": 'import { api } from "@/lib/api/rooms";\n',
		"server.ts": 'import { api } from "./lib/api/rooms.ts";\nconsole.log(process.argv);\n',
	};
	expect(violationsOf(files)).toEqual([]);
});

describe("an import that a layer does not allow is named with its rule", () => {
	const forbidden: [importing: string, statement: string, imported: string][] = [
		["components/rooms/list.tsx", 'import { room } from "@/models/room";', "models/room.ts"],
		["components/rooms/list.tsx", 'import type { Room } from "@/models/room";', "models/room.ts"],
		["components/rooms/list.tsx", 'import {\n\troom,\n} from "../../models/room.ts";', "models/room.ts"],
		["components/rooms/list.tsx", 'const room = await import("@/models/room");', "models/room.ts"],
		["components/rooms/list.tsx", 'type Room = typeof import("@/models/room");', "models/room.ts"],
		["components/rooms/list.tsx", 'export { room } from "@/models/room";', "models/room.ts"],
		["components/rooms/list.tsx", 'import "@/models/room";', "models/room.ts"],
		["lib/api/rooms.ts", 'import { room } from "@/models/room";', "models/room.ts"],
		["lib/client/api.ts", 'import { room } from "@/models/room";', "models/room.ts"],
		["lib/shared/ids.ts", 'import { room } from "@/models/room";', "models/room.ts"],
		["app/page.tsx", 'import { room } from "@/models/room";', "models/room.ts"],
	];
	test.each(forbidden)("%s: %s", (importing, statement, imported) => {
		const violations = violationsOf({ ...room, [importing]: `${statement}\n` });
		expect(violations).toHaveLength(1);
		expect(violations[0]).toContain(`${importing} → ${imported}: `);
	});
});

test("a domain may publish and enqueue, but not reach the gateway or the runner", () => {
	const files = {
		"lib/realtime/publish.ts": "export const publish = 1;\n",
		"lib/realtime/gateway.ts": "export const gateway = 1;\n",
		"lib/jobs/enqueue.ts": "export const enqueue = 1;\n",
		"lib/jobs/runner.ts": "export const runner = 1;\n",
	};
	const importing = (path: string) => ({ "lib/messages/send-message.ts": `import { x } from "@/${path}";\n` });
	expect(violationsOf({ ...files, ...importing("lib/realtime/publish") })).toEqual([]);
	expect(violationsOf({ ...files, ...importing("lib/jobs/enqueue.ts") })).toEqual([]);
	expect(violationsOf({ ...files, ...importing("lib/realtime/gateway.ts") })).toHaveLength(1);
	expect(violationsOf({ ...files, ...importing("lib/jobs/runner.ts") })).toHaveLength(1);
});

test("the client may import types of the API and no code of it", () => {
	const api = { "lib/api/app.ts": "export type Api = 1;\nexport const api = 1;\n" };
	const client = (statement: string) => ({ ...api, "lib/client/api.ts": `${statement}\n` });
	expect(violationsOf(client('import type { Api } from "../api/app.ts";'))).toEqual([]);
	expect(violationsOf(client('import { type Api } from "../api/app.ts";'))).toEqual([]);
	expect(violationsOf(client('import { type Api, api } from "../api/app.ts";'))).toEqual([
		"lib/client/api.ts → lib/api/app.ts: client may import only types of api.",
	]);
});

test("the page may import types of the schemas, and nothing that would bring Zod with it", () => {
	const schemas = { "lib/shared/schemas/user.ts": "export type User = 1;\nexport const userSchema = 1;\n" };
	const component = (statement: string) => ({ ...schemas, "components/people/face.tsx": `${statement}\n` });
	expect(violationsOf(component('import type { User } from "@/lib/shared/schemas/user";'))).toEqual([]);
	expect(violationsOf(component('import { userSchema } from "@/lib/shared/schemas/user";'))).toEqual([
		"components/people/face.tsx → lib/shared/schemas/user.ts: components may import only types of shapes.",
	]);
});

test("the API knows nothing of Next", () => {
	const violations = violationsOf({ "lib/api/app.ts": 'import { NextResponse } from "next/server";\n' });
	expect(violations).toEqual(["lib/api/app.ts → next/server: api must not import this package."]);
});

test("a circle of imports is named once, one of types is none", () => {
	const circle = {
		"lib/rooms/a.ts": 'import { b } from "./b.ts";\n',
		"lib/rooms/b.ts": 'import { c } from "./c.ts";\n',
		"lib/rooms/c.ts": 'import { a } from "./a.ts";\n',
	};
	expect(violationsOf(circle)).toEqual([
		"lib/rooms/a.ts → lib/rooms/b.ts → lib/rooms/c.ts → lib/rooms/a.ts: the imports go in a circle.",
	]);
	expect(violationsOf({ ...circle, "lib/rooms/c.ts": 'import type { A } from "./a.ts";\n' })).toEqual([]);
});

test("only the configuration reads the environment", () => {
	const reading = "export const port = process.env.PORT;\n";
	expect(violationsOf({ "lib/config.ts": reading })).toEqual([]);
	expect(violationsOf({ "lib/rooms/create-room.ts": reading })).toHaveLength(1);
	expect(violationsOf({ "server.ts": reading })).toHaveLength(2);
});

test("tests may import anything", () => {
	const files = { ...room, "lib/api/rooms.test.ts": 'import { room } from "@/models/room";\n' };
	expect(violationsOf(files)).toEqual([]);
});
