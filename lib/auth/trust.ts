/**
 * What a request says of where it comes from, and what of that is believed. Runs on every request before anything else
 * reads it: headers that only we may write are written here, over whatever came in under their names.
 */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { config } from "../config.ts";
import { ADDRESS_HEADER, LOCAL_HEADER, PROTOCOL_HEADER } from "./client.ts";

const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function writeTrustedHeaders(request: IncomingMessage): void {
	const { headers, socket } = request;
	const peer = parse(socket.remoteAddress);
	const believed = peer !== undefined && isTrusted(peer);
	const address = believed ? clientBehind(peer, headers["x-forwarded-for"]) : peer;
	const encrypted = believed && first(headers["x-forwarded-proto"]) === "https";
	const host = (believed && first(headers["x-forwarded-host"])) || headers.host;
	const isLocal =
		peer?.range() === "loopback" &&
		LOOPBACK_HOST.test(headers.host ?? "") &&
		FORWARDED.every((name) => headers[name] === undefined);

	for (const name of FORWARDED) delete headers[name];
	headers[ADDRESS_HEADER] = address?.toString() ?? "unknown";
	headers[LOCAL_HEADER] = isLocal ? "1" : "0";
	headers[PROTOCOL_HEADER] = encrypted ? "https" : "http";
	// next-auth builds its addresses from these two.
	headers["x-forwarded-proto"] = headers[PROTOCOL_HEADER];
	if (host) {
		headers.host = host;
		headers["x-forwarded-host"] = host;
	}
	// What web-standard Requests are made of: it has to say the same as `headers`.
	request.rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
		[value ?? []].flat().flatMap((one) => [name, one]),
	);
}

/** From the nearest proxy outwards: the first address that is not a trusted proxy's is the client's. */
function clientBehind(
	peer: ipaddr.IPv4 | ipaddr.IPv6,
	header: string | string[] | undefined,
): ipaddr.IPv4 | ipaddr.IPv6 {
	const chain = [header ?? []].flat().join(",").split(",");
	let client = peer;
	for (const text of chain.reverse()) {
		const address = parse(text.trim());
		if (!address) return client;
		client = address;
		if (!isTrusted(address)) return client;
	}
	return client;
}

function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
	return config().trustProxy.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits));
}

/** IPv4 addresses that came in IPv6 form count as IPv4. */
function parse(text: string | undefined): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
	return text && ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

function first(header: string | string[] | undefined): string | undefined {
	return [header ?? []].flat()[0]?.split(",")[0]?.trim();
}
