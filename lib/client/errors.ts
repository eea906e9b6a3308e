import { type ErrorCode, type ErrorDetails, type FieldError, isErrorCode, textOf } from "../shared/errors.ts";

/** What the server answered instead of what was asked for, or that it did not answer at all (`unreachable`). */
export class ClientError extends Error {
	override readonly name = "ClientError";
	constructor(
		readonly code: ErrorCode | "unreachable",
		/** 0 when there was no answer. */
		readonly status: number,
		message: string = sentenceOfCode(code),
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

/** One sentence for a person, whatever was thrown. */
export function sentenceOf(error: unknown): string {
	return error instanceof ClientError ? error.message : "Something went wrong on this page. Reload it and try again.";
}

export function sentenceOfCode(code: string): string {
	if (code === "unreachable") return "The server could not be reached. Check your connection and try again.";
	return isErrorCode(code) ? textOf(code) : "Something went wrong. Please try again.";
}

/** What is wrong with which field; nothing when the error is not about fields. */
export function fieldsOf(error: unknown): FieldError[] {
	return (error instanceof ClientError && error.details?.fields) || [];
}

/** What is wrong with which field: `{"admin.password": "…"}`. Empty when the error is not about fields. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
	return Object.fromEntries(fieldsOf(error).map((field) => [field.path, field.message]));
}
