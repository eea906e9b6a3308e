import { threads } from "@/models/thread";

/**
 * Takes numbers of a thread for replies that are about to be written, and notes that its message will have to be counted anew.
 * A number that is taken and not used leaves a gap, which nobody sees: replies are counted, not subtracted.
 * @returns the first of `count` numbers
 */
export async function takeThreadNumbers(threadId: string, roomId: string, count: number): Promise<number> {
	const thread = await threads().findOneAndUpdate(
		{ _id: threadId },
		{ $inc: { lastSeq: count }, $set: { staleSince: new Date() }, $setOnInsert: { roomId } },
		{ upsert: true, returnDocument: "after" },
	);
	if (!thread) throw new Error("A thread is there once it was written.");
	return thread.lastSeq - count + 1;
}
