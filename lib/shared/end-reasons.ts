/** Why a session is over. */
export const endReasons = [
	"logout",
	"ended",
	"password-changed",
	"account-disabled",
	"role-changed",
	"expired",
] as const;
export type EndReason = (typeof endReasons)[number];
