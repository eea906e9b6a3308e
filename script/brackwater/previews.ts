/** What the links at Brackwater lead to. Those sites do not exist, so it stands in the database as if it had been fetched before. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { newId } from "../../lib/shared/ids.ts";
import { newKey } from "../../lib/storage/driver.ts";
import { gridFs } from "../../lib/storage/gridfs.ts";
import { type LinkPreviewDoc, linkPreviews } from "../../models/link-preview.ts";
import { map } from "./drawings.ts";
import { MASTS, SHOP } from "./talk.ts";

const DAY_MS = 86_400_000;

const pages: { url: string; page: LinkPreviewDoc["page"]; picture?: () => Promise<Buffer> }[] = [
	{
		url: MASTS,
		page: {
			site: "Brackwater wiki",
			title: "North side: masts and access",
			description: "Where each mast stands, who holds the key, and how long the path is dry around low water.",
		},
		picture: map,
	},
	{
		url: SHOP,
		page: {
			site: "Harbour fastenings: bolts, clamps, shackles and everything else that does not rust",
			title:
				"Hexagon bolts M10x60, stainless, passivated, in boxes of forty, with nuts and washers that fit them, delivered to the harbour office",
			description:
				"Made for salt water. Each box has been looked at by somebody who has dropped one into the sea before, and who knows how long the way back is. Ask for longer ones: Edelstahlsechskantschraubengroßhandelspreisliste.",
		},
	},
];

export async function fetchBefore(): Promise<void> {
	for (const { url, page, picture } of pages) {
		await linkPreviews().insertOne({
			_id: newId(),
			urlKey: createHash("sha256").update(url).digest("base64url"),
			current: true,
			...(page && { page }),
			...(picture && { picture: await keep(await picture()) }),
			at: new Date(),
			expiresAt: new Date(Date.now() + DAY_MS),
		});
	}
}

async function keep(content: Buffer): Promise<LinkPreviewDoc["picture"]> {
	const key = newKey();
	await gridFs.write(key, Readable.from([content]));
	return { storage: "GridFS", key, size: content.length };
}
