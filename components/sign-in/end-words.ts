import type { EndReason } from "@/lib/shared/events";

/** Why one has to sign in again. */
const words: Record<EndReason, string> = {
	logout: "You signed out.",
	ended: "This session was ended from another device. Sign in to go on.",
	"password-changed": "The password was changed. Sign in with the new one.",
	"account-disabled": "This account is disabled. Ask an administrator.",
	"role-changed": "Your rights on this server were changed. Sign in again to go on.",
	expired: "Your session is over. Sign in to go on where you were.",
};

export function endWords(reason: string | null): string | undefined {
	return reason !== null && Object.hasOwn(words, reason) ? words[reason as EndReason] : undefined;
}
