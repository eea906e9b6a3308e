import type { DraftDoc } from "@/models/draft";
import type { ServerDraft } from "../shared/schemas/draft.ts";

export function viewDraft({ roomId, threadId, text, at }: DraftDoc): ServerDraft {
	return { roomId, threadId: threadId ?? null, text, at: at.toISOString() };
}
