import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { setting } from "../settings/settings.ts";
import { isParleyError, type ParleyError } from "../shared/errors.ts";
import { loginInputSchema } from "../shared/schemas/user.ts";
import { clientAddress, deviceOf } from "./client.ts";
import { COOKIE, SECURE_COOKIE } from "./cookie.ts";
import { sessionSecret } from "./session-secret.ts";
import { endSessionOfToken } from "./sessions.ts";
import { signIn } from "./sign-in.ts";

/**
 * next-auth keeps the page's cookie, and nothing else: the password is judged by `signIn`, and the cookie holds only the
 * token of a session record.
 * @param secure whether the page came by https: the cookie then carries the `__Secure-` prefix
 */
export async function nextAuthOptions(secure: boolean): Promise<NextAuthOptions> {
	return {
		secret: await sessionSecret(),
		session: { strategy: "jwt", maxAge: setting("Accounts_LoginExpiration") * 86_400 },
		useSecureCookies: secure,
		cookies: {
			sessionToken: {
				name: secure ? SECURE_COOKIE : COOKIE,
				options: { httpOnly: true, sameSite: "lax", path: "/", secure },
			},
		},
		pages: { signIn: "/login", signOut: "/login", error: "/login" },
		providers: [
			Credentials({
				id: "password",
				name: "Password",
				credentials: { login: {}, password: {}, code: {} },
				async authorize(credentials, request) {
					const headers = new Headers(request.headers as Record<string, string>);
					const { login, password, code } = credentials ?? {};
					const parsed = loginInputSchema.safeParse({ login, password, ...(code && { code }) });
					if (!parsed.success) throw new Error("invalid-credentials");
					try {
						const from = { address: clientAddress(headers), device: deviceOf(headers) };
						const { user, token } = await signIn(parsed.data, "page", from);
						return { id: user._id, sessionToken: token };
					} catch (error) {
						// The page gets the code in `error`, and how long to wait; anything else is the server's fault and stays in its log.
						throw isParleyError(error) ? new Error(reasonOf(error)) : error;
					}
				},
			}),
		],
		callbacks: {
			jwt({ token, user }) {
				if (user && "sessionToken" in user) return { sub: user.id, sessionToken: user.sessionToken };
				return token;
			},
		},
		events: {
			// Signing out is the end of the session, not only of the cookie: a copy of it must not go on.
			async signOut({ token }) {
				if (typeof token.sessionToken === "string") await endSessionOfToken(token.sessionToken, "logout");
			},
		},
		logger: { error: () => {}, warn: () => {}, debug: () => {} },
	};
}

/** `rate-limited 240`: all that next-auth carries to the page is one text. */
function reasonOf({ code, details }: ParleyError): string {
	return details?.retryAfterSeconds ? `${code} ${details.retryAfterSeconds}` : code;
}
