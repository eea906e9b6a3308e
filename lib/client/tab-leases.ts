import { type DBSchema, openDB } from "idb";
import { answered } from "./answered.ts";

type Lease = { holder: string; until: number };
type Schema = DBSchema & { leases: { key: string; value: Lease } };

/** For so long a tab holds a lease that it does not renew: it was closed, or put to sleep. */
export const LEASE_MS = 5_000;
const STORE = "leases";

let opened: ReturnType<typeof open> | undefined;

/**
 * Takes or renews what one tab of this browser holds at a time, for browsers without locks. In IndexedDB, whose transactions exclude
 * each other between tabs; what one tab writes to localStorage reaches another late.
 * @returns false while another tab holds it
 */
export async function takeLease(name: string, mine: string): Promise<boolean> {
	try {
		return await answered(tryToTake(name, mine));
	} catch {
		// Nothing can be kept here, so there is nothing to share with other tabs.
		return true;
	}
}

export async function giveBackLease(name: string, mine: string): Promise<void> {
	try {
		await answered(removeOwn(name, mine));
	} catch {
		// It runs out.
	}
}

async function tryToTake(name: string, mine: string): Promise<boolean> {
	const { store, done } = (await openOnce()).transaction(STORE, "readwrite");
	const lease = await store.get(name);
	const isFree = !lease || lease.holder === mine || lease.until <= Date.now();
	if (isFree) await store.put({ holder: mine, until: Date.now() + LEASE_MS }, name);
	await done;
	return isFree;
}

async function removeOwn(name: string, mine: string): Promise<void> {
	const { store, done } = (await openOnce()).transaction(STORE, "readwrite");
	if ((await store.get(name))?.holder === mine) await store.delete(name);
	await done;
}

function openOnce() {
	opened ??= open();
	return opened;
}

async function open() {
	return openDB<Schema>("parley-leases", 1, { upgrade: (db) => void db.createObjectStore(STORE) });
}
