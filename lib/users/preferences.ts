import { users } from "@/models/user";
import { type Account, account, forgetAccount } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { defaultPreferences, type Preferences, type PreferencesChange } from "../shared/schemas/preferences.ts";

export function preferencesOf({ preferences }: Account): Preferences {
	return { ...defaultPreferences, ...preferences };
}

/** Changes what is named and tells the person's other devices. */
export async function changePreferences(me: Account, change: PreferencesChange): Promise<Preferences> {
	const set = Object.fromEntries(Object.entries(change).map(([name, value]) => [`preferences.${name}`, value]));
	if (Object.keys(set).length > 0) await users().updateOne({ _id: me._id }, { $set: set });
	forgetAccount(me._id);
	const preferences = preferencesOf((await account(me._id)) ?? me);
	publish({ user: me._id }, "preferences:changed", { preferences });
	return preferences;
}
