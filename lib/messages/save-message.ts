import { messages, WITHOUT_TERMS } from "@/models/message";
import { savedMessages } from "@/models/saved-message";
import type { Account } from "../auth/accounts.ts";
import { loadTogether } from "../db/load-together.ts";
import { publish } from "../realtime/publish.ts";
import { seeRooms } from "../rooms/access.ts";
import { newId } from "../shared/ids.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { Message } from "../shared/schemas/message.ts";
import { seeMessage } from "./find-message.ts";
import { viewMessages } from "./view-message.ts";

/** Most saved ids that a page is told at once; older ones are in the list. */
const MOST_IDS = 2_000;

/** Puts a message on one's own list, or takes it off; nobody else learns of it. @throws ParleyError `message-not-found` */
export async function setSaved(person: Account, messageId: string, saved: boolean): Promise<void> {
	if (saved) {
		const { message } = await seeMessage(person, messageId);
		await savedMessages().updateOne(
			{ userId: person._id, messageId },
			{ $setOnInsert: { _id: newId(), roomId: message.roomId, at: new Date() } },
			{ upsert: true },
		);
	} else {
		// Also what one may no longer see, if it is on the list: that is one's own. Of anything else one learns nothing.
		const { deletedCount } = await savedMessages().deleteOne({ userId: person._id, messageId });
		if (deletedCount === 0) await seeMessage(person, messageId);
	}
	publish({ user: person._id }, "saved:changed", { messageId, saved });
}

/** What one has saved and may still read, the last saved first. */
export async function listSaved(
	person: Account,
	{ limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> {
	const [at, id] = readCursor(cursor, 2);
	const place = at !== undefined && id !== undefined ? { at: new Date(at), id } : undefined;
	const found = await savedMessages()
		.find({
			userId: person._id,
			...(place && { $or: [{ at: { $lt: place.at } }, { at: place.at, _id: { $gt: place.id } }] }),
		})
		.sort({ at: -1, _id: 1 })
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, (saved) => [saved.at.toISOString(), saved._id]);
	const rooms = await seeRooms(person, [...new Set(page.items.map(({ roomId }) => roomId))]);
	const ids = page.items.filter(({ roomId }) => rooms.has(roomId)).map(({ messageId }) => messageId);
	const docs = await messages()
		.find({ _id: { $in: ids }, deletedAt: { $exists: false } }, WITHOUT_TERMS)
		.toArray();
	const byId = new Map(docs.filter(({ roomId }) => rooms.has(roomId)).map((doc) => [doc._id, doc]));
	return { items: await viewMessages(ids.flatMap((each) => byId.get(each) ?? [])), nextCursor: page.nextCursor };
}

/** For the page, which marks them. Read together for all who come back at the same moment. */
export async function savedIds(person: Account): Promise<string[]> {
	const load = (userIds: string[]) =>
		savedMessages()
			.find({ userId: { $in: userIds } })
			.toArray();
	const found = await loadTogether("saved", person._id, load, ({ userId }) => userId);
	return found
		.sort((a, b) => b.at.getTime() - a.at.getTime())
		.slice(0, MOST_IDS)
		.map(({ messageId }) => messageId);
}
