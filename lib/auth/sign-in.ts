import type { SessionDoc } from "@/models/session";
import type { UserDoc } from "@/models/user";
import { recordAudit } from "../audit/record-audit.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { findForSignIn } from "./accounts.ts";
import { openSignInAttempt } from "./attempts.ts";
import { verifyPassword } from "./passwords.ts";
import { createSession } from "./sessions.ts";

type SignIn = { login: string; password: string };
type From = { address: string; device: string };

/**
 * The one way in with a password, for the page and for programs.
 * @throws ParleyError `invalid-credentials` alike for a wrong name and a wrong password, `account-disabled` only to who
 *   knows the password, `rate-limited`
 */
export async function signIn(
	{ login, password }: SignIn,
	kind: SessionDoc["kind"],
	from: From,
): Promise<{ user: UserDoc; token: string; session: SessionDoc }> {
	const user = await findForSignIn(login);
	const attempt = await openSignInAttempt(foldName(login), from.address);
	// An empty password is never asked about: some directories take it for an anonymous sign-in.
	const right = (await verifyPassword(user?.passwordHash, password)) && password !== "";
	if (!user || !right) {
		await recordAudit({ action: "sign-in.failed", address: from.address, ...(user && { target: user._id }) });
		await attempt.failed();
		throw new ParleyError("invalid-credentials");
	}
	await attempt.succeeded([user.usernameKey, ...(user.emailKey ? [user.emailKey] : [])]);
	if (!user.active) throw new ParleyError("account-disabled");
	const { token, session } = await createSession(user._id, kind, from);
	await recordAudit({ actorId: user._id, action: "sign-in", target: session._id, address: from.address });
	return { user, token, session };
}
