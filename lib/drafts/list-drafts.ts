import { drafts } from "@/models/draft";
import type { Account } from "../auth/accounts.ts";
import { seeRooms } from "../rooms/access.ts";
import { MAX_DRAFTS } from "../shared/limits.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import { viewDrafts } from "./view-draft.ts";

/** What a person has begun to write in rooms that he may still read, the last written first. */
export async function listDrafts(person: Account): Promise<ServerDraft[]> {
	const found = await drafts()
		.find({ userId: person._id, forgetAt: { $exists: false } })
		.sort({ at: -1 })
		.limit(MAX_DRAFTS)
		.toArray();
	const rooms = await seeRooms(person, [...new Set(found.map(({ roomId }) => roomId))]);
	return viewDrafts(
		person,
		found.filter(({ roomId }) => rooms.has(roomId)),
	);
}
