/** What I saved: marked at once, on all my devices, and as it was when the server refuses. */
import { saveMessage, unsaveMessage } from "./api.ts";
import { applyEvent } from "./cache.ts";

/** @throws ClientError, and it is as before */
export async function setSaved(messageId: string, saved: boolean): Promise<void> {
	mark(messageId, saved);
	try {
		await (saved ? saveMessage(messageId) : unsaveMessage(messageId));
	} catch (error) {
		mark(messageId, !saved);
		throw error;
	}
}

function mark(messageId: string, saved: boolean): void {
	applyEvent({ name: "saved:changed", payload: { messageId, saved } });
}
