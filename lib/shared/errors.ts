/**
 * The one error type. Everything that may go wrong because of a person or a program outside has a code here;
 * `lib/api/errors.ts` renders it for HTTP, the socket gateway puts the code into `connect_error`.
 */
import type { ErrorCode } from "./error-codes.ts";

const texts: Record<ErrorCode, string> = {
	"bad-json": "The request's body is not valid JSON.",
	"bad-form": "The request's body is not a valid form with a file.",
	"not-signed-in": "Please sign in.",
	"invalid-credentials": "The name or the password is wrong.",
	"not-allowed": "You are not allowed to do this.",
	"foreign-origin": "This request comes from another site and was refused.",
	"setup-code-needed": "Enter the one-time code that the server printed when it started.",
	"account-disabled": "This account is disabled. Ask an administrator.",
	"registration-closed": "Registration is closed. Ask an administrator for an account.",
	"not-a-member": "Join the room to write in it.",
	"room-read-only": "Only owners and moderators may write in this room.",
	"edit-too-late": "The time for editing this message is over.",
	"delete-too-late": "The time for deleting this message is over.",
	"no-such-route": "There is nothing at this address.",
	"room-not-found": "This room does not exist, or you may not see it.",
	"message-not-found": "This message does not exist, or you may not see it.",
	"preview-not-found": "This link has no preview, or you may not see it.",
	"file-not-found": "This file does not exist, or you may not see it.",
	"emoji-not-found": "There is no such emoji.",
	"avatar-not-found": "This person does not have this picture.",
	"invite-not-found": "This invitation does not exist, or no longer: ask for a new one.",
	"user-not-found": "This person does not exist.",
	"member-not-found": "This person is not a member of the room.",
	"session-not-found": "This session does not exist.",
	"setting-not-found": "This setting does not exist.",
	"mail-not-found": "This mail does not exist, or was sent already.",
	"password-reset-off": "Passwords are not replaced by mail here. Ask an administrator.",
	"link-not-found": "This link does not work any more: it was used, or its time is over. Ask for a new one.",
	"method-not-allowed": "This address does not answer this method.",
	"already-set-up": "This server is set up already. Sign in instead.",
	"name-taken": "There is a public room with this name already.",
	"emoji-name-taken": "There is an emoji with this name already.",
	"too-many-emoji": "This server has as many emoji of its own as it can have. Remove one first.",
	"username-taken": "This username is taken.",
	"email-taken": "This mail address is taken.",
	"room-archived": "The room is archived. Unarchive it first.",
	"last-owner": "A room needs an owner: make somebody else an owner first.",
	"last-administrator": "The server needs an administrator.",
	"id-taken": "This id is taken.",
	"setting-locked": "This setting is fixed by the server's environment.",
	"too-many-pins": "This room has as many pinned messages as it can have. Unpin one first.",
	"too-many-invites": "This room has as many invitations as it can have. Revoke one first.",
	"uploads-off": "Files cannot be sent here.",
	"too-many-reactions": "This message has as many kinds of reactions as it can have.",
	"too-large": "This is too large.",
	"unsupported-media-type": "Send JSON, with the header Content-Type: application/json.",
	"file-type-refused": "Files of this type are not taken here.",
	"not-an-image": "This is not an image that can be shown. Take a PNG, JPEG, GIF, WebP or AVIF.",
	"range-not-satisfiable": "The file has no such part.",
	"unknown-emoji": "This is not an emoji.",
	"invalid-input": "Something in the request is not right.",
	"rate-limited": "Too many attempts. Please wait a moment.",
	"internal-error": "Something went wrong on the server. Its log has the details.",
	starting: "The server is starting. Please try again in a moment.",
	"database-away": "The database cannot be reached. Please try again in a moment.",
	"too-busy": "The server has too much to do. Please try again in a moment.",
};

/** The English text of a code; the page translates by the code. */
export function textOf(code: ErrorCode): string {
	return texts[code];
}

/** One field of a request that was not accepted. `path` is dotted: `admin.password`. */
export type FieldError = {
	path: string;
	code: string;
	/** In English. The page makes its own sentence of the code, the reason and the values. */
	message: string;
	/** What the code leaves open: a password is weak because it is `too-short`, `own-name` or `common`. */
	reason?: string;
	values?: Record<string, number>;
};

export type ErrorDetails = { fields?: FieldError[]; methods?: string[]; retryAfterSeconds?: number };

export class ParleyError extends Error {
	override readonly name = "ParleyError";
	constructor(
		readonly code: ErrorCode,
		readonly details?: ErrorDetails,
		message: string = textOf(code),
	) {
		super(message);
	}
}

/** By name, not by class: Next and server.ts hold two instances of this module in one process. */
export function isParleyError(error: unknown): error is ParleyError {
	return error instanceof Error && error.name === "ParleyError" && "code" in error;
}

export function invalidField(
	path: string,
	code: string,
	message: string,
	more: Pick<FieldError, "reason" | "values"> = {},
): ParleyError {
	return new ParleyError("invalid-input", { fields: [{ path, code, message, ...more }] }, message);
}
