import type { FileDoc } from "@/models/file";
import type { MessageFileDoc } from "@/models/message";
import type { File } from "../shared/schemas/file.ts";

/** The part of the address that says what is wanted of a file, so that no file may be called so in its own. */
const THUMBNAIL = "thumbnail";

/** What a message keeps of its files: enough to show them without looking anything up. */
export function fileOfMessage({ _id, name, size, type, width, height, animated, thumbnail }: FileDoc): MessageFileDoc {
	return {
		id: _id,
		name,
		size,
		type,
		...(width && height && { width, height }),
		...(animated && { animated }),
		...(thumbnail && { thumbnail: true }),
	};
}

export function viewFile(doc: FileDoc): File {
	return viewMessageFile(fileOfMessage(doc));
}

export function viewMessageFile({ thumbnail, ...file }: MessageFileDoc): File {
	const address = `/api/files/${file.id}`;
	return {
		...file,
		url: `${address}/${file.name === THUMBNAIL ? "file" : encodeURIComponent(file.name)}`,
		...(thumbnail && { thumbnailUrl: `${address}/${THUMBNAIL}` }),
	};
}
