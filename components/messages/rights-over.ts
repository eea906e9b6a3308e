import {
	mayDelete,
	mayEdit,
	mayExplain,
	mayPin,
	mayQuote,
	mayReact,
	mayRemovePreviews,
	mayReply,
	mayUnread,
} from "@/lib/client/rights";
import type { HeldHistory } from "@/lib/client/state";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Server } from "@/lib/shared/schemas/server";
import type { Me } from "@/lib/shared/schemas/user";
import type { Rights } from "./row-actions";

/** Who looks at a message, and where: in the list of a room, or in that of a thread. */
type Place = { me: Me; room: RoomView; server: Server; thread: HeldHistory["thread"] };

/** What I may do with a message; nothing with what is not there yet. */
export function rightsOver(message: Message | undefined, { me, room, server, thread }: Place): Omit<Rights, "saved"> {
	const isThere = message !== undefined;
	return {
		mayReact: mayReact(room),
		mayReply: isThere && !thread && mayReply(me, room, message),
		maySeeVersions: server.messages.keepsVersions,
		mayQuote: isThere && !thread?.root.deletedAt && mayQuote(me, room, message),
		mayPin: mayPin(me, room),
		mayExplain: isThere && mayExplain(me, room, message),
		mayUnread: isThere && !thread && mayUnread(me, room, message),
		mayEdit: isThere && mayEdit(me, room, server, message),
		mayRemovePreviews: isThere && mayRemovePreviews(me, room, message),
		mayDelete: isThere && mayDelete(me, room, server, message),
	};
}
