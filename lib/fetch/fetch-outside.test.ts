/** The door to addresses from outside, against a server on this machine that means no good. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forget } from "../singleton.ts";
import { fetchOutside, type Wanted } from "./fetch-outside.ts";
import type { ResolveName } from "./resolve-name.ts";

/** Stands for a site in the internet: the administrator's list says so. */
const OUTSIDE = "127.0.0.2";
/** Inside: nobody may get there. */
const INSIDE = "127.0.0.1";

let outside: Server;
let inside: Server;
let port: number;
/** What the server inside was asked for. It must stay empty. */
let reached: string[] = [];
/** What the site does with a request. */
let answer: RequestListener = () => {};

beforeAll(async () => {
	outside = createServer((request, response) => answer(request, response));
	inside = createServer((request, response) => {
		reached.push(request.url ?? "");
		response.setHeader("content-type", "text/html").end("secret");
	});
	port = await listen(outside, 0, OUTSIDE);
	await listen(inside, port, INSIDE);
	Object.assign(process.env, {
		SETTING_SSRF_Allowlist: `${OUTSIDE}, trusted.example`,
		SETTING_API_EmbedSafePorts: `80, 443, ${port}`,
	});
	forget("config");
	forget("settings");
});
afterAll(() => {
	for (const server of [outside, inside]) {
		server.closeAllConnections();
		server.close();
	}
});
beforeEach(() => {
	reached = [];
	answer = (_, response) => response.setHeader("content-type", "text/html").end("hello");
});

function listen(server: Server, at: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(at, host, () => resolve((server.address() as AddressInfo).port));
	});
}

/** Names as the test says: each time the next of its answers, the last one for ever. */
function names(answers: Record<string, string[][]>): ResolveName & { asked: string[] } {
	const asked: string[] = [];
	const resolve: ResolveName = async (name) => {
		asked.push(name);
		const [first = [], ...rest] = answers[name] ?? [];
		if (rest.length > 0) answers[name] = rest;
		return first;
	};
	return Object.assign(resolve, { asked });
}

const site = names({ "site.example": [[OUTSIDE]] });

async function outcome(address: string, more: Partial<Wanted> = {}): Promise<string> {
	try {
		const { body } = await fetchOutside(address, { types: ["text/html", "image/*"], resolve: site, ...more });
		return body.toString();
	} catch (error) {
		return error instanceof Error && "reason" in error ? String(error.reason) : String(error);
	}
}

test("what is outside is fetched, without telling it more than what is wanted", async () => {
	let asked: Record<string, unknown> = {};
	answer = ({ headers }, response) => {
		asked = headers;
		response.setHeader("content-type", "Text/HTML; charset=ISO-8859-1").end("hello");
	};
	const fetched = await fetchOutside(`http://site.example:${port}/a?b#c`, { types: ["text/html"], resolve: site });
	expect(fetched).toEqual({
		url: `http://site.example:${port}/a?b#c`,
		type: "text/html",
		charset: "ISO-8859-1",
		body: Buffer.from("hello"),
	});
	expect(Object.keys(asked).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
});

test("what is inside is not, by whatever address", async () => {
	const direct = [
		`http://127.0.0.1:${port}/`,
		`http://2130706433:${port}/`,
		`http://0x7f.1:${port}/`,
		`http://0177.0.0.1:${port}/`,
		`http://127.1:${port}/`,
		`http://[::1]:${port}/`,
		`http://[::ffff:127.0.0.1]:${port}/`,
		`http://[64:ff9b::7f00:1]:${port}/`,
		`http://0.0.0.0:${port}/`,
		"http://169.254.169.254/latest/meta-data/",
		"http://10.0.0.1/",
		"http://[fd00:ec2::254]/",
	];
	for (const address of direct) expect([address, await outcome(address)]).toEqual([address, "not-public"]);
	expect(reached).toEqual([]);
});

test("nor by a name that leads there, alone or among others", async () => {
	const resolve = names({
		"local.example": [[INSIDE]],
		"both.example": [["93.184.216.34", INSIDE]],
		"none.example": [],
	});
	expect(await outcome(`http://local.example:${port}/`, { resolve })).toBe("not-public");
	expect(await outcome(`http://both.example:${port}/`, { resolve })).toBe("not-public");
	expect(await outcome(`http://none.example:${port}/`, { resolve })).toBe("unknown-name");
	expect(reached).toEqual([]);
});

test("nor by a name that resolves anew: it is asked for once, and the connection goes to what was checked", async () => {
	const resolve = names({ "rebind.example": [[OUTSIDE], [INSIDE]] });
	expect(await outcome(`http://rebind.example:${port}/`, { resolve })).toBe("hello");
	expect(resolve.asked).toEqual(["rebind.example"]);
	answer = (_, response) => response.writeHead(302, { location: `http://rebind.example:${port}/again` }).end();
	const once = names({ "rebind.example": [[OUTSIDE], [INSIDE]] });
	expect(await outcome(`http://rebind.example:${port}/`, { resolve: once })).toBe("not-public");
	expect(reached).toEqual([]);
});

test("nor by a redirect, and redirects end", async () => {
	const targets = [
		[`http://127.0.0.1:${port}/`, "not-public"],
		[`http://[::1]:${port}/`, "not-public"],
		["http://169.254.169.254/latest/meta-data/", "not-public"],
		[`//127.0.0.1:${port}/`, "not-public"],
		["http://site.example:22/", "port"],
		["file:///etc/passwd", "bad-address"],
		["ftp://site.example/", "bad-address"],
		["/for-ever", "redirects"],
	];
	for (const [location = "", reason] of targets) {
		answer = (_, response) => response.writeHead(302, { location }).end();
		expect([location, await outcome(`http://site.example:${port}/`)]).toEqual([location, reason]);
	}
	answer = ({ url }, response) => {
		if (url === "/there") response.setHeader("content-type", "text/html").end("there");
		else response.writeHead(301, { location: "/there" }).end();
	};
	expect(await outcome(`http://site.example:${port}/`)).toBe("there");
	expect(reached).toEqual([]);
});

test("an administrator may name a host that is inside", async () => {
	const resolve = names({ "trusted.example": [[INSIDE]], "other.example": [[INSIDE]] });
	expect(await outcome(`http://trusted.example:${port}/wiki`, { resolve })).toBe("secret");
	expect(await outcome(`http://other.example:${port}/wiki`, { resolve })).toBe("not-public");
	expect(reached).toEqual(["/wiki"]);
});

test("only web addresses, without a name and password, at the ports that are named", async () => {
	const refused = [
		["ftp://site.example/", "bad-address"],
		["javascript:alert(1)", "bad-address"],
		[`http://me:pass@site.example:${port}/`, "bad-address"],
		[`http://site.example:${port}/${"a".repeat(2_000)}`, "bad-address"],
		["no address", "bad-address"],
		["http://site.example:22/", "port"],
		["https://site.example:8443/", "port"],
	];
	for (const [address = "", reason] of refused) expect([address, await outcome(address)]).toEqual([address, reason]);
});

test("too large is refused, or cut where its beginning is enough; other types, packed and failed answers are nothing", async () => {
	const large = Buffer.alloc(1_500_000, "a");
	answer = (_, response) => response.setHeader("content-type", "text/html").end(large);
	const address = `http://site.example:${port}/`;
	expect(await outcome(address)).toBe("too-large");
	expect((await outcome(address, { cut: ["text/html"] })).length).toBe(1_000_000);
	// Without saying how large it is, and without an end.
	answer = (_, response) => {
		response.setHeader("content-type", "image/png");
		const timer = setInterval(() => response.write(large), 5);
		response.on("close", () => clearInterval(timer));
	};
	expect(await outcome(address)).toBe("too-large");
	const heads: [Record<string, string>, number, string][] = [
		[{ "content-type": "application/pdf" }, 200, "type"],
		[{}, 200, "type"],
		[{ "content-type": "text/html", "content-encoding": "gzip" }, 200, "encoded"],
		[{ "content-type": "text/html" }, 404, "status"],
		[{ "content-type": "text/html" }, 500, "status"],
	];
	for (const [headers, status, reason] of heads) {
		answer = (_, response) => response.writeHead(status, headers).end("x");
		expect([reason, await outcome(address)]).toEqual([reason, reason]);
	}
});

test("who answers slowly is waited for five seconds, with all redirects and names", { timeout: 20_000 }, async () => {
	const address = `http://site.example:${port}/`;
	const slow: [string, () => Promise<string>][] = [
		["no answer", () => outcome(address)],
		["a byte now and then", () => outcome(`${address}drip`)],
		["a name that is never known", () => outcome(address, { resolve: () => new Promise(() => {}) })],
	];
	answer = ({ url }, response) => {
		if (url !== "/drip") return;
		response.setHeader("content-type", "text/html");
		const timer = setInterval(() => response.write("a"), 50);
		response.on("close", () => clearInterval(timer));
	};
	const began = Date.now();
	const outcomes = await Promise.all(slow.map(async ([what, ask]) => [what, await ask()]));
	expect(outcomes).toEqual(slow.map(([what]) => [what, "failed"]));
	expect(Date.now() - began).toBeGreaterThan(4_000);
});
