import { customEmoji } from "@/models/custom-emoji";
import { MAX_CUSTOM_EMOJI } from "../shared/limits.ts";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import { viewEmoji } from "./view-emoji.ts";

/** All emoji of this server's own, by name. */
export async function listEmoji(): Promise<CustomEmoji[]> {
	const found = await customEmoji().find().sort({ _id: 1 }).limit(MAX_CUSTOM_EMOJI).toArray();
	return Promise.all(found.map(viewEmoji));
}
