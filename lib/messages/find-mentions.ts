import { EVERYBODY, type MentionsDoc, type MessageDoc } from "@/models/message";
import { type Account, accountsByUsername } from "../auth/accounts.ts";
import { peopleWithKeywordIn } from "../notifications/attentive.ts";
import type { Entered } from "../rooms/access.ts";
import { roomsByName } from "../rooms/find-rooms.ts";
import { mentionedNames } from "../shared/mention-names.ts";
import { roomRoleMay } from "../shared/permissions.ts";

type Named = Pick<MessageDoc, "mentions" | "addressed">;

/**
 * Whom a text names, as it is kept with the message: active people, rooms that everybody may know of or that the author is in,
 * everybody where the author may call everybody. Most texts name nobody and cost nothing here.
 * Whoever wants to hear of a word of it is addressed as well, but not named: nobody else learns of his keywords.
 * `@here` is kept and raises nobody's count: nobody can tell later who was there.
 */
export async function findMentions(author: Account, entered: Entered, text: string): Promise<Named> {
	const { mentions, addressed = [] } = await namedIn(author, entered, text);
	const hearing = peopleWithKeywordIn(text).filter((id) => id !== author._id && !addressed.includes(id));
	const all = [...addressed, ...hearing];
	return { ...(mentions && { mentions }), ...(all.length > 0 && { addressed: all }) };
}

async function namedIn(author: Account, { room, membership }: Entered, text: string): Promise<Named> {
	if (!/[@#]/.test(text)) return {};
	const named = mentionedNames(text);
	const mayCallAll = room.kind === "direct" || roomRoleMay(membership.role, "mention-all");
	const [people, rooms] = await Promise.all([accountsByUsername(named.people), roomsByName(author, named.rooms)]);
	const mentions: MentionsDoc = {
		users: people.filter(({ active }) => active).map(({ _id }) => _id),
		rooms: rooms.map(({ _id }) => _id),
		all: named.all && mayCallAll,
		here: named.here && mayCallAll,
	};
	const addressed = [...mentions.users, ...(mentions.all ? [EVERYBODY] : [])];
	const isNothing = addressed.length === 0 && mentions.rooms.length === 0 && !mentions.here;
	return { ...(!isNothing && { mentions }), ...(addressed.length > 0 && { addressed }) };
}
