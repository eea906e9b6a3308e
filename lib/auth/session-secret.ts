import { randomBytes } from "node:crypto";
import { serverFacts } from "@/models/server-fact";
import { isDuplicateKey } from "../db/client.ts";
import { forget, singleton } from "../singleton.ts";

/**
 * The key of the session cookies, the same for all processes and restarts: made once, kept in the database. It alone opens
 * nothing: a cookie also holds its session's token, of which the database keeps a hash only.
 */
export function sessionSecret(): Promise<string> {
	return singleton("session-secret", () =>
		read().catch((error: unknown) => {
			forget("session-secret");
			throw error;
		}),
	);
}

async function read(): Promise<string> {
	const kept = await serverFacts().findOne({ _id: "session-secret" });
	if (kept && "secret" in kept) return kept.secret;
	try {
		await serverFacts().insertOne({ _id: "session-secret", secret: randomBytes(32).toString("base64url") });
	} catch (error) {
		// Another process made it at the same moment: its one counts.
		if (!isDuplicateKey(error)) throw error;
	}
	return read();
}
