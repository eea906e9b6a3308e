import { mayInRoom } from "@/lib/client/rights";
import { MANY_MEMBERS } from "@/lib/shared/limits";
import { mentionedNames } from "@/lib/shared/mention-names";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Me } from "@/lib/shared/schemas/user";

/**
 * Whether a text calls everybody, and what that means here. `many`: so many that one should think twice. `nobody`: who writes it may
 * not, so it does nothing. Undefined: it does not, or all is well. The server decides by the same rule.
 */
export function everybodyIn(text: string, room: RoomView, me: Me): "many" | "nobody" | undefined {
	if (!/@(?:all|here)/iu.test(text) || room.kind === "direct") return undefined;
	const { all, here } = mentionedNames(text);
	if (!all && !here) return undefined;
	if (!mayInRoom(me, room, "mention-all")) return "nobody";
	return room.memberCount > MANY_MEMBERS ? "many" : undefined;
}
