import { FetchError, type Fetched, fetchOutside } from "../fetch/fetch-outside.ts";
import { fitImage } from "../files/fit-image.ts";
import { isDecoded, sniffType } from "../files/sniff-type.ts";
import { log } from "../log.ts";
import { charsetOf, readPage, tidy } from "./read-page.ts";

/** Twice the place that the card has for it. */
const PICTURE_PX = { width: 256, height: 212 };

const PAGES = ["text/html", "application/xhtml+xml"];
const PICTURES = ["image/*"];

export type FetchedPreview = {
	page: { title: string; description?: string; site: string };
	/** WebP of `PICTURE_PX`. */
	picture?: Buffer;
};

/** Looks at an address. @returns undefined where it cannot be reached, must not be, or shows nothing */
export async function fetchPreview(url: string): Promise<FetchedPreview | undefined> {
	const fetched = await fetchIt(url, [...PAGES, ...PICTURES]);
	if (!fetched) return undefined;
	return PAGES.includes(fetched.type) ? ofPage(fetched) : ofPicture(fetched);
}

async function ofPage({ url, charset, body }: Fetched): Promise<FetchedPreview | undefined> {
	const { title, description, site, image } = readPage(textOf(body, charset ?? charsetOf(body)));
	if (title === undefined) return undefined;
	const page = { title, site: site ?? siteOf(url), ...(description !== undefined && { description }) };
	const picture = image !== undefined && URL.canParse(image, url) && (await pictureAt(new URL(image, url).href));
	return { page, ...(picture && { picture }) };
}

async function ofPicture({ url, body }: Fetched): Promise<FetchedPreview | undefined> {
	const picture = await pictureOf(body);
	const name = new URL(url).pathname.split("/").at(-1) || siteOf(url);
	return picture && { page: { title: tidy(decoded(name), 200), site: siteOf(url) }, picture };
}

/** Never the page's own bytes: what it calls a picture is decoded, and written anew. */
async function pictureAt(url: string): Promise<Buffer | undefined> {
	const fetched = await fetchIt(url, PICTURES);
	return fetched && pictureOf(fetched.body);
}

async function pictureOf(body: Buffer): Promise<Buffer | undefined> {
	if (!isDecoded(sniffType(body, ""))) return undefined;
	return (await fitImage(body, [PICTURE_PX]))?.[0];
}

async function fetchIt(url: string, types: string[]): Promise<Fetched | undefined> {
	try {
		return await fetchOutside(url, { types, cut: PAGES });
	} catch (error) {
		if (!(error instanceof FetchError)) throw error;
		// Not the address: it is of a message.
		log().debug({ reason: error.reason }, "A link has no preview.");
		return undefined;
	}
}

function textOf(body: Buffer, charset = "utf-8"): string {
	try {
		return new TextDecoder(charset).decode(body);
	} catch {
		return new TextDecoder().decode(body);
	}
}

function siteOf(url: string): string {
	return new URL(url).hostname.replace(/^www\./, "");
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
