import type { MessageDoc, MessagePreviewDoc } from "@/models/message";
import { setting } from "../settings/settings.ts";
import type { Preview } from "../shared/schemas/message.ts";

/** Those that are shown: while previews are on, and without what the author took away. */
export function shownPreviews({ previews = [], previewsRemoved = [] }: MessageDoc): MessagePreviewDoc[] {
	if (previews.length === 0 || !setting("API_Embed")) return [];
	return previews.filter(({ url }) => !previewsRemoved.includes(url));
}

export function viewPreviews(message: MessageDoc): Preview[] {
	return shownPreviews(message).map(({ picture, ...preview }) => ({
		...preview,
		...(picture && { image: `/api/messages/${message._id}/previews/${preview.id}` }),
	}));
}
