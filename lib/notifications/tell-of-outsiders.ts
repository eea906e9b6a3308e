import { memberships } from "@/models/membership";
import type { MessageDoc } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import { accounts } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { viewAuthor } from "../users/view-user.ts";

type Written = { message: MessageDoc; room: RoomDoc };

/** Tells authors, and nobody else, who of those whom they named is not in the room. One query for all, none where nobody is named. */
export async function tellOfOutsiders(batch: Written[]): Promise<void> {
	const naming = batch.flatMap(({ message, room }) => {
		const userIds = message.mentions?.users ?? [];
		return room.kind === "direct" || userIds.length === 0 ? [] : [{ message, userIds }];
	});
	if (naming.length === 0) return;
	const members = await memberships()
		.find(
			{ $or: naming.map(({ message, userIds }) => ({ roomId: message.roomId, userId: { $in: userIds } })) },
			{ projection: { roomId: 1, userId: 1 } },
		)
		.toArray();
	const isMember = new Set(members.map(({ roomId, userId }) => `${roomId} ${userId}`));
	for (const { message, userIds } of naming) {
		const { _id: messageId, roomId, authorId } = message;
		const outside = userIds.filter((id) => !isMember.has(`${roomId} ${id}`));
		if (outside.length === 0) continue;
		const users = (await accounts(outside)).map(viewAuthor);
		publish({ user: authorId }, "mention:outside", { roomId, messageId, users });
	}
}
