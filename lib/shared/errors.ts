/**
 * The one error type. Everything that may go wrong because of a person or a program outside has a code here;
 * `lib/api/errors.ts` renders it for HTTP, the socket gateway puts the code into `connect_error`.
 */

const table = {
	"bad-json": [400, "The request's body is not valid JSON."],
	"bad-form": [400, "The request's body is not a valid form with a file."],
	"not-signed-in": [401, "Please sign in."],
	"invalid-credentials": [401, "The name or the password is wrong."],
	"not-allowed": [403, "You are not allowed to do this."],
	"foreign-origin": [403, "This request comes from another site and was refused."],
	"setup-code-needed": [403, "Enter the one-time code that the server printed when it started."],
	"account-disabled": [403, "This account is disabled. Ask an administrator."],
	"registration-closed": [403, "Registration is closed. Ask an administrator for an account."],
	"not-a-member": [403, "Join the room to write in it."],
	"room-read-only": [403, "Only owners and moderators may write in this room."],
	"edit-too-late": [403, "The time for editing this message is over."],
	"delete-too-late": [403, "The time for deleting this message is over."],
	"no-such-route": [404, "There is nothing at this address."],
	"room-not-found": [404, "This room does not exist, or you may not see it."],
	"message-not-found": [404, "This message does not exist, or you may not see it."],
	"preview-not-found": [404, "This link has no preview, or you may not see it."],
	"file-not-found": [404, "This file does not exist, or you may not see it."],
	"emoji-not-found": [404, "There is no such emoji."],
	"avatar-not-found": [404, "This person does not have this picture."],
	"invite-not-found": [404, "This invitation does not exist, or no longer: ask for a new one."],
	"user-not-found": [404, "This person does not exist."],
	"member-not-found": [404, "This person is not a member of the room."],
	"session-not-found": [404, "This session does not exist."],
	"setting-not-found": [404, "This setting does not exist."],
	"method-not-allowed": [405, "This address does not answer this method."],
	"already-set-up": [409, "This server is set up already. Sign in instead."],
	"name-taken": [409, "There is a public room with this name already."],
	"emoji-name-taken": [409, "There is an emoji with this name already."],
	"too-many-emoji": [409, "This server has as many emoji of its own as it can have. Remove one first."],
	"username-taken": [409, "This username is taken."],
	"email-taken": [409, "This mail address is taken."],
	"room-archived": [409, "The room is archived. Unarchive it first."],
	"last-owner": [409, "A room needs an owner: make somebody else an owner first."],
	"last-administrator": [409, "The server needs an administrator."],
	"id-taken": [409, "This id is taken."],
	"setting-locked": [409, "This setting is fixed by the server's environment."],
	"too-many-pins": [409, "This room has as many pinned messages as it can have. Unpin one first."],
	"too-many-invites": [409, "This room has as many invitations as it can have. Revoke one first."],
	"uploads-off": [409, "Files cannot be sent here."],
	"too-many-reactions": [409, "This message has as many kinds of reactions as it can have."],
	"too-large": [413, "This is too large."],
	"unsupported-media-type": [415, "Send JSON, with the header Content-Type: application/json."],
	"file-type-refused": [415, "Files of this type are not taken here."],
	"not-an-image": [415, "This is not an image that can be shown. Take a PNG, JPEG, GIF, WebP or AVIF."],
	"range-not-satisfiable": [416, "The file has no such part."],
	"unknown-emoji": [422, "This is not an emoji."],
	"invalid-input": [422, "Something in the request is not right."],
	"rate-limited": [429, "Too many attempts. Please wait a moment."],
	"internal-error": [500, "Something went wrong on the server. Its log has the details."],
	starting: [503, "The server is starting. Please try again in a moment."],
	"database-away": [503, "The database cannot be reached. Please try again in a moment."],
	"too-busy": [503, "The server has too much to do. Please try again in a moment."],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof table;

export const errorCodes = Object.keys(table) as [ErrorCode, ...ErrorCode[]];

export function isErrorCode(code: string): code is ErrorCode {
	return Object.hasOwn(table, code);
}

export function statusOf(code: ErrorCode): number {
	return table[code][0];
}

/** The English text of a code; the page translates by the code. */
export function textOf(code: ErrorCode): string {
	return table[code][1];
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
