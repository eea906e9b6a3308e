import { defineCollection } from "../lib/db/define-collection.ts";

/** The few things of which there is one per installation, each under its own id. */
export type ServerFactDoc =
	| { _id: "setup"; at: Date; adminId: string }
	| { _id: "setup-code"; code: string }
	| { _id: "session-secret"; secret: string }
	/** How far messages from before there was a search are indexed; `after` is the id of the last one. */
	| { _id: "search-index"; after: string; done: boolean }
	| { _id: LockName; owner: string; expiresAt: Date };

type LockName = "migration-lock" | "mail-sender-lock";

export const serverFacts = defineCollection<ServerFactDoc>("serverFacts");

/**
 * Takes or renews what one process holds at a time; it runs out by itself when the process dies.
 * @returns false while another owner holds it
 */
export async function takeLock(name: LockName, owner: string, forMs: number): Promise<boolean> {
	const now = new Date();
	try {
		await serverFacts().updateOne(
			{ _id: name, $or: [{ owner }, { expiresAt: { $lt: now } }] },
			{ $set: { owner, expiresAt: new Date(now.getTime() + forMs) } },
			{ upsert: true },
		);
		return true;
	} catch (error) {
		// Somebody else holds it: the upsert collides with his document.
		if (error instanceof Error && "code" in error && error.code === 11_000) return false;
		throw error;
	}
}

export async function giveBackLock(name: LockName, owner: string): Promise<void> {
	await serverFacts().deleteOne({ _id: name, owner });
}
