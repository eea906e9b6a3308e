import ipaddr from "ipaddr.js";
import { setting } from "../settings/settings.ts";

/** Whether the administrator named this host or address (SSRF_Allowlist), so that it may be inside. */
export function isExempt(hostOrAddress: string): boolean {
	return isNamed(hostOrAddress, setting("SSRF_Allowlist"));
}

/** @param list names, addresses and ranges, separated by commas: `wiki.internal, 10.1.0.0/16` */
export function isNamed(hostOrAddress: string, list: string): boolean {
	const entries = list.split(",").map((entry) => entry.trim().toLowerCase());
	const wanted = hostOrAddress.toLowerCase();
	if (!ipaddr.isValid(wanted)) return wanted !== "" && entries.includes(wanted);
	const address = ipaddr.process(wanted);
	return entries.some((entry) => {
		if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === address.toString();
		if (!ipaddr.isValidCIDR(entry)) return false;
		const [range, bits] = ipaddr.parseCIDR(entry);
		return range.kind() === address.kind() && address.match(range, bits);
	});
}

/** @param list ports, separated by commas */
export function ports(list: string): number[] {
	return list.split(",").map(Number);
}
