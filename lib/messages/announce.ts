import type { MessageDoc } from "@/models/message";
import { log } from "../log.ts";
import { publish } from "../realtime/publish.ts";
import { viewMentions, viewMessages } from "./view-message.ts";

export type Announced = {
	message: MessageDoc;
	outcome: "created" | "changed";
	/** What a change changed. */
	before?: MessageDoc;
};

/**
 * Tells the members of a room what was written, one event for each revision, in their order. Waited for by the room's queue,
 * so that the next batch does not overtake it; should it fail, pages see the jump in `rev` and ask.
 */
export async function announce(written: Announced[]): Promise<void> {
	const inOrder = written.toSorted((a, b) => a.message.rev - b.message.rev);
	try {
		const views = await viewMessages(inOrder.map(({ message }) => message));
		for (const [i, { message, outcome, before }] of inOrder.entries()) {
			const view = views[i];
			const { roomId, _id: id, seq = null, rev, authorId, deletedAt } = message;
			// Whom it named no longer: a page keeps count of what names its person, and may not hold the message itself.
			const named = before?.mentions && { mentions: viewMentions(before.mentions) };
			const gone = deletedAt && { roomId, id, seq, rev, authorId, at: deletedAt.toISOString() };
			if (gone) publish({ room: roomId }, "message:deleted", { ...gone, ...named });
			else if (view && outcome === "created") publish({ room: roomId }, "message:created", { message: view });
			else if (view) publish({ room: roomId }, "message:changed", { message: view, ...(named && { before: named }) });
		}
	} catch (error) {
		log().error({ err: error }, "What was written could not be announced.");
	}
}
