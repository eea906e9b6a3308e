import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { setting } from "../settings/settings.ts";
import { isExempt, ports } from "./exempt.ts";
import { isPublicAddress } from "./public-address.ts";
import { type ResolveName, resolveName } from "./resolve-name.ts";

/** All of it together: names, redirects, answers. */
const WITHIN_MS = 5_000;
const MOST_BYTES = 1_000_000;
const MOST_REDIRECTS = 5;
const MOST_ADDRESS_LENGTH = 2_000;

export type RefusedFetch =
	| "bad-address"
	| "port"
	| "not-public"
	| "unknown-name"
	| "redirects"
	| "status"
	| "type"
	| "encoded"
	| "too-large"
	| "failed";

/** Why nothing was fetched. `not-public`: it leads to where only this server could get. */
export class FetchError extends Error {
	override readonly name = "FetchError";
	constructor(readonly reason: RefusedFetch) {
		super(`Not fetched: ${reason}.`);
	}
}

export type Fetched = {
	/** Where the last redirect led. */
	url: string;
	/** In small letters, without parameters: `text/html`. */
	type: string;
	/** As the answer's head names it. */
	charset: string | undefined;
	body: Buffer;
};

export type Wanted = {
	/** `text/html`, `image/*`; anything else is refused before it is read. */
	types: string[];
	/** Of these what is too large is not refused: its beginning is enough. */
	cut?: string[];
	resolve?: ResolveName;
};

/**
 * Fetches what a person named: the one door to addresses from outside. Nothing of ours is sent, and nothing inside is reached: each name
 * is resolved once, all its addresses are checked, and the connection goes to exactly those; redirects go through the same.
 * @throws FetchError
 */
export async function fetchOutside(
	address: string,
	{ types, cut = [], resolve = resolveName }: Wanted,
): Promise<Fetched> {
	const signal = AbortSignal.timeout(WITHIN_MS);
	let url = parse(address);
	try {
		for (let followed = 0; followed <= MOST_REDIRECTS; followed++) {
			const response = await open(url, types, await addressesOf(url, resolve, signal), signal);
			const next = redirectOf(response);
			if (next === undefined) return await read(response, url, types, cut);
			response.destroy();
			url = parse(next, url);
		}
	} catch (error) {
		throw error instanceof FetchError ? error : new FetchError("failed");
	}
	throw new FetchError("redirects");
}

function parse(address: string, base?: URL): URL {
	if (address.length > MOST_ADDRESS_LENGTH || !URL.canParse(address, base)) throw new FetchError("bad-address");
	const url = new URL(address, base);
	const isWeb = url.protocol === "http:" || url.protocol === "https:";
	if (!isWeb || url.username !== "" || url.password !== "") throw new FetchError("bad-address");
	const port = Number(url.port) || (url.protocol === "http:" ? 80 : 443);
	if (!ports(setting("API_EmbedSafePorts")).includes(port)) throw new FetchError("port");
	return url;
}

/** One that is not public among them is one too many: which of them is taken is up to the network. */
async function addressesOf({ hostname }: URL, resolve: ResolveName, signal: AbortSignal): Promise<string[]> {
	const host = hostname.replace(/^\[|\]$/g, "");
	const addresses = isIP(host) ? [host] : await inTime(resolve(host, signal), signal);
	if (addresses.length === 0) throw new FetchError("unknown-name");
	const isAllowed = (address: string) => isPublicAddress(address) || isExempt(address);
	if (!isExempt(host) && !addresses.every(isAllowed)) throw new FetchError("not-public");
	return addresses;
}

function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
	return new Promise((resolve, reject) => {
		signal.addEventListener("abort", () => reject(new FetchError("failed")), { once: true });
		work.then(resolve, reject);
	});
}

function open(url: URL, types: string[], addresses: string[], signal: AbortSignal): Promise<IncomingMessage> {
	const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
	const lookup: LookupFunction = (_name, { all }, done) => {
		const [first = { address: "", family: 0 }] = pinned;
		if (all) done(null, pinned);
		else done(null, first.address, first.family);
	};
	const headers = {
		accept: types.join(", "),
		"accept-encoding": "identity",
		"user-agent": "Mozilla/5.0 (compatible; Parley; link preview)",
	};
	const request = url.protocol === "https:" ? requestSecure : requestPlain;
	return new Promise((resolve, reject) => {
		// Without an agent: no connection of another request is used again, and so no name of another request.
		request(url, { agent: false, lookup, headers, signal }, resolve).on("error", reject).end();
	});
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
	return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
}

async function read(response: IncomingMessage, url: URL, types: string[], cut: string[]): Promise<Fetched> {
	try {
		const { statusCode = 0, headers } = response;
		if (statusCode !== 200) throw new FetchError("status");
		const { type, charset } = contentType(headers["content-type"]);
		if (!isOneOf(type, types)) throw new FetchError("type");
		// What is small when it comes may be large when it is unpacked; it was asked for as it is.
		if ((headers["content-encoding"] ?? "identity") !== "identity") throw new FetchError("encoded");
		return { url: url.href, type, charset, body: await bytesOf(response, isOneOf(type, cut)) };
	} finally {
		response.destroy();
	}
}

async function bytesOf(response: IncomingMessage, isCut: boolean): Promise<Buffer> {
	if (!isCut && Number(response.headers["content-length"] ?? 0) > MOST_BYTES) throw new FetchError("too-large");
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MOST_BYTES) break;
	}
	if (size > MOST_BYTES && !isCut) throw new FetchError("too-large");
	return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

function contentType(header = ""): { type: string; charset: string | undefined } {
	const [type = ""] = header.split(";");
	const charset = /;\s*charset=["']?([\w.:-]{1,40})/i.exec(header)?.[1];
	return { type: type.trim().toLowerCase(), charset };
}

function isOneOf(type: string, list: string[]): boolean {
	return list.includes(type) || list.includes(`${type.split("/")[0]}/*`);
}
