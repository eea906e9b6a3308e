import { defineCollection } from "../lib/db/define-collection.ts";

/** A running process of this installation; it shows every few seconds that it lives. */
export type ServerProcessDoc = { _id: string; startedAt: Date; aliveAt: Date };

export const serverProcesses = defineCollection<ServerProcessDoc>("serverProcesses", [
	{ key: { aliveAt: 1 }, expireAfterSeconds: 120 },
]);
