import type { MiddlewareHandler } from "hono";
import { ParleyError } from "../shared/errors.ts";
import { MAX_JSON_BYTES, MAX_JSON_DEPTH } from "../shared/limits.ts";
import type { ApiEnv } from "./context.ts";

/** Addresses that take a form with a file, which their routes read as it comes. */
const WITH_FILE = [/^POST \/api\/rooms\/[^/]+\/files$/, /^PUT \/api\/me\/avatar$/, /^PUT \/api\/emoji\/[^/]+$/];

export function takesFile(method: string | undefined, path: string): boolean {
	return WITH_FILE.some((pattern) => pattern.test(`${method} ${path}`));
}

/**
 * Takes JSON bodies in, before any schema sees them: type, size, syntax and depth.
 * @throws ParleyError `unsupported-media-type`, `too-large`, `bad-json`
 */
export const jsonBody: MiddlewareHandler<ApiEnv> = async (c, next) => {
	const { method, raw } = c.req;
	if (method === "GET" || method === "HEAD" || method === "OPTIONS") return next();
	const length = c.req.header("content-length");
	const hasBody = (length !== undefined && length !== "0") || c.req.header("transfer-encoding") !== undefined;
	if (!hasBody || takesFile(method, c.req.path)) return next();
	if (Number(length ?? 0) > MAX_JSON_BYTES) throw new ParleyError("too-large");
	if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
		throw new ParleyError("unsupported-media-type");
	const text = length === undefined ? await readLimited(raw) : await raw.text();
	check(text);
	// The validators below read from here; the request's own stream is used up.
	Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
	return next();
};

/** A body that does not say its length is counted while it comes. */
async function readLimited(request: Request): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > MAX_JSON_BYTES) throw new ParleyError("too-large");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function check(text: string): void {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new ParleyError("bad-json");
	}
	if (depth(value, MAX_JSON_DEPTH) > MAX_JSON_DEPTH) throw new ParleyError("bad-json");
}

/** How deep a value is nested, looking no deeper than one beyond `most`. */
function depth(value: unknown, most: number): number {
	if (typeof value !== "object" || value === null) return 0;
	if (most < 0) return 1;
	let deepest = 0;
	// Not by spreading into Math.max: half a million arguments are more than the stack holds.
	for (const inner of Object.values(value)) deepest = Math.max(deepest, depth(inner, most - 1));
	return 1 + deepest;
}
