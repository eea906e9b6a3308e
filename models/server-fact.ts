import { defineCollection } from "../lib/db/define-collection.ts";

/** The few things of which there is one per installation, each under its own id. */
export type ServerFactDoc =
	| { _id: "setup"; at: Date; adminId: string }
	| { _id: "setup-code"; code: string }
	| { _id: "session-secret"; secret: string }
	/** How far messages from before there was a search are indexed; `after` is the id of the last one. */
	| { _id: "search-index"; after: string; done: boolean }
	| { _id: "migration-lock"; owner: string; expiresAt: Date };

export const serverFacts = defineCollection<ServerFactDoc>("serverFacts");
