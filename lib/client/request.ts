/** The one place that calls our API (signing in talks to next-auth: `sign-in.ts`). All else uses the functions of `api.ts`. */

import { EARLY } from "../shared/early.ts";
import { type ErrorCode, isErrorCode } from "../shared/error-codes.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import { ClientError } from "./errors.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Query = Record<string, string | number | boolean | undefined>;
type Options = { body?: unknown; query?: Query; signal?: AbortSignal | undefined };

/** A request that hangs longer than this counts as not answered; whoever asked may ask again. */
const TIMEOUT_MS = 20_000;
const EARLY_BELIEVED_FOR_MS = 15_000;

let onSignedOut: () => void = () => {};

/** Called whenever the server says that nobody is signed in. */
export function whenSignedOut(listener: () => void): void {
	onSignedOut = listener;
}

/** Accepted; no content. */
const NOTHING_SAID = [202, 204];

/** @throws ClientError */
export async function request<Answer>(method: Method, path: string, options: Options = {}): Promise<Answer> {
	const early = method === "GET" ? await takeEarly(path + search(options.query)) : undefined;
	const response = early ?? (await send(method, path, options));
	if (!response.ok) throw await refusal(response);
	// The shapes are the server's promise (lib/shared/schemas), checked by its own tests and not again for each answer.
	return (NOTHING_SAID.includes(response.status) ? undefined : await response.json()) as Answer;
}

/**
 * What was asked for before the scripts were there, once: whoever asks a second time wants to know what is now. Only within the first
 * moments, before the socket is there: what is pushed later is not in it.
 */
async function takeEarly(path: string): Promise<Response | undefined> {
	const early = typeof window === "undefined" ? undefined : window[EARLY];
	const answer = early?.[path];
	if (!early || !answer) return undefined;
	delete early[path];
	if (performance.now() > EARLY_BELIEVED_FOR_MS) return undefined;
	const response = await answer;
	// Nobody was signed in. Who signs in a moment later would be sent away again by what else was refused then.
	if (response?.status === 401) delete window[EARLY];
	// A refusal is an answer too; a server that is not ready is asked again.
	return response && response.status < 500 ? response : undefined;
}

async function send(method: Method, path: string, { body, query, signal }: Options): Promise<Response> {
	const timeout = AbortSignal.timeout(TIMEOUT_MS);
	try {
		return await fetch(path + search(query), {
			method,
			signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
			cache: "no-store",
			// Sent as the page is left: it goes on without the page.
			keepalive: method === "DELETE",
			...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
		});
	} catch (error) {
		if (signal?.aborted) throw error;
		throw new ClientError("unreachable", 0);
	}
}

function search(query: Query = {}): string {
	const given = Object.entries(query).flatMap(([name, value]) =>
		value === undefined || value === "" ? [] : [[name, String(value)]],
	);
	return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

async function refusal(response: Response): Promise<ClientError> {
	const body = await response.json().catch(() => undefined);
	return refusalOf(response.status, body, response.headers.get("Retry-After"));
}

/** What the server's answer means for whoever asked. @param body parsed; undefined when it is no JSON */
export function refusalOf(status: number, body: unknown, retryAfter: string | null): ClientError {
	const { code, message, details } = errorIn(body);
	if (code === "not-signed-in") onSignedOut();
	// A proxy before a server that is away answers in its own words.
	if (!code) return new ClientError(status >= 500 ? "unreachable" : "internal-error", status);
	return new ClientError(code, status, message, details, retryAfterMs(retryAfter));
}

function errorIn(body: unknown): { code?: ErrorCode; message?: string; details?: ErrorDetails } {
	const error = (body as { error?: { code?: string; message?: string; details?: ErrorDetails } } | undefined)?.error;
	if (typeof error?.code !== "string" || !isErrorCode(error.code)) return {};
	return {
		code: error.code,
		...(error.message ? { message: error.message } : {}),
		...(error.details ? { details: error.details } : {}),
	};
}

function retryAfterMs(retryAfter: string | null): number | undefined {
	const seconds = Number(retryAfter ?? Number.NaN);
	return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
