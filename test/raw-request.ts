/** A request as a program writes it that keeps to no browser's rules: any Host, any header, a body of unsaid length. */
import { type IncomingMessage, request } from "node:http";

export type RawAnswer = { status: number; headers: IncomingMessage["headers"]; body: string };
type Options = { method?: string; headers?: Record<string, string>; body?: string; chunked?: boolean };

export function rawRequest(
	url: string,
	{ method = "GET", headers = {}, body, chunked = false }: Options = {},
): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const length = body !== undefined && !chunked ? { "content-length": String(Buffer.byteLength(body)) } : {};
		const outgoing = request(url, { method, headers: { ...length, ...headers }, agent: false }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part: string) => {
				text += part;
			});
			response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
		});
		// A server that has answered need not read what is still being sent.
		outgoing.once("error", reject);
		if (chunked)
			for (let at = 0; at < (body ?? "").length; at += 60_000) outgoing.write((body ?? "").slice(at, at + 60_000));
		outgoing.end(chunked ? undefined : body);
	});
}
