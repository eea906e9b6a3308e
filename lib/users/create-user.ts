import { type ClientSession, MongoServerError } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { checkNewPassword } from "../auth/password-policy.ts";
import { hashPassword } from "../auth/passwords.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { newId } from "../shared/ids.ts";

type Person = { name: string; username: string; email: string; password: string };

/**
 * The document of a new account; writes nothing.
 * @param path of the person's fields in the request (`admin.`), for errors
 * @throws ParleyError `invalid-input` with `weak-password`
 */
export async function prepareUser(person: Person, roles: string[], path = ""): Promise<UserDoc> {
	checkNewPassword(person.password, person, `${path}password`);
	return {
		_id: newId(),
		username: person.username,
		usernameKey: foldName(person.username),
		name: person.name,
		email: person.email,
		emailKey: foldName(person.email),
		emailVerified: false,
		passwordHash: await hashPassword(person.password),
		kind: roles.includes("guest") ? "guest" : "person",
		roles,
		active: true,
		chosenState: "auto",
		source: "local",
		searchKeys: searchKeysOf(person),
		createdAt: new Date(),
	};
}

/** @throws ParleyError `username-taken`, `email-taken` */
export async function insertUser(user: UserDoc, session?: ClientSession): Promise<void> {
	try {
		await users().insertOne(user, { ...(session && { session }) });
	} catch (error) {
		throw takenError(error) ?? error;
	}
}

/** What a collision of the unique indexes means to people; undefined for other errors. */
export function takenError(error: unknown): ParleyError | undefined {
	if (!(error instanceof MongoServerError) || error.code !== 11_000) return undefined;
	return new ParleyError(error.keyPattern?.emailKey ? "email-taken" : "username-taken");
}

export function searchKeysOf({ name, username }: { name: string; username: string }): string[] {
	const words = foldName(name).split(/[\s\p{P}]+/u);
	return [...new Set([foldName(username), foldName(name), ...words])].filter((word) => word !== "");
}
