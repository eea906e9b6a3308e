import type { ErrorCode } from "../shared/error-codes.ts";
import type { ErrorDetails, FieldError } from "../shared/errors.ts";

/** What the server answered instead of what was asked for, or that it did not answer at all (`unreachable`). */
export class ClientError extends Error {
	override readonly name = "ClientError";
	constructor(
		readonly code: ErrorCode | "unreachable",
		/** 0 when there was no answer. */
		readonly status: number,
		/** For the log of the browser; people get a sentence of the code. */
		message: string = code,
		readonly details?: ErrorDetails,
		/** From the header Retry-After. */
		readonly retryAfterMs?: number,
	) {
		super(message);
	}
}

/** Whether the same request may well be answered later: no answer, too many requests, a server that starts or restarts. */
export function isPassing(error: unknown): boolean {
	return error instanceof ClientError && (error.code === "unreachable" || error.status === 429 || error.status === 503);
}

/** What is wrong with which field; nothing when the error is not about fields. */
export function fieldsOf(error: unknown): FieldError[] {
	return (error instanceof ClientError && error.details?.fields) || [];
}
