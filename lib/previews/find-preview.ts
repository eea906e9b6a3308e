import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type LinkPreviewDoc, linkPreviews } from "@/models/link-preview";
import { isDuplicateKey } from "../db/client.ts";
import { setting } from "../settings/settings.ts";
import { newId } from "../shared/ids.ts";
import { singleton } from "../singleton.ts";
import { newKey } from "../storage/driver.ts";
import { chosenStorage, storageNamed } from "../storage/storage.ts";
import { fetchPreview } from "./fetch-preview.ts";

const DAY_MS = 24 * 60 * 60_000;
/** What showed nothing may have been away for a moment. */
const NOTHING_KEPT_MS = 60 * 60_000;

/** What an address shows: as it was kept, or fetched now. Asked for twice at once it is fetched once. */
export function findPreview(url: string): Promise<LinkPreviewDoc> {
	const underWay = singleton("previews-under-way", () => new Map<string, Promise<LinkPreviewDoc>>());
	const urlKey = createHash("sha256").update(url).digest("base64url");
	const known = underWay.get(urlKey);
	if (known) return known;
	const found = findOrFetch(url, urlKey).finally(() => underWay.delete(urlKey));
	underWay.set(urlKey, found);
	return found;
}

async function findOrFetch(url: string, urlKey: string): Promise<LinkPreviewDoc> {
	const kept = await linkPreviews().findOne({ urlKey, current: true });
	if (kept && kept.expiresAt.getTime() > Date.now()) return kept;
	const fetched = await fetchPreview(url);
	const at = new Date();
	const keptFor = fetched ? setting("API_EmbedCacheExpirationDays") * DAY_MS : NOTHING_KEPT_MS;
	const preview: LinkPreviewDoc = {
		_id: newId(),
		urlKey,
		current: true,
		...(fetched && { page: fetched.page }),
		...(fetched?.picture && { picture: await keepPicture(fetched.picture) }),
		at,
		expiresAt: new Date(at.getTime() + keptFor),
	};
	if (kept) await linkPreviews().updateOne({ _id: kept._id }, { $unset: { current: true } });
	try {
		await linkPreviews().insertOne(preview);
		return preview;
	} catch (error) {
		const { picture } = preview;
		if (picture) await storageNamed(picture.storage).remove(picture.key);
		// Another process was first.
		const other = isDuplicateKey(error) && (await linkPreviews().findOne({ urlKey, current: true }));
		if (!other) throw error;
		return other;
	}
}

async function keepPicture(content: Buffer): Promise<LinkPreviewDoc["picture"]> {
	const [storage, key] = [chosenStorage(), newKey()];
	await storageNamed(storage).write(key, Readable.from([content]));
	return { storage, key, size: content.length };
}
