import { expect, test } from "vitest";
import { deviceOf, limitedAs } from "./client.ts";

test("an IPv6 address counts as its network, however it is written; an IPv4 address as itself", () => {
	expect(limitedAs("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
	expect(limitedAs("2001:0db8:0001:0002:ffff:ffff:ffff:ffff")).toBe("2001:db8:1:2::/64");
	expect(limitedAs("2001:db8:1:3::1")).not.toBe(limitedAs("2001:db8:1:2::1"));
	expect(limitedAs("192.0.2.7")).toBe("192.0.2.7");
	expect(limitedAs("unknown")).toBe("unknown");
});

test("a device is called by its browser and system, or by what the program calls itself", () => {
	const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
	expect(deviceOf(new Headers({ "user-agent": firefox }))).toBe("Firefox on Linux");
	expect(deviceOf(new Headers({ "user-agent": "curl/8.5" }))).toBe("curl/8.5");
	expect(deviceOf(new Headers())).toBe("Unknown program");
});
