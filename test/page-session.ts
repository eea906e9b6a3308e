/** The session of a browser's page, as next-auth's cookie carries it. */
import { encode } from "next-auth/jwt";
import { sessionSecret } from "../lib/auth/session-secret.ts";
import { createSession } from "../lib/auth/sessions.ts";

export type PageSession = { id: string; token: string; value: string };

/** @param secret another one makes a forgery */
export async function pageSession(userId: string, secret?: string): Promise<PageSession> {
	const { token, session } = await createSession(userId, "page", { device: "Firefox on Linux", address: "127.0.0.1" });
	const value = await encode({
		token: { sub: userId, sessionToken: token },
		secret: secret ?? (await sessionSecret()),
	});
	return { id: session._id, token, value };
}

/** A `Cookie` header with it. */
export function cookie({ value }: PageSession, name = "next-auth.session-token"): string {
	return `theme=dark; ${name}=${value}; lang=en`;
}
