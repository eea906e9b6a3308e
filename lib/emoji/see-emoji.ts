import { customEmoji } from "@/models/custom-emoji";
import type { Content } from "../files/read-file.ts";
import { ParleyError } from "../shared/errors.ts";
import { storageNamed } from "../storage/storage.ts";

/**
 * The picture of an emoji, for whoever is signed in.
 * @param isStill the one that does not move
 * @throws ParleyError `emoji-not-found`
 */
export async function seeEmoji(name: string, version: string, isStill: boolean): Promise<Content> {
	const emoji = await customEmoji().findOne({ _id: name, version });
	const picture = isStill ? (emoji?.still ?? emoji?.picture) : emoji?.picture;
	if (!emoji || !picture) throw new ParleyError("emoji-not-found");
	return {
		name: `${name}.webp`,
		type: "image/webp",
		size: picture.bytes,
		tag: `${version}-${isStill ? "still" : "whole"}`,
		shown: true,
		neverChanges: true,
		read: (range) => storageNamed(emoji.storage).read(picture.key, range),
	};
}
