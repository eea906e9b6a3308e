import { Readable } from "node:stream";
import { type AvatarDoc, users } from "@/models/user";
import { type Account, account } from "../auth/accounts.ts";
import { fitImage } from "../files/fit-image.ts";
import type { Content } from "../files/read-file.ts";
import { readSmall } from "../files/read-small.ts";
import { isDecoded, sniffType } from "../files/sniff-type.ts";
import type { Incoming } from "../files/upload-file.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { AVATAR_SIZES, type AvatarSize, MAX_AVATAR_BYTES } from "../shared/limits.ts";
import type { Me } from "../shared/schemas/user.ts";
import { newKey } from "../storage/driver.ts";
import { chosenStorage, storageNamed } from "../storage/storage.ts";
import { tellOfChange } from "./change-me.ts";

/**
 * Gives oneself a picture. It is made anew from the pixels of the image, square, in the sizes that are shown; nothing else of the image
 * is kept.
 * @param receive called when it is sure that he may; with the most bytes that are taken
 * @throws ParleyError `not-allowed`, `too-large`, `not-an-image`, `too-busy`, and what `receive` throws
 */
export async function setAvatar(me: Account, receive: (mostBytes: number) => Promise<Incoming>): Promise<Me> {
	needAvatarChange();
	const { content } = await receive(MAX_AVATAR_BYTES);
	const image = await readSmall(content, MAX_AVATAR_BYTES);
	if (!isDecoded(sniffType(image, ""))) throw new ParleyError("not-an-image");
	const pictures = await fitImage(
		image,
		AVATAR_SIZES.map((px) => ({ width: px, height: px })),
	);
	if (!pictures) throw new ParleyError("not-an-image");
	const avatar = await store(pictures);
	const before = await users().findOneAndUpdate({ _id: me._id }, { $set: { avatar } }, { returnDocument: "before" });
	if (before?.avatar) await removePictures(before.avatar);
	return tellOfChange(me._id);
}

/** Without a picture one is shown by the first letter of one's name. @throws ParleyError `not-allowed` */
export async function removeAvatar(me: Account): Promise<Me> {
	needAvatarChange();
	const before = await users().findOneAndUpdate(
		{ _id: me._id },
		{ $unset: { avatar: true } },
		{ returnDocument: "before" },
	);
	if (before?.avatar) await removePictures(before.avatar);
	return tellOfChange(me._id);
}

/**
 * Somebody's picture in one of its sizes. Whoever is signed in may see it, as the name beside it.
 * @throws ParleyError `avatar-not-found`, also for one that he no longer has
 */
export async function seeAvatar(userId: string, version: string, px: AvatarSize): Promise<Content> {
	const avatar = (await account(userId))?.avatar;
	const picture = avatar?.version === version && avatar.pictures.find((each) => each.px === px);
	if (!avatar || !picture) throw new ParleyError("avatar-not-found");
	return {
		name: "avatar.webp",
		type: "image/webp",
		size: picture.bytes,
		tag: `${version}-${px}`,
		shown: true,
		neverChanges: true,
		read: (range) => storageNamed(avatar.storage).read(picture.key, range),
	};
}

/** @throws ParleyError `not-allowed` */
function needAvatarChange(): void {
	if (!setting("Accounts_AllowUserAvatarChange")) throw new ParleyError("not-allowed");
}

async function store(pictures: Buffer[]): Promise<AvatarDoc> {
	const storage = chosenStorage();
	const kept: AvatarDoc["pictures"] = [];
	for (const [index, px] of AVATAR_SIZES.entries()) {
		const [key, picture] = [newKey(), pictures[index]];
		if (!picture) throw new Error("Each size has a picture.");
		await storageNamed(storage).write(key, Readable.from([picture]));
		kept.push({ px, key, bytes: picture.length });
	}
	return { version: newKey(), storage, pictures: kept };
}

async function removePictures({ storage, pictures }: AvatarDoc): Promise<void> {
	for (const { key } of pictures) await storageNamed(storage).remove(key);
}
