import { type DBSchema, openDB } from "idb";
import { answered } from "./answered.ts";
import type { Pending } from "./outbox.ts";

/** Where messages wait that are written and not acknowledged. Each call rejects where the browser keeps nothing. */
export type Disk = {
	all: () => Promise<Pending[]>;
	put: (pending: Pending) => Promise<void>;
	remove: (id: string) => Promise<void>;
	clear: () => Promise<void>;
};

type Schema = DBSchema & { outbox: { key: string; value: Pending } };

const STORE = "outbox";

/** IndexedDB, one for each person: what somebody wrote is never sent or shown as another's who signs in after him. */
export function diskOf(personId: string): Disk {
	const opened = open(personId);
	opened.catch(() => {});
	return {
		all: () => answered(opened.then((db) => db.getAll(STORE))),
		put: (pending) => answered(opened.then(async (db) => void (await db.put(STORE, pending)))),
		remove: (id) => answered(opened.then((db) => db.delete(STORE, id))),
		clear: () => answered(opened.then((db) => db.clear(STORE))),
	};
}

async function open(personId: string) {
	return openDB<Schema>(`parley-${personId}`, 1, {
		upgrade: (db) => void db.createObjectStore(STORE, { keyPath: "id" }),
	});
}
