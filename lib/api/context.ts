import type { Context } from "hono";
import type { Account } from "../auth/accounts.ts";
import type { Caller } from "../auth/caller.ts";
import { clientAddress, deviceOf, LOCAL_HEADER } from "../auth/client.ts";
import { ParleyError } from "../shared/errors.ts";

/** What the guards put beside a request. */
export type ApiEnv = { Variables: { caller?: Caller; requestId: string } };

/** Who asks; on routes that declare `signedIn()`. @throws ParleyError `not-signed-in` */
export function callerOf(c: Context<ApiEnv>): Caller {
	const caller = c.get("caller");
	if (!caller) throw new ParleyError("not-signed-in");
	return caller;
}

export function me(c: Context<ApiEnv>): Account {
	return callerOf(c).account;
}

/** The other end of the connection, as server.ts found it out. */
export function origin(c: Context<ApiEnv>): { address: string; device: string; isLocal: boolean } {
	const { headers } = c.req.raw;
	return { address: clientAddress(headers), device: deviceOf(headers), isLocal: headers.get(LOCAL_HEADER) === "1" };
}
