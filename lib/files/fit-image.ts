import { log } from "../log.ts";
import { inTurn, MOST_SECONDS, openImage, tooMuch } from "./open-image.ts";

/** Pixels. What does not fit in this shape is cut off on both sides. */
export type Frame = { width: number; height: number };

const QUALITY = 82;
/** Under what can be seen through. */
const GROUND = "#ffffff";

/**
 * Pictures of exactly these sizes, made from the pixels of an image alone: WebP, upright, without anything it tells of its maker.
 * @returns undefined for what is no image, or too much of one
 * @throws ParleyError `too-busy`
 */
export function fitImage(content: Buffer, frames: Frame[]): Promise<Buffer[] | undefined> {
	return inTurn(async () => {
		try {
			const open = await openImage(content);
			if (tooMuch(await open().metadata())) return undefined;
			const pictures: Buffer[] = [];
			for (const { width, height } of frames) {
				const picture = open().autoOrient().resize({ width, height, fit: "cover" }).flatten({ background: GROUND });
				pictures.push(await picture.webp({ quality: QUALITY }).timeout({ seconds: MOST_SECONDS }).toBuffer());
			}
			return pictures;
		} catch (error) {
			log().info({ reason: error instanceof Error ? error.message : "unknown" }, "An image could not be read.");
			return undefined;
		}
	});
}
