import { messages } from "@/models/message";
import { isParleyError } from "../shared/errors.ts";
import { change } from "./room-queue.ts";

/** Of what is quoted more often the newest are told of; the others are true when they are read again. */
const MOST_TOLD = 100;

/**
 * A message was edited or deleted: what quotes it in other rooms counts as changed too. Whoever reads there need not be in its own room,
 * and would go on seeing what it said.
 */
export async function tellQuoting({ _id, roomId }: { _id: string; roomId: string }): Promise<void> {
	const quoting = await messages()
		.find(
			{ "quoteOf.id": _id, roomId: { $ne: roomId }, deletedAt: { $exists: false } },
			{ projection: { roomId: 1 }, sort: { _id: -1 }, limit: MOST_TOLD },
		)
		.toArray();
	await Promise.all(quoting.map((message) => touch(message.roomId, message._id)));
}

/** Nothing, where it was deleted meanwhile. */
async function touch(roomId: string, id: string): Promise<void> {
	try {
		await change(roomId, id, {});
	} catch (error) {
		if (!isParleyError(error)) throw error;
	}
}
