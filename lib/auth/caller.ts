import { ParleyError } from "../shared/errors.ts";
import { type Account, account } from "./accounts.ts";
import { limitedAs } from "./client.ts";
import { tokenFromCookies } from "./cookie.ts";
import { countCall, needCallsLeft } from "./rate-limits.ts";
import { findSession, type LiveSession } from "./sessions.ts";

/** Who asks: the same for HTTP and sockets. */
export type Caller = {
	account: Account;
	session: LiveSession;
	/** A cookie is sent by the browser whoever made the page; a Bearer token only by who knows it. */
	via: "cookie" | "bearer";
};

/**
 * @param credentials the headers of a request, or the handshake of a socket
 * @returns undefined when nobody is signed in: no credentials, or ones that do not hold (any more)
 */
export async function findCaller(credentials: {
	authorization?: string | null;
	cookie?: string | null;
}): Promise<Caller | undefined> {
	const bearer = /^Bearer ([A-Za-z0-9_\-.~+/=]{1,200})$/i.exec(credentials.authorization ?? "")?.[1];
	// A request that brings a token means that one, even when it is wrong: never silently somebody else's cookie.
	if (credentials.authorization && !bearer) return undefined;
	const token = bearer ?? (await tokenFromCookies(credentials.cookie));
	if (!token) return undefined;
	const session = await findSession(token);
	if (!session || (session.kind === "page") === (bearer !== undefined)) return undefined;
	const person = await account(session.userId);
	if (!person?.active) return undefined;
	return { account: person, session, via: bearer ? "bearer" : "cookie" };
}

/**
 * The one door of HTTP and sockets. Credentials that do not hold are counted by address, so that somebody who tries many is
 * turned away before the database is asked.
 * @throws ParleyError `not-signed-in`, `rate-limited`
 */
export async function admitCaller(credentials: Parameters<typeof findCaller>[0], address: string): Promise<Caller> {
	const who = `address:${limitedAs(address)}`;
	await needCallsLeft(who, "refused");
	const caller = await findCaller(credentials);
	if (caller) return caller;
	await countCall(who, "refused");
	throw new ParleyError("not-signed-in");
}
