import type { CustomEmojiDoc } from "@/models/custom-emoji";
import { account } from "../auth/accounts.ts";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import { UNKNOWN_AUTHOR, viewAuthor } from "../users/view-user.ts";

export async function viewEmoji({ _id, version, still, addedBy, at }: CustomEmojiDoc): Promise<CustomEmoji> {
	const person = await account(addedBy);
	const url = `/api/emoji/${encodeURIComponent(_id)}/${version}`;
	return {
		name: _id,
		url,
		...(still && { stillUrl: `${url}?still=true` }),
		addedBy: person ? viewAuthor(person) : { ...UNKNOWN_AUTHOR, id: addedBy },
		at: at.toISOString(),
	};
}
