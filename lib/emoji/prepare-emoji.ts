import { inTurn, MOST_SECONDS, openImage, tooMuch } from "../files/open-image.ts";
import { isDecoded, sniffType } from "../files/sniff-type.ts";
import { log } from "../log.ts";

/** Of each side at most: it is shown as large as the text, or three times that where it stands alone. */
const SIDE_PX = 128;
const QUALITY = 85;
/** What moves is seen in many places at once. */
const MOST_FRAMES = 120;

export type PreparedEmoji = { picture: Buffer; still?: Buffer };

/**
 * WebP made from the pixels of an image, moving where it moves, and the first of its pictures then.
 * @returns undefined for what is no image, or too much of one
 * @throws ParleyError `too-busy`
 */
export function prepareEmoji(content: Buffer): Promise<PreparedEmoji | undefined> {
	if (!isDecoded(sniffType(content, ""))) return Promise.resolve(undefined);
	return inTurn(async () => {
		try {
			const open = await openImage(content);
			const head = await open().metadata();
			const { pages = 1 } = head;
			if (tooMuch(head) || pages > MOST_FRAMES) return undefined;
			const small = (animated: boolean) =>
				(animated ? open({ animated }) : open().autoOrient())
					.resize({ width: SIDE_PX, height: SIDE_PX, fit: "inside", withoutEnlargement: true })
					.webp({ quality: QUALITY })
					.timeout({ seconds: MOST_SECONDS })
					.toBuffer();
			if (pages === 1) return { picture: await small(false) };
			return { picture: await small(true), still: await small(false) };
		} catch (error) {
			log().info({ reason: error instanceof Error ? error.message : "unknown" }, "An image could not be read.");
			return undefined;
		}
	});
}
