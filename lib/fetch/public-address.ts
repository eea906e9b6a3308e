import ipaddr from "ipaddr.js";

/** Of the addresses that count as public those that answer only who is inside: a cloud's own services. */
const METADATA = new Set(["168.63.129.16"]);

/** The part of IPv6 that is given out for the internet. Whatever lies outside of it is local, or another address in disguise. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address lies in the internet: not this machine, not a network behind it, not a cloud's metadata, and none of those written
 * as another one (IPv4 in IPv6, NAT64, 6to4, Teredo).
 * @param address what is no address is not public
 */
export function isPublicAddress(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	// `::ffff:1.2.3.4` is judged as what it stands for.
	const parsed = ipaddr.process(address);
	if (METADATA.has(parsed.toString())) return false;
	if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false;
	return parsed.range() === "unicast";
}
