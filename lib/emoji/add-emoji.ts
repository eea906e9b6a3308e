import { Readable } from "node:stream";
import { type CustomEmojiDoc, customEmoji } from "@/models/custom-emoji";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { isDuplicateKey } from "../db/client.ts";
import { readSmall } from "../files/read-small.ts";
import type { Incoming } from "../files/upload-file.ts";
import { publish } from "../realtime/publish.ts";
import standardNames from "../shared/emoji-names.json" with { type: "json" };
import { ParleyError } from "../shared/errors.ts";
import { MAX_CUSTOM_EMOJI, MAX_EMOJI_BYTES } from "../shared/limits.ts";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import { singleton } from "../singleton.ts";
import { newKey } from "../storage/driver.ts";
import { chosenStorage, storageNamed } from "../storage/storage.ts";
import { prepareEmoji } from "./prepare-emoji.ts";
import { removePictures } from "./remove-emoji.ts";
import { viewEmoji } from "./view-emoji.ts";

/**
 * Makes an emoji for everybody of this server.
 * @param name as `emojiNameSchema` takes it
 * @param receive called when it is sure that there may be such a one; with the most bytes that are taken
 * @throws ParleyError `emoji-name-taken`, also by one that everybody's keyboard has; `too-many-emoji`, `too-large`, `not-an-image`,
 *   `too-busy`, and what `receive` throws
 */
export async function addEmoji(
	person: Account,
	name: string,
	receive: (mostBytes: number) => Promise<Incoming>,
): Promise<CustomEmoji> {
	if (isStandard(name) || (await customEmoji().findOne({ _id: name }))) throw new ParleyError("emoji-name-taken");
	if ((await customEmoji().countDocuments()) >= MAX_CUSTOM_EMOJI) throw new ParleyError("too-many-emoji");
	const { content } = await receive(MAX_EMOJI_BYTES);
	const prepared = await prepareEmoji(await readSmall(content, MAX_EMOJI_BYTES));
	if (!prepared) throw new ParleyError("not-an-image");
	const emoji: CustomEmojiDoc = {
		_id: name,
		version: newKey(),
		storage: chosenStorage(),
		picture: await store(prepared.picture),
		...(prepared.still && { still: await store(prepared.still) }),
		addedBy: person._id,
		at: new Date(),
	};
	await insert(emoji);
	await recordAudit({ actorId: person._id, action: "emoji.added", target: name });
	const view = await viewEmoji(emoji);
	publish("everybody", "emoji:added", { emoji: view });
	return view;
}

function isStandard(name: string): boolean {
	const names = singleton("standard-emoji-names", () => new Set(standardNames.flatMap((line) => line.split(" "))));
	return names.has(name);
}

async function store(content: Buffer): Promise<CustomEmojiDoc["picture"]> {
	const key = newKey();
	await storageNamed(chosenStorage()).write(key, Readable.from([content]));
	return { key, bytes: content.length };
}

async function insert(emoji: CustomEmojiDoc): Promise<void> {
	try {
		await customEmoji().insertOne(emoji);
	} catch (error) {
		await removePictures(emoji);
		throw isDuplicateKey(error) ? new ParleyError("emoji-name-taken") : error;
	}
}
