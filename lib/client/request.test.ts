import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientError, fieldsOf, isPassing } from "./errors.ts";
import { request, whenSignedOut } from "./request.ts";

const fetched = vi.fn<typeof fetch>();
beforeEach(() => void vi.stubGlobal("fetch", fetched));
afterEach(() => void vi.unstubAllGlobals());

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
	fetched.mockResolvedValueOnce(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
const refused = () => request("GET", "/api/rooms").catch((error: unknown) => error);

describe("a request", () => {
	test("sends JSON, leaves out what is not asked for, and gives the answer", async () => {
		answer(200, { id: "r1" });
		const query = { query: "sea", cursor: undefined, empty: "" };
		expect(await request("POST", "/api/rooms", { body: { name: "tides" }, query })).toEqual({ id: "r1" });
		const [url, init] = fetched.mock.lastCall ?? [];
		expect(url).toBe("/api/rooms?query=sea");
		expect(init).toMatchObject({
			method: "POST",
			body: '{"name":"tides"}',
			headers: { "Content-Type": "application/json" },
		});
	});

	test("gives nothing where the server answers nothing", async () => {
		answer(204, undefined);
		expect(await request("DELETE", "/api/rooms/r1")).toBeUndefined();
	});

	test("throws the server's code, words and fields", async () => {
		const fields = [{ path: "admin.password", code: "weak-password", message: "Too short." }];
		answer(422, { error: { code: "invalid-input", message: "Something is wrong.", details: { fields } } });
		const error = await refused();
		expect(error).toMatchObject({ code: "invalid-input", status: 422, message: "Something is wrong." });
		expect(fieldsOf(error)).toMatchObject([{ path: "admin.password", code: "weak-password" }]);
		expect(isPassing(error)).toBe(false);
	});

	test("that may be sent again says so, and when", async () => {
		answer(429, { error: { code: "rate-limited", message: "Wait." } }, { "Retry-After": "7" });
		const error = await refused();
		expect(isPassing(error)).toBe(true);
		expect(error).toMatchObject({ retryAfterMs: 7_000 });
	});

	test.each([
		["no connection", () => fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"))],
		["a proxy's page", () => fetched.mockResolvedValueOnce(new Response("<h1>Bad gateway</h1>", { status: 502 }))],
	])("%s is a server that could not be reached", async (_, happen) => {
		happen();
		const error = await refused();
		expect(error).toMatchObject({ code: "unreachable" });
		expect(isPassing(error)).toBe(true);
	});

	test("takes the answer that was asked for before the scripts were there, once", async () => {
		const early = { "/api/bootstrap": Promise.resolve(Response.json({ from: "early" })) };
		vi.stubGlobal("window", { parleyEarly: early });
		expect(await request("GET", "/api/bootstrap")).toEqual({ from: "early" });
		answer(200, { from: "now" });
		expect(await request("GET", "/api/bootstrap")).toEqual({ from: "now" });
	});

	test.each([
		["was refused", Response.json({}, { status: 503 })],
		["did not come", undefined],
	])("asks again when that answer %s", async (_, response) => {
		vi.stubGlobal("window", { parleyEarly: { "/api/bootstrap": Promise.resolve(response) } });
		answer(200, { from: "now" });
		expect(await request("GET", "/api/bootstrap")).toEqual({ from: "now" });
	});

	test("takes a refusal for an answer: it is not asked again", async () => {
		const refusal = Response.json({ error: { code: "not-signed-in", message: "Please sign in." } }, { status: 401 });
		vi.stubGlobal("window", { parleyEarly: { "/api/bootstrap": Promise.resolve(refusal) } });
		const asked = fetched.mock.calls.length;
		await expect(request("GET", "/api/bootstrap")).rejects.toMatchObject({ code: "not-signed-in" });
		expect(fetched.mock.calls.length).toBe(asked);
	});

	test("forgets what else was refused to nobody: it is asked for again by who has signed in", async () => {
		const refusal = () =>
			Response.json({ error: { code: "not-signed-in", message: "Please sign in." } }, { status: 401 });
		const early = { "/api/bootstrap": Promise.resolve(refusal()), "/api/me": Promise.resolve(refusal()) };
		vi.stubGlobal("window", { parleyEarly: early });
		await expect(request("GET", "/api/bootstrap")).rejects.toMatchObject({ code: "not-signed-in" });
		answer(200, { from: "now" });
		expect(await request("GET", "/api/me")).toEqual({ from: "now" });
	});

	test("does not take it for something else that has the same address", async () => {
		const early = { "/api/bootstrap": Promise.resolve(Response.json({ from: "early" })) };
		vi.stubGlobal("window", { parleyEarly: early });
		answer(200, { from: "now" });
		expect(await request("POST", "/api/bootstrap", { body: {} })).toEqual({ from: "now" });
	});

	test("tells that nobody is signed in any more", async () => {
		const signedOut = vi.fn();
		whenSignedOut(signedOut);
		answer(401, { error: { code: "not-signed-in", message: "Please sign in." } });
		expect(await refused()).toBeInstanceOf(ClientError);
		expect(signedOut).toHaveBeenCalledOnce();
	});
});
