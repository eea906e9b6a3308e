/** The page's session cookie, which next-auth writes: here it is read. */
import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { singleton } from "../singleton.ts";
import { sessionSecret } from "./session-secret.ts";

export const COOKIE = "next-auth.session-token";
export const SECURE_COOKIE = `__Secure-${COOKIE}`;

/** Decoding costs 0.1 ms: the result is remembered by the cookie's hash. What it names is looked up each time. */
const REMEMBERED = 10_000;

/** @returns the session's token, or undefined for a cookie that is missing, foreign or expired */
export async function tokenFromCookies(header: string | null | undefined): Promise<string | undefined> {
	const value = sessionCookie(header ?? "");
	if (!value) return undefined;
	const remembered = singleton("cookies", () => new Map<string, { token: string; expiresAt: number }>());
	const key = createHash("sha256").update(value).digest("base64url");
	const known = remembered.get(key);
	if (known) return known.expiresAt > Date.now() ? known.token : undefined;
	try {
		const claims = await decode({ token: value, secret: await sessionSecret() });
		if (typeof claims?.sessionToken !== "string") return undefined;
		const expiresAt = typeof claims.exp === "number" ? claims.exp * 1_000 : 0;
		const [oldest] = remembered.size >= REMEMBERED ? remembered.keys() : [];
		if (oldest) remembered.delete(oldest);
		remembered.set(key, { token: claims.sessionToken, expiresAt });
		return claims.sessionToken;
	} catch {
		return undefined;
	}
}

/** next-auth cuts a big cookie into `.0`, `.1`, … */
function sessionCookie(header: string): string | undefined {
	const cookies = parseCookies(header);
	for (const name of [SECURE_COOKIE, COOKIE]) {
		const whole = cookies.get(name);
		if (whole) return whole;
		let value = "";
		for (let part = 0; cookies.has(`${name}.${part}`); part++) value += cookies.get(`${name}.${part}`) ?? "";
		if (value) return value;
	}
	return undefined;
}

function parseCookies(header: string): Map<string, string> {
	return new Map(
		header.split(";").flatMap((part): [string, string][] => {
			const at = part.indexOf("=");
			return at > 0 ? [[part.slice(0, at).trim(), part.slice(at + 1).trim()]] : [];
		}),
	);
}
