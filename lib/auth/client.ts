/** What is known of the program at the other end. server.ts writes the address; nobody outside can. */
import ipaddr from "ipaddr.js";

/** Set by server.ts on each request, over whatever came in under this name. */
export const ADDRESS_HEADER = "x-parley-address";
/** "1" when the request comes from the machine itself: loopback address, loopback Host, nothing forwarded. */
export const LOCAL_HEADER = "x-parley-local";
/** "https" or "http", believed only from a trusted proxy. */
export const PROTOCOL_HEADER = "x-parley-protocol";

export function clientAddress(headers: Headers): string {
	return headers.get(ADDRESS_HEADER) ?? "unknown";
}

/** What an address counts as where attempts are limited: with IPv6 everybody has 2^64 of them, and counts by their network. */
export function limitedAs(address: string): string {
	if (!ipaddr.IPv6.isValid(address)) return address;
	const network = ipaddr.IPv6.parse(address).parts.slice(0, 4);
	return `${network.map((part) => part.toString(16)).join(":")}::/64`;
}

const MAX_DEVICE_LENGTH = 200;

/** Browser and system in words that people know, from the User-Agent; shown in the list of sessions. */
export function deviceOf(headers: Headers): string {
	const agent = headers.get("user-agent") ?? "";
	const browser = [
		[/Edg\//, "Edge"],
		[/OPR\//, "Opera"],
		[/Firefox\//, "Firefox"],
		[/Chrom(e|ium)\//, "Chrome"],
		[/Safari\//, "Safari"],
	].find(([pattern]) => pattern instanceof RegExp && pattern.test(agent))?.[1];
	const system = [
		[/iPhone|iPad/, "iOS"],
		[/Android/, "Android"],
		[/Windows/, "Windows"],
		[/Mac OS X/, "macOS"],
		[/CrOS/, "ChromeOS"],
		[/Linux/, "Linux"],
	].find(([pattern]) => pattern instanceof RegExp && pattern.test(agent))?.[1];
	if (browser && system) return `${browser} on ${system}`;
	return agent.slice(0, MAX_DEVICE_LENGTH) || "Unknown program";
}
