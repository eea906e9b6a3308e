import { defineCollection } from "../lib/db/define-collection.ts";

/** What the sockets of one person in one process amount to. */
export type ConnectionStateDoc = { _id: string; processId: string; userId: string; state: "online" | "away" };

export const connectionStates = defineCollection<ConnectionStateDoc>("connectionStates", [
	{ key: { processId: 1 } },
	{ key: { userId: 1 } },
]);
