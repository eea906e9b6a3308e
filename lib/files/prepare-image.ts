import type { Metadata, Sharp } from "sharp";
import { log } from "../log.ts";
import { inTurn, MOST_SECONDS, openImage, tooMuch } from "./open-image.ts";

/** Larger ones are kept like any file, without being looked into. */
export const MOST_IMAGE_BYTES = 50_000_000;
/** Twice what a message shows, for screens with small pixels. */
export const THUMBNAIL_PX = { width: 720, height: 540 };
const THUMBNAIL_QUALITY = 78;
const QUALITY = 92;

export type PreparedImage = {
	/** Pixels, as it is looked at. */
	width: number;
	height: number;
	animated: boolean;
	thumbnail: Buffer;
	/** The image itself without what it tells of its maker (place, device), and upright; absent where it told nothing. */
	cleaned?: Buffer;
};

/**
 * What is needed to show an image. Limits are held against its head, before anything is decoded.
 * @param read called when its turn has come, so that those who wait need no memory
 * @returns undefined for what is no image after all, or one that is too much to be shown
 * @throws ParleyError `too-busy`
 */
export function prepareImage(read: () => Promise<Buffer>): Promise<PreparedImage | undefined> {
	return inTurn(async () => {
		const content = await read();
		try {
			return await prepare(content);
		} catch (error) {
			log().info({ reason: error instanceof Error ? error.message : "unknown" }, "An image could not be read.");
			return undefined;
		}
	});
}

async function prepare(content: Buffer): Promise<PreparedImage | undefined> {
	const open = await openImage(content);
	const head = await open().metadata();
	const { width, height } = head.autoOrient;
	const frames = head.pages ?? 1;
	if (tooMuch(head)) return undefined;
	const thumbnail = await open()
		.autoOrient()
		.resize({ ...THUMBNAIL_PX, fit: "inside", withoutEnlargement: true })
		.webp({ quality: THUMBNAIL_QUALITY })
		.timeout({ seconds: MOST_SECONDS })
		.toBuffer();
	const animated = frames > 1;
	const shown = { width, height, animated, thumbnail };
	if (!tells(head)) return shown;
	return { ...shown, cleaned: await clean(open({ animated }), head).timeout({ seconds: MOST_SECONDS }).toBuffer() };
}

/** Whether it holds more than its pixels, or has to be turned. */
function tells({ exif, xmp, iptc, comments, orientation = 1 }: Metadata): boolean {
	return orientation > 1 || [exif, xmp, iptc].some((part) => part !== undefined) || (comments ?? []).length > 0;
}

/** Written anew, without anything but its pixels and their colour space. */
function clean(image: Sharp, { format, chromaSubsampling, pages = 1 }: Metadata): Sharp {
	const upright = (pages > 1 ? image : image.autoOrient()).keepIccProfile();
	switch (format) {
		case "jpeg":
			return upright.jpeg({ quality: QUALITY, ...(chromaSubsampling === "4:4:4" && { chromaSubsampling }) });
		case "png":
			return upright.png();
		case "webp":
			return upright.webp({ quality: QUALITY });
		case "gif":
			return upright.gif();
		default:
			return upright.avif({ quality: 70, effort: 2 });
	}
}
