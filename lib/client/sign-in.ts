/**
 * Signing in and out through next-auth's own two calls. `next-auth/react` does the same with a session cache that this page
 * does not need: who is signed in comes with `/api/bootstrap`.
 */
import type { ErrorCode } from "../shared/error-codes.ts";
import { isErrorCode } from "../shared/error-codes.ts";
import { logOut } from "./api.ts";
import { ClientError } from "./errors.ts";
import { keepChosenLanguage } from "./preferences.ts";

/** @throws ClientError with the reason, `invalid-credentials` above all */
export async function signIn(login: string, password: string, code = ""): Promise<void> {
	const answer = await post("/api/auth/callback/password", { login, password, code });
	const error = reasonIn(answer.url);
	// The page is his from here on, whatever becomes of its language.
	if (!error) return keepChosenLanguage().catch(() => {});
	const { retryAfterSeconds } = error;
	throw new ClientError(error.code, 401, undefined, retryAfterSeconds ? { retryAfterSeconds } : undefined);
}

/** Ends the session in the server (its sockets too), then takes the cookie away. */
export async function signOut(): Promise<void> {
	await logOut();
	await post("/api/auth/signout", {});
}

/** The reason stands in the address that next-auth would have sent the browser to. None: signed in. */
function reasonIn(url: string | undefined): { code: ErrorCode; retryAfterSeconds?: number } | undefined {
	if (!url || !URL.canParse(url, location.origin)) return { code: "internal-error" };
	const error = new URL(url, location.origin).searchParams.get("error");
	if (error === null) return undefined;
	// next-auth's own word for "authorize gave nobody".
	if (error === "CredentialsSignin") return { code: "invalid-credentials" };
	const [code = "", seconds] = error.split(" ");
	if (!isErrorCode(code)) return { code: "internal-error" };
	return seconds === undefined ? { code } : { code, retryAfterSeconds: Number(seconds) };
}

async function post(path: string, fields: Record<string, string>): Promise<{ url?: string }> {
	try {
		const { csrfToken } = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
		const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: location.origin, json: "true" });
		return await (await fetch(path, { method: "POST", body })).json();
	} catch {
		throw new ClientError("unreachable", 0);
	}
}
