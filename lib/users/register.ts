import { users } from "@/models/user";
import { recordAudit } from "../audit/record-audit.ts";
import { countRegistration } from "../auth/attempts.ts";
import { log } from "../log.ts";
import { joinDefaultRooms } from "../rooms/join-room.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import type { RegistrationInput } from "../shared/schemas/user.ts";
import { insertUser, prepareUser } from "./create-user.ts";
import { isSetUp } from "./set-up.ts";

/**
 * Makes an account for whoever asks, where that is open.
 * @throws ParleyError `registration-closed`, `username-taken`, `email-taken`, `invalid-input`, `rate-limited`
 */
export async function register(input: RegistrationInput, address: string): Promise<{ status: "active" }> {
	if (setting("Accounts_RegistrationForm") !== "Public" || !(await isSetUp()))
		throw new ParleyError("registration-closed");
	await countRegistration(address);
	// Asked before the password is hashed: a name that is taken should not cost a tenth of a second.
	if (await users().findOne({ usernameKey: foldName(input.username) })) throw new ParleyError("username-taken");
	const user = await prepareUser(input, ["user"]);
	await insertUser(user);
	await recordAudit({ actorId: user._id, action: "account.registered", target: user._id, address });
	// The account is there: a room that is just being deleted must not make it look as if it were not.
	await joinDefaultRooms(user).catch((error: unknown) =>
		log().warn({ err: error }, "A new person is not in all default rooms."),
	);
	return { status: "active" };
}
