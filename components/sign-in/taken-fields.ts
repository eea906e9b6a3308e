import { ClientError } from "@/lib/client/errors";

/** A name or an address that somebody else has is said beside its field. */
export function takenFields(error: unknown): Record<string, string> {
	if (!(error instanceof ClientError)) return {};
	if (error.code === "username-taken") return { username: error.message };
	return error.code === "email-taken" ? { email: error.message } : {};
}
