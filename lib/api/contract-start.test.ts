/** While the program is starting it answers, and says that it is not ready yet. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RawAnswer, rawRequest } from "../../test/raw-request.ts";
import { makeListener } from "./listener.ts";

let http: Server;
let url: string;
beforeAll(async () => {
	http = createServer(makeListener(() => undefined));
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => http.close(resolve)));

const post = (path: string, body: object): Promise<RawAnswer> =>
	rawRequest(`${url}${path}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});

test("before the database is there every call is 503, and says when to ask again", async () => {
	const answers = [
		await rawRequest(`${url}/api/server`),
		await rawRequest(`${url}/api/me`, { headers: { authorization: "Bearer x" } }),
		await rawRequest(`${url}/api/me`, { headers: { cookie: "next-auth.session-token=x" } }),
		await post("/api/login", { login: "bob", password: "a password" }),
	];
	for (const { status, body, headers } of answers) {
		expect([status, JSON.parse(body).error.code, headers["retry-after"]]).toEqual([503, "starting", "2"]);
	}
});

test("it lives, and is not ready", async () => {
	const [live, ready] = [await rawRequest(`${url}/api/health/live`), await rawRequest(`${url}/api/health/ready`)];
	expect([live.status, JSON.parse(live.body).status]).toEqual([200, "ok"]);
	expect([ready.status, JSON.parse(ready.body).status]).toEqual([503, "not-ready"]);
	for (const check of JSON.parse(ready.body).checks)
		expect(Object.keys(check)).toEqual(expect.arrayContaining(["id", "ok"]));
});

test("a page says that it comes back by itself", async () => {
	const { status, headers, body } = await rawRequest(`${url}/rooms/general`);
	expect([status, headers["content-type"], headers.refresh]).toEqual([503, "text/html; charset=utf-8", "2"]);
	expect(body).toContain("The server is starting.");
});
