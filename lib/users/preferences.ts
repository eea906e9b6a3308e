import { users } from "@/models/user";
import { type Account, account, forgetAccount } from "../auth/accounts.ts";
import { presenceChanged } from "../presence/watchers.ts";
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
	if (change.doNotDisturbUntil !== undefined) presenceChanged(me._id);
	return preferences;
}

/** Takes "do not disturb" back where its time is over, so that others see it. @returns how many */
export async function endDoNotDisturb(): Promise<number> {
	const isOver = { "preferences.doNotDisturbUntil": { $lte: new Date().toISOString() } };
	const over = await users()
		.find(isOver, { projection: { _id: 1 } })
		.toArray();
	for (const { _id } of over) {
		// Only while it is over: he may have chosen another time meanwhile.
		await users().updateOne({ _id, ...isOver }, { $set: { "preferences.doNotDisturbUntil": null } });
		forgetAccount(_id);
		presenceChanged(_id);
	}
	return over.length;
}
