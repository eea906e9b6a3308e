import { expect, test } from "vitest";
import { isNamed } from "./exempt.ts";
import { isPublicAddress } from "./public-address.ts";

test("addresses of the internet are public", () => {
	for (const address of ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"]) {
		expect([address, isPublicAddress(address)]).toEqual([address, true]);
	}
});

test("nothing that lies inside is, however it is written", () => {
	const inside = [
		["this machine", "127.0.0.1", "127.8.9.1", "0.0.0.0", "::1", "::"],
		["its networks", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fc00::1", "fd12::1"],
		["its link", "169.254.1.1", "fe80::1", "fec0::1"],
		["a cloud's metadata", "169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254"],
		["many at once", "224.0.0.1", "255.255.255.255", "ff02::1"],
		["IPv4 in IPv6", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::7f00:1", "::127.0.0.1", "::ffff:0:127.0.0.1"],
		["NAT64", "64:ff9b::7f00:1", "64:ff9b::169.254.169.254", "64:ff9b:1::1"],
		["6to4 and Teredo", "2002:7f00:1::", "2001:0:7f00:1::"],
		[
			"for examples, tests and later",
			"192.0.2.1",
			"198.18.0.1",
			"198.51.100.1",
			"203.0.113.1",
			"240.0.0.1",
			"2001:db8::1",
		],
		["no address", "", "localhost", "256.1.1.1", "fe80::1%eth0"],
	];
	for (const [what, ...addresses] of inside) {
		for (const address of addresses) expect([what, address, isPublicAddress(address)]).toEqual([what, address, false]);
	}
});

test("an administrator's list names hosts, addresses and ranges, and nothing beside them", () => {
	const list = "wiki.internal, 10.1.2.3,10.8.0.0/16, fd00::/8";
	for (const named of ["wiki.internal", "WIKI.internal", "10.1.2.3", "10.8.77.1", "::ffff:10.1.2.3", "fd12::1"]) {
		expect([named, isNamed(named, list)]).toEqual([named, true]);
	}
	for (const other of [
		"internal",
		"x.wiki.internal",
		"wiki.internal.evil.example",
		"10.1.2.4",
		"10.9.0.1",
		"fe80::1",
		"",
	]) {
		expect([other, isNamed(other, list)]).toEqual([other, false]);
	}
	expect(isNamed("", "")).toBe(false);
});
