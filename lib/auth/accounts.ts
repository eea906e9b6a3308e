/** Accounts as every request needs them, from memory: who it is, what he may do, whether he is still let in. */
import type { WithId } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { cachesAreCurrent, onChange } from "../db/change-stream.ts";
import { loadTogether } from "../db/load-together.ts";
import { foldName } from "../shared/fold-name.ts";
import { singleton } from "../singleton.ts";

/** Without the password's hash: what is in memory may end up in a log or a dump. */
export type Account = Omit<UserDoc, "passwordHash">;

type Cached = { account: Account; checkedAt: number };

const BELIEVED_WITHOUT_STREAM_MS = 500;
const REMEMBERED = 50_000;

function cache(): Map<string, Cached> {
	return singleton("accounts", () => new Map());
}

/** Where to look for a username; what is found there decides. */
function idsByName(): Map<string, string> {
	return singleton("account-ids-by-name", () => new Map());
}

/** Counts what was forgotten: a reading that began before must not be remembered after it, or it would be believed for ever. */
function forgotten(): { times: number } {
	return singleton("accounts-forgotten", () => ({ times: 0 }));
}

type Listener = (account: Account) => void;

function listeners(): Listener[] {
	return singleton("account-listeners", () => []);
}

/** Hears of accounts that another process or this one changed. */
export function onAccountChanged(listener: Listener): void {
	listeners().push(listener);
}

export function watchAccounts(): void {
	onChange("users", {
		changed: ({ id, doc }) => {
			const known = cache().has(id);
			forgetAccount(id);
			if (doc && known) for (const listener of listeners()) listener(withoutHash(doc as WithId<UserDoc>));
		},
		missed: () => {
			forgotten().times++;
			cache().clear();
		},
	});
}

export async function account(id: string): Promise<Account | undefined> {
	const [found] = await accounts([id]);
	return found;
}

/** The accounts of these ids, in no order; ids of nobody are left out. One query for all that are not in memory. */
export async function accounts(ids: Iterable<string>): Promise<Account[]> {
	const found: Account[] = [];
	const missing: string[] = [];
	const now = Date.now();
	const current = cachesAreCurrent();
	for (const id of new Set(ids)) {
		const cached = cache().get(id);
		if (cached && (current || now - cached.checkedAt < BELIEVED_WITHOUT_STREAM_MS)) found.push(cached.account);
		else missing.push(id);
	}
	if (missing.length === 0) return found;
	const { times } = forgotten();
	const docs = await readAccounts(missing);
	for (const doc of docs) {
		found.push(doc);
		if (forgotten().times !== times) continue;
		remember(doc, now);
	}
	return found;
}

/**
 * The accounts of these folded usernames, in no order; names of nobody are left out. One query for all that are not in memory,
 * also for those who ask at the same time: this is on the path of a message.
 */
export async function accountsByUsername(keys: string[]): Promise<Account[]> {
	const found: Account[] = [];
	const missing: string[] = [];
	const now = Date.now();
	const current = cachesAreCurrent();
	for (const key of keys) {
		const cached = cache().get(idsByName().get(key) ?? "");
		// The name may be another's by now; the account in memory tells.
		const isHis = cached?.account.usernameKey === key;
		if (isHis && (current || now - cached.checkedAt < BELIEVED_WITHOUT_STREAM_MS)) found.push(cached.account);
		else missing.push(key);
	}
	if (missing.length === 0) return found;
	const { times } = forgotten();
	const load = (wanted: string[]) =>
		users()
			.find({ usernameKey: { $in: wanted } }, { projection: { passwordHash: 0 } })
			.toArray();
	const read = missing.map((key) => loadTogether<Account>("accounts-by-name", key, load, (doc) => doc.usernameKey));
	const docs = (await Promise.all(read)).flat();
	if (forgotten().times === times) for (const doc of docs) remember(doc, now);
	return [...found, ...docs];
}

function remember(account: Account, now: number): void {
	if (cache().size >= REMEMBERED) {
		cache().clear();
		idsByName().clear();
	}
	cache().set(account._id, { account, checkedAt: now });
	idsByName().set(account.usernameKey, account._id);
}

/** From the database, in one query for all who ask at the same time: after a restart nobody is in memory. */
async function readAccounts(ids: string[]): Promise<Account[]> {
	const load = (wanted: string[]) =>
		users()
			.find({ _id: { $in: wanted } }, { projection: { passwordHash: 0 } })
			.toArray();
	return (await Promise.all(ids.map((id) => loadTogether<Account>("accounts", id, load, ({ _id }) => _id)))).flat();
}

/** For operations that change an account: this process need not wait for the change stream. */
export function forgetAccount(id: string): void {
	forgotten().times++;
	cache().delete(id);
}

/** By username or mail address, folded; with the password's hash, straight from the database. */
export function findForSignIn(login: string): Promise<UserDoc | null> {
	const key = foldName(login);
	return users().findOne(key.includes("@") ? { emailKey: key } : { usernameKey: key });
}

function withoutHash({ passwordHash: _, ...rest }: UserDoc): Account {
	return rest;
}
