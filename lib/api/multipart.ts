import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { ParleyError } from "../shared/errors.ts";

/** A part of a form, as it comes: who reads its content sets the pace. */
export type FormFile = { name: string; content: Readable };

/** What stands around the file in a request: names, borders. */
const FORM_BYTES = 10_000;
const LIMITS = { files: 1, fields: 5, parts: 6, fieldSize: 1_000, headerPairs: 20, headerSize: 8_000 };

/**
 * The file of a form, before its bytes are there. Its content fails where the form does, or the connection.
 * @param field the name of its part
 * @throws ParleyError `unsupported-media-type` for what is no such form, `too-large` where its length says so, `bad-form`
 */
export function readFormFile(request: Request, field: string, mostBytes: number): Promise<FormFile> {
	const type = request.headers.get("content-type") ?? "";
	if (!/^multipart\/form-data\s*;/i.test(type) || !request.body)
		throw new ParleyError("unsupported-media-type", undefined, "Send a form (multipart/form-data).");
	if (Number(request.headers.get("content-length") ?? 0) > mostBytes + FORM_BYTES) throw new ParleyError("too-large");
	const form = parser({ "content-type": type });
	const body = Readable.fromWeb(request.body as ReadableStream);
	return new Promise((resolve, reject) => {
		let file: Readable | undefined;
		const fail = () => {
			body.unpipe(form);
			reject(new ParleyError("bad-form"));
			// Without an end of its own it would be waited for.
			if (file && !file.readableEnded) file.destroy(new ParleyError("bad-form"));
		};
		form.on("file", (name, content, fileName) => {
			// It may fail before anybody reads it, and an error that nobody hears ends the program.
			content.on("error", () => {});
			if (name !== field || file) return void content.resume();
			file = content;
			// What nobody reads any more is not taken in; the listener of requests deals with the rest.
			content.on("close", () => !content.readableEnded && body.unpipe(form));
			resolve({ name: fileName, content });
		});
		form.on("error", fail);
		form.on("finish", fail);
		body.on("error", fail);
		body.pipe(form);
	});
}

function parser(headers: BusboyHeaders): BusboyInstance {
	try {
		return new Busboy({ headers, limits: LIMITS });
	} catch {
		throw new ParleyError("bad-form");
	}
}
