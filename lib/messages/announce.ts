import type { MessageDoc } from "@/models/message";
import { log } from "../log.ts";
import { publish } from "../realtime/publish.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Tells the members of a room what was written, one event for each revision, in their order. Waited for by the room's queue,
 * so that the next batch does not overtake it; should it fail, pages see the jump in `rev` and ask.
 */
export async function announce(written: { message: MessageDoc; outcome: "created" | "changed" }[]): Promise<void> {
	const inOrder = written.toSorted((a, b) => a.message.rev - b.message.rev);
	try {
		const views = await viewMessages(inOrder.map(({ message }) => message));
		for (const [i, { message, outcome }] of inOrder.entries()) {
			const view = views[i];
			const { roomId, _id: id, seq, rev } = message;
			if (message.deletedAt) publish({ room: roomId }, "message:deleted", { roomId, id, seq, rev });
			else if (view) publish({ room: roomId }, `message:${outcome}`, { message: view });
		}
	} catch (error) {
		log().error({ err: error }, "What was written could not be announced.");
	}
}
