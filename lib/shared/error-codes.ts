/** Everything that may go wrong because of a person or a program outside, with its HTTP status. The page has its own words for each. */
const statuses = {
	"bad-json": 400,
	"bad-form": 400,
	"not-signed-in": 401,
	"invalid-credentials": 401,
	"not-allowed": 403,
	"foreign-origin": 403,
	"setup-code-needed": 403,
	"account-disabled": 403,
	"registration-closed": 403,
	"not-a-member": 403,
	"room-read-only": 403,
	"edit-too-late": 403,
	"delete-too-late": 403,
	"no-such-route": 404,
	"room-not-found": 404,
	"message-not-found": 404,
	"preview-not-found": 404,
	"file-not-found": 404,
	"emoji-not-found": 404,
	"avatar-not-found": 404,
	"invite-not-found": 404,
	"user-not-found": 404,
	"member-not-found": 404,
	"session-not-found": 404,
	"setting-not-found": 404,
	"mail-not-found": 404,
	"link-not-found": 404,
	"method-not-allowed": 405,
	"already-set-up": 409,
	"password-reset-off": 409,
	"name-taken": 409,
	"emoji-name-taken": 409,
	"too-many-emoji": 409,
	"username-taken": 409,
	"email-taken": 409,
	"room-archived": 409,
	"last-owner": 409,
	"last-administrator": 409,
	"id-taken": 409,
	"setting-locked": 409,
	"too-many-pins": 409,
	"too-many-invites": 409,
	"uploads-off": 409,
	"too-many-reactions": 409,
	"too-large": 413,
	"unsupported-media-type": 415,
	"file-type-refused": 415,
	"not-an-image": 415,
	"range-not-satisfiable": 416,
	"unknown-emoji": 422,
	"invalid-input": 422,
	"rate-limited": 429,
	"internal-error": 500,
	starting: 503,
	"database-away": 503,
	"too-busy": 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof statuses;

export const errorCodes = Object.keys(statuses) as [ErrorCode, ...ErrorCode[]];

export function isErrorCode(code: string): code is ErrorCode {
	return Object.hasOwn(statuses, code);
}

export function statusOf(code: ErrorCode): number {
	return statuses[code];
}
