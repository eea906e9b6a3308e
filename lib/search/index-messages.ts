import { messages } from "@/models/message";
import { serverFacts } from "@/models/server-fact";
import { termsOfMessage } from "./message-terms.ts";

const TOGETHER = 1_000;
/** A round of the job ends after this; the next one goes on where it ended. */
const ROUND_MS = 50_000;

/**
 * Makes messages searchable that were written before there was a search. It goes on where it ended, after a crash as well, and runs
 * beside the talk: the server need not wait for it.
 * @returns how many were indexed in this round
 */
export async function indexMessages(): Promise<number> {
	const fact = await serverFacts().findOne({ _id: "search-index" });
	let { after, done } = fact && "after" in fact ? fact : { after: "", done: false };
	const until = Date.now() + ROUND_MS;
	let indexed = 0;
	while (!done && Date.now() < until) {
		const found = await messages()
			.find(
				{ _id: { $gt: after } },
				{
					projection: {
						text: 1,
						authorId: 1,
						reactions: 1,
						files: 1,
						previews: 1,
						thread: 1,
						kind: 1,
						deletedAt: 1,
						terms: { $slice: 1 },
					},
				},
			)
			.sort({ _id: 1 })
			.limit(TOGETHER)
			.toArray();
		const missing = found.filter(({ kind, deletedAt, terms }) => kind === "text" && !deletedAt && !terms);
		if (missing.length > 0) {
			await messages().bulkWrite(
				missing.map((message) => ({
					updateOne: {
						// Edited or deleted meanwhile: that has done it, or nothing is to be found any more.
						filter: { _id: message._id, text: message.text, terms: { $exists: false } },
						update: { $set: { terms: termsOfMessage(message) } },
					},
				})),
				{ ordered: false },
			);
		}
		indexed += missing.length;
		after = found.at(-1)?._id ?? after;
		done = found.length < TOGETHER;
		await serverFacts().updateOne({ _id: "search-index" }, { $set: { after, done } }, { upsert: true });
	}
	return indexed;
}
