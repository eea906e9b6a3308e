import { defineCollection } from "../lib/db/define-collection.ts";
import type { Preferences } from "../lib/shared/schemas/preferences.ts";
import type { chosenStates } from "../lib/shared/states.ts";

/** A person's picture, square, as WebP in several sizes. */
export type AvatarDoc = {
	/** Another one for each picture: its address may be kept for ever. */
	version: string;
	storage: "GridFS" | "FileSystem";
	pictures: { px: number; key: string; bytes: number }[];
};

export type UserDoc = {
	_id: string;
	username: string;
	/** Folded: unique, and what `@name` is looked up by. */
	usernameKey: string;
	name: string;
	email?: string;
	emailKey?: string;
	emailVerified: boolean;
	/** argon2id in PHC form; absent for accounts that sign in elsewhere. */
	passwordHash?: string;
	kind: "person" | "bot" | "guest";
	roles: string[];
	active: boolean;
	bio?: string;
	/** By the names of the setting Accounts_CustomFields; what is no longer there is kept and not shown. */
	fields?: Record<string, string>;
	/** `name=word` of those, folded, for search by prefix. */
	fieldKeys?: string[];
	avatar?: AvatarDoc;
	chosenState: (typeof chosenStates)[number];
	statusText?: string;
	statusEmoji?: string;
	statusUntil?: Date;
	/** Only what was chosen; the rest is as `defaultPreferences` says. */
	preferences?: Partial<Preferences>;
	source: "local";
	/** Folded words of name and username, for search by prefix. */
	searchKeys: string[];
	createdAt: Date;
};

export const users = defineCollection<UserDoc>("users", [
	{ key: { usernameKey: 1 }, unique: true },
	{ key: { emailKey: 1 }, unique: true, partialFilterExpression: { emailKey: { $exists: true } } },
	{ key: { searchKeys: 1 } },
	{ key: { fieldKeys: 1 }, sparse: true },
	{ key: { roles: 1 } },
	{
		key: { "preferences.doNotDisturbUntil": 1 },
		partialFilterExpression: { "preferences.doNotDisturbUntil": { $type: "string" } },
	},
]);
