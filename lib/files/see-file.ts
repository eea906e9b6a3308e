import { type FileDoc, files } from "@/models/file";
import { messages } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeRooms } from "../rooms/access.ts";
import { liveRooms } from "../rooms/read-together.ts";
import { setting } from "../settings/settings.ts";
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

/** Whether files of public rooms are for whoever has their address. */
export function filesAreOpen(): boolean {
	return !setting("FileUpload_ProtectFiles");
}

/** A file that was sent to a room that is public now; undefined for any other one. Only while `filesAreOpen`. */
export async function findOpenFile(id: string): Promise<FileDoc | undefined> {
	const file = await files().findOne({ _id: id, uploading: { $exists: false } });
	if (!file || (await stateOf(file)) !== "sent") return undefined;
	const [room] = await liveRooms([file.roomId]);
	return room?.kind === "public" ? file : undefined;
}

async function maySee(person: Account, file: FileDoc): Promise<boolean> {
	switch (await stateOf(file)) {
		case "unsent":
			return file.uploaderId === person._id;
		case "sent":
			return (await seeRooms(person, [file.roomId])).has(file.roomId);
		case "gone":
			return false;
	}
}

/** `gone`: its message is deleted, and it will be in a moment. */
async function stateOf({ _id, messageId }: FileDoc): Promise<"unsent" | "sent" | "gone"> {
	if (messageId === undefined) return "unsent";
	const message = await messages().findOne({ _id: messageId }, { projection: { deletedAt: 1, "files.id": 1 } });
	if (!message) return "unsent";
	const isIn = message.deletedAt === undefined && message.files?.some(({ id }) => id === _id);
	return isIn ? "sent" : "gone";
}
