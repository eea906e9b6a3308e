import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type * as z from "zod";
import { isDatabaseAway } from "../health/check-database.ts";
import { log } from "../log.ts";
import { statusOf } from "../shared/error-codes.ts";
import { isParleyError, ParleyError } from "../shared/errors.ts";
import { fieldErrorsOf } from "../shared/field-errors.ts";
import type { ApiEnv } from "./context.ts";

/** The one renderer of errors: a code, a sentence, details; never a stack, a query or a path. */
export function renderError(error: unknown, c: Context<ApiEnv>): Response {
	const { code, message, details } = known(error, c);
	const headers: Record<string, string> = {};
	if (details?.retryAfterSeconds) headers["Retry-After"] = String(details.retryAfterSeconds);
	if (code === "starting" || code === "database-away" || code === "too-busy") headers["Retry-After"] = "2";
	return c.json(
		{ error: { code, message, ...(details && { details }) } },
		statusOf(code) as ContentfulStatusCode,
		headers,
	);
}

function known(error: unknown, c: Context<ApiEnv>): ParleyError {
	if (isParleyError(error)) return error;
	if (error instanceof HTTPException && error.status === 400) return new ParleyError("bad-json");
	if (isDatabaseAway(error)) {
		log().warn({ err: error, requestId: c.get("requestId") }, "The database is away.");
		return new ParleyError("database-away");
	}
	log().error({ err: error, requestId: c.get("requestId"), path: c.req.path }, "A request failed.");
	return new ParleyError("internal-error");
}

/** A request may hold more wrong fields than anybody will read; an answer is not longer than its request. */
const MOST_FIELDS = 100;

/** What a schema did not accept, field by field. */
export function inputError(error: z.core.$ZodError): ParleyError {
	return new ParleyError("invalid-input", { fields: error.issues.flatMap(fieldErrorsOf).slice(0, MOST_FIELDS) });
}
