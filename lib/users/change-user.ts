import { users } from "@/models/user";
import { recordAudit } from "../audit/record-audit.ts";
import { type Account, account } from "../auth/accounts.ts";
import { ParleyError } from "../shared/errors.ts";
import type { FieldsChange, User } from "../shared/schemas/user.ts";
import { tellOfChange } from "./change-me.ts";
import { changedFields } from "./profile-fields.ts";
import { viewUser } from "./view-user.ts";

/**
 * An administrator changes what stands in somebody's profile, also where its owner may not.
 * @throws ParleyError `user-not-found`, `invalid-input` at one of the `fields`
 */
export async function changeUser(
	actor: Account,
	id: string,
	{ fields }: { fields: FieldsChange },
	address: string,
): Promise<User> {
	const person = await users().findOne({ _id: id });
	if (!person) throw new ParleyError("user-not-found");
	const { set, unset } = changedFields(person, fields, "administrator");
	await users().updateOne({ _id: id }, { $set: set, $unset: unset });
	await tellOfChange(id);
	// Not what was written: whoever reads the log may not be one who sees it in the profile.
	const names = Object.keys(fields);
	await recordAudit({ actorId: actor._id, address, action: "account.fields-changed", target: id, after: names });
	return viewUser((await account(id)) ?? person, actor);
}
