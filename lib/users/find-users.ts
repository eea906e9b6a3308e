import type { Filter } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { type Account, account } from "../auth/accounts.ts";
import { escapeRegExp } from "../rooms/find-rooms.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { User } from "../shared/schemas/user.ts";
import { profileFields } from "./profile-fields.ts";
import { viewUser } from "./view-user.ts";

export type PeopleQuery = {
	query?: string | undefined;
	/** Also by what stands in their profiles for everybody. */
	profile?: boolean | undefined;
	limit: number;
	cursor?: string | undefined;
};

/** Active people whose name, a word of it, or username begins so, by username. */
export async function findUsers(
	viewer: Account,
	{ query, profile = false, limit, cursor }: PeopleQuery,
): Promise<Page<User>> {
	const [after] = readCursor(cursor, 1);
	const words = foldName(query ?? "").trim();
	const filter: Filter<UserDoc> = {
		active: true,
		...(words && (profile ? { $or: [isNamed(words), tells(words)] } : isNamed(words))),
		...(after !== undefined && { usernameKey: { $gt: after } }),
	};
	const found = await users()
		.find(filter, { projection: { passwordHash: 0 } })
		.sort({ usernameKey: 1 })
		.limit(limit + 1)
		.toArray();
	const { items, nextCursor } = pageOf(found, limit, ({ usernameKey }) => [usernameKey]);
	return { items: items.map((person) => viewUser(person, viewer)), nextCursor };
}

function isNamed(words: string): Filter<UserDoc> {
	return { searchKeys: { $regex: `^${escapeRegExp(words)}` } };
}

/** In the fields that are public now: what is not must not be guessed by looking for it. */
function tells(words: string): Filter<UserDoc> {
	const shown = profileFields().filter((field) => field.public);
	return { fieldKeys: { $in: shown.map(({ name }) => new RegExp(`^${escapeRegExp(`${name}=${words}`)}`)) } };
}

/** @param idOrName an id, or `@` and a username. @throws ParleyError `user-not-found` */
export async function findUser(viewer: Account, idOrName: string): Promise<User> {
	const person = idOrName.startsWith("@")
		? await users().findOne({ usernameKey: foldName(idOrName.slice(1)) }, { projection: { passwordHash: 0 } })
		: await account(idOrName);
	if (!person) throw new ParleyError("user-not-found");
	return viewUser(person, viewer);
}
