import { type FileDoc, files } from "@/models/file";
import { messages } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeRooms } from "../rooms/access.ts";
import { ParleyError } from "../shared/errors.ts";

/**
 * A file that he may read now: of a message in a room that he may read; before it is sent, his own.
 * @throws ParleyError `file-not-found`
 */
export async function seeFile(person: Account, id: string): Promise<FileDoc> {
	const file = await files().findOne({ _id: id, uploading: { $exists: false } });
	if (!file || !(await maySee(person, file))) throw new ParleyError("file-not-found");
	return file;
}

async function maySee(person: Account, { _id, roomId, messageId, uploaderId }: FileDoc): Promise<boolean> {
	const message =
		messageId === undefined
			? null
			: await messages().findOne({ _id: messageId }, { projection: { deletedAt: 1, "files.id": 1 } });
	if (!message) return uploaderId === person._id;
	const isIn = message.deletedAt === undefined && message.files?.some(({ id }) => id === _id);
	return isIn === true && (await seeRooms(person, [roomId])).has(roomId);
}
