import { messages } from "@/models/message";
import { threads } from "@/models/thread";
import { change } from "../messages/room-queue.ts";
import { byHas } from "../search/message-terms.ts";
import { isParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

/** Faces beside the count; whoever wrote last comes first. */
const PARTICIPANTS_SHOWN = 5;
/** What a crash left stale is found after this. */
const LEFT_AFTER_MS = 30_000;

/**
 * Writes onto the message of a thread how many replies it has, when the last one came and who wrote. Counted from the replies
 * themselves, so that doing it again does no harm; many calls at once are two.
 */
export async function refreshThread(threadId: string): Promise<void> {
	const running = singleton("thread-refreshes", () => new Map<string, { again: boolean; done: Promise<void> }>());
	const now = running.get(threadId);
	if (now) {
		now.again = true;
		return now.done;
	}
	const run = { again: false, done: Promise.resolve() };
	running.set(threadId, run);
	run.done = (async () => {
		try {
			do {
				run.again = false;
				await refresh(threadId);
			} while (run.again);
		} finally {
			running.delete(threadId);
		}
	})();
	return run.done;
}

async function refresh(threadId: string): Promise<void> {
	const thread = await threads().findOne({ _id: threadId });
	if (!thread) return;
	const replies = await messages()
		.aggregate<{ _id: string; count: number; lastAt: Date }>([
			{ $match: { threadId, deletedAt: { $exists: false } } },
			{ $group: { _id: "$authorId", count: { $sum: 1 }, lastAt: { $max: "$at" } } },
			{ $sort: { lastAt: -1 } },
		])
		.toArray();
	const count = replies.reduce((sum, author) => sum + author.count, 0);
	const lastAt = replies[0]?.lastAt;
	const participants = replies.slice(0, PARTICIPANTS_SHOWN).map(({ _id }) => _id);
	// One that is not indexed yet is left to the index: with this term alone it would be taken for indexed.
	const isIndexed = await messages().findOne({ _id: threadId, terms: { $exists: true } }, { projection: { _id: 1 } });
	const term = isIndexed && { terms: byHas("thread") };
	await change(
		thread.roomId,
		threadId,
		lastAt
			? { $set: { thread: { count, lastAt, participants } }, ...(term && { $addToSet: term }) }
			: { $unset: { thread: true }, ...(term && { $pull: term }) },
	).catch((error: unknown) => {
		// Its message is deleted: the replies are still there for who follows them.
		if (!isParleyError(error) || error.code !== "message-not-found") throw error;
	});
	// Only if no reply came meanwhile: another process may have counted fewer and written later.
	const { matchedCount } = await threads().updateOne(
		{ _id: threadId, lastSeq: thread.lastSeq },
		{ $unset: { staleSince: true } },
	);
	if (matchedCount === 0) await refresh(threadId);
}

/** Finishes what a crash left between a reply and its count. @returns how many threads */
export async function refreshStaleThreads(): Promise<number> {
	const stale = await threads()
		.find({ staleSince: { $lt: new Date(Date.now() - LEFT_AFTER_MS) } })
		.toArray();
	for (const { _id } of stale) await refreshThread(_id);
	return stale.length;
}
