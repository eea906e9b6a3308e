import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Context } from "hono";
import type { Content } from "../files/read-file.ts";
import { ParleyError } from "../shared/errors.ts";
import type { ByteRange } from "../storage/driver.ts";
import type { ApiEnv } from "./context.ts";

/**
 * Answers with the bytes of a file, or a part of them. The browser may keep them and, unless they never change, has to ask each time
 * whether it may still show them: who left the room may not. Nothing in a file can do anything in our name: it runs no script, and is saved unless harmless.
 * @throws ParleyError `range-not-satisfiable`
 */
export function sendContent(c: Context<ApiEnv>, content: Content): Response {
	const { name, type, size, tag, shown, neverChanges, read } = content;
	const etag = `"${tag}"`;
	c.header("ETag", etag);
	c.header("Cache-Control", neverChanges ? "private, max-age=31536000, immutable" : "private, no-cache");
	c.header("Accept-Ranges", "bytes");
	if (tagsIn(c.req.header("if-none-match")).includes(etag)) return c.body(null, 304);

	const range = rangeOf(c, etag, size);
	if (range === "none") {
		c.header("Content-Range", `bytes */${size}`);
		throw new ParleyError("range-not-satisfiable");
	}
	c.header("Content-Type", type.startsWith("text/") ? `${type}; charset=utf-8` : type);
	c.header("Content-Disposition", disposition(shown ? "inline" : "attachment", name));
	c.header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
	c.header("Cross-Origin-Resource-Policy", "same-origin");
	c.header("Content-Length", String(range ? range.end - range.start + 1 : size));
	if (range) c.header("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
	const status = range ? 206 : 200;
	if (c.req.method === "HEAD" || size === 0) return c.body(null, status);
	return c.body(Readable.toWeb(read(range)) as ReadableStream as globalThis.ReadableStream, status);
}

function tagsIn(header = ""): string[] {
	return header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
}

/** @returns undefined for all of it, also where the header is not understood; `none` where it lies outside */
function rangeOf(c: Context<ApiEnv>, etag: string, size: number): ByteRange | "none" | undefined {
	const condition = c.req.header("if-range");
	if (condition !== undefined && condition !== etag) return undefined;
	const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(c.req.header("range") ?? "") ?? [];
	if (first === "" && last === "") return undefined;
	const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
	if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
	return start > end ? "none" : { start, end };
}

/** The name twice: in letters that every program reads, and as it is (RFC 6266). */
function disposition(kind: "inline" | "attachment", name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
	const whole = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
