import type { LinkPreviewDoc } from "@/models/link-preview";
import { type MessageDoc, type MessagePreviewDoc, messages } from "@/models/message";
import { countCall } from "../auth/rate-limits.ts";
import { isNamed } from "../fetch/exempt.ts";
import { log } from "../log.ts";
import { change } from "../messages/room-queue.ts";
import { indexAgain } from "../search/index-again.ts";
import { setting } from "../settings/settings.ts";
import { isParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";
import { findPreview } from "./find-preview.ts";
import { linksIn } from "./links-in.ts";

/** Messages that are looked at together; the others wait. */
const AT_ONCE = 4;
/** What is beyond is left to the sweep. */
const MOST_WAITING = 500;
/** A process that died has left what it was about to do to the others. */
const LEFT_TO_OTHERS_AFTER_MS = 60_000;

/** Which of a text's links are to be looked at. */
export function linksToShow(text: string, removed: string[] = []): string[] {
	if (!setting("API_Embed")) return [];
	return linksIn(text).filter((link) => !removed.includes(link) && !isLeftOut(link));
}

/** For a message that is about to be written: the mark that its links are still to be looked at, if it has any. */
export function previewsDue(text: string): Pick<MessageDoc, "previewsDueAt"> {
	return linksToShow(text).length > 0 ? { previewsDueAt: new Date(Date.now() + LEFT_TO_OTHERS_AFTER_MS) } : {};
}

/** The same for another text of a message: what it still links keeps its preview. */
export function previewsAfterEdit({ previews = [], previewsRemoved }: MessageDoc, text: string): Partial<MessageDoc> {
	const links = linksToShow(text, previewsRemoved);
	const kept = previews.filter(({ url }) => links.includes(url));
	return { ...(previews.length > 0 && { previews: kept }), ...(links.length > kept.length && previewsDue(text)) };
}

type Work = { waiting: Set<string>; running: Set<string> };

/** Looks at the links of a message that is written, one after the other change of it. Never waited for, and never throws. */
export function previewLinks({ _id, previewsDueAt }: Pick<MessageDoc, "_id" | "previewsDueAt">): void {
	const { waiting } = work();
	if (!previewsDueAt || waiting.size >= MOST_WAITING) return;
	waiting.add(_id);
	goOn();
}

function work(): Work {
	return singleton("preview-work", () => ({ waiting: new Set(), running: new Set() }));
}

function goOn(): void {
	const { waiting, running } = work();
	for (const id of waiting) {
		if (running.size >= AT_ONCE) return;
		if (running.has(id)) continue;
		waiting.delete(id);
		running.add(id);
		void previewMessage(id)
			.catch((error: unknown) => log().warn({ err: error }, "The links of a message could not be shown."))
			.finally(() => {
				running.delete(id);
				goOn();
			});
	}
}

async function previewMessage(id: string): Promise<void> {
	const before = await messages().findOne({ _id: id, deletedAt: { $exists: false } });
	if (!before || !(await mayLook(before.authorId))) return;
	const links = linksToShow(before.text, before.previewsRemoved);
	const found = await Promise.all(links.map(async (url) => viewOf(url, await findPreview(url))));
	const now = await messages().findOne({ _id: id, deletedAt: { $exists: false } });
	// Edited meanwhile: its new links are looked at for their own sake.
	if (!now || now.text !== before.text) return;
	const previews = found.filter((preview) => preview !== undefined);
	if (!sameIds(previews, now.previews)) {
		await change(now.roomId, id, { $set: { previews } }).catch((error: unknown) => {
			// Deleted meanwhile.
			if (!isParleyError(error) || error.code !== "message-not-found") throw error;
		});
	}
	if (previews.length + (now.previews?.length ?? 0) > 0) await indexAgain(id);
	// Last, so that whoever finds it half done goes on.
	await messages().updateOne({ _id: id, text: now.text }, { $unset: { previewsDueAt: true } });
}

/** Each message may make us ask others: one person's only so often. What is too much waits for the sweep. */
async function mayLook(authorId: string): Promise<boolean> {
	try {
		await countCall(`person:${authorId}`, "preview");
		return true;
	} catch {
		return false;
	}
}

function viewOf(url: string, { _id, page, picture }: LinkPreviewDoc): MessagePreviewDoc | undefined {
	return page && { id: _id, url, ...page, ...(picture && { picture: true as const }) };
}

function sameIds(some: MessagePreviewDoc[], others: MessagePreviewDoc[] = []): boolean {
	return some.length === others.length && some.every(({ id }, index) => others[index]?.id === id);
}

/** Our own pages show nothing to who is not signed in, and some hosts are not to be asked. */
function isLeftOut(link: string): boolean {
	const { hostname, origin } = new URL(link);
	const own = setting("Site_Url");
	if (own !== "" && new URL(own).origin === origin) return true;
	return isNamed(hostname.replace(/^\[|\]$/g, ""), setting("API_EmbedIgnoredHosts"));
}
