import * as z from "zod";
import { boolean, integer, string } from "../define.ts";

/** `wiki.example, 10.0.0.0/8`; nothing means none. */
const hosts = z
	.string()
	.trim()
	.max(2_000)
	.regex(/^$|^[^\s,]+(\s*,\s*[^\s,]+)*$/);
const HOSTS = "hosts, addresses or ranges such as wiki.example, 10.1.2.3 or 10.0.0.0/8, separated by commas";

const portList = z
	.string()
	.trim()
	.max(200)
	.regex(/^\d{1,5}(\s*,\s*\d{1,5})*$/);

export const links = {
	id: "links",
	title: "Links",
	settings: {
		API_Embed: boolean({
			title: "Show what links lead to",
			help: "The server looks at web addresses in messages and shows title, text and a picture below. Nobody's browser asks the other site.",
			default: true,
		}),
		API_EmbedIgnoredHosts: string({
			title: "Links that are left out",
			help: "Hosts, addresses and ranges, separated by commas. What lies in the server's own network is never looked at in any case.",
			default: "",
			schema: hosts,
			accepts: HOSTS,
		}),
		API_EmbedSafePorts: string({
			title: "Ports that are asked",
			help: "Addresses with another port are not looked at.",
			default: "80, 443",
			schema: portList,
			accepts: "port numbers, separated by commas",
		}),
		API_EmbedCacheExpirationDays: integer({
			title: "Days that a preview is kept for new messages",
			help: "Then the page is looked at again. Messages that have one keep it.",
			default: 30,
			min: 1,
			max: 3_650,
		}),
		SSRF_Allowlist: string({
			title: "Inside addresses that may be asked",
			help: "Hosts, addresses and ranges, separated by commas. Whoever can write a message can make the server ask these: name only what all of them may see.",
			default: "",
			schema: hosts,
			accepts: HOSTS,
		}),
	},
};
