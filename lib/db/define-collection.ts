import type { Collection, CreateIndexesOptions, Document, IndexSpecification } from "mongodb";
import { collection, db } from "./client.ts";

export type Index = { key: IndexSpecification } & Omit<CreateIndexesOptions, "session">;
export type CollectionDefinition = { name: string; indexes: Index[] };

/**
 * A collection's name, type and indexes in one place.
 * @returns a function that gives the collection of the connected database, with the definition on it
 */
export function defineCollection<Doc extends Document>(
	name: string,
	indexes: Index[] = [],
): (() => Collection<Doc>) & { definition: CollectionDefinition } {
	return Object.assign(() => collection<Doc>(name), { definition: { name, indexes } });
}

/** Makes what is missing; an index that exists with other options is an error, not a silent difference. */
export async function ensureIndexes(definitions: CollectionDefinition[]): Promise<void> {
	const existing = new Set((await db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
	for (const { name, indexes } of definitions) {
		// Collections are made before they are written to: a transaction cannot make one beside another's creation.
		if (!existing.has(name)) await db().createCollection(name);
		for (const { key, ...options } of indexes) await db().collection(name).createIndex(key, options);
	}
}
