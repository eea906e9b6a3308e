import type { Filter } from "mongodb";
import { type FileDoc, files } from "@/models/file";
import { type Account, accounts } from "../auth/accounts.ts";
import { seeRoom } from "../rooms/access.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { FileKind, SentFile } from "../shared/schemas/file.ts";
import { UNKNOWN_AUTHOR, viewAuthor } from "../users/view-user.ts";
import { viewFile } from "./view-file.ts";

type Wanted = { kind?: FileKind | undefined; limit: number; cursor?: string | undefined };

/**
 * The files that were sent to a room, threads included, newest first.
 * @throws ParleyError `room-not-found`, `invalid-input` for a wrong cursor
 */
export async function listFiles(person: Account, roomId: string, wanted: Wanted): Promise<Page<SentFile>> {
	const { kind, limit, cursor } = wanted;
	const { room } = await seeRoom(person, roomId);
	const found = await files()
		.find({ $and: [{ roomId: room._id, sentAt: { $exists: true } }, ofKind(kind), after(cursor)] })
		.sort({ sentAt: -1, _id: 1 })
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, ({ sentAt, _id }) => [sentAt?.toISOString() ?? "", _id]);
	const people = new Map((await accounts(page.items.map(({ uploaderId }) => uploaderId))).map((one) => [one._id, one]));
	return {
		items: page.items.map((file) => {
			const account = people.get(file.uploaderId);
			return {
				...viewFile(file),
				messageId: file.messageId ?? "",
				author: account ? viewAuthor(account) : { ...UNKNOWN_AUTHOR, id: file.uploaderId },
				at: (file.sentAt ?? file.at).toISOString(),
			};
		}),
		nextCursor: page.nextCursor,
	};
}

/** An image is what can be shown as one. */
function ofKind(kind: FileKind | undefined): Filter<FileDoc> {
	if (kind === undefined) return {};
	const isPicture: Filter<FileDoc> = { $or: [{ thumbnail: { $exists: true } }, { type: /^video\// }] };
	return kind === "media" ? isPicture : { $nor: [isPicture] };
}

function after(cursor: string | undefined): Filter<FileDoc> {
	const [sentAt, id] = readCursor(cursor, 2);
	if (sentAt === undefined || id === undefined) return {};
	const at = new Date(sentAt);
	if (Number.isNaN(at.getTime())) return { _id: "" };
	return { $or: [{ sentAt: { $lt: at } }, { sentAt: at, _id: { $gt: id } }] };
}
