import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ParleyError } from "../shared/errors.ts";

/** All of what comes in, for what is small enough to be held. @throws ParleyError `too-large` */
export async function readSmall(content: Readable, mostBytes: number): Promise<Buffer> {
	let size = 0;
	content.on("data", (chunk: Buffer) => {
		size += chunk.length;
		if (size > mostBytes) content.destroy(new ParleyError("too-large"));
	});
	return buffer(content);
}
