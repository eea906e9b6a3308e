/** Days that have passed: the one thing that cannot be had through the API. */
import { drafts } from "../../models/draft.ts";
import { memberships } from "../../models/membership.ts";
import { messages } from "../../models/message.ts";
import { rooms } from "../../models/room.ts";
import { sessions } from "../../models/session.ts";
import { threadFollows } from "../../models/thread-follow.ts";
import { users } from "../../models/user.ts";
import type { Room, Sent } from "./brackwater.ts";
import type { Clock } from "./clock.ts";
import { type PlaceKey, placeKeys, placeOf } from "./talk.ts";

const FOUNDED_DAYS_AGO = 40;
const EDITED_AFTER_MS = 4 * 60_000;
const UNREAD_ANSWERS = 2;
const MINUTE_MS = 60_000;

/** Gives what was said its times, and what the rooms say of themselves the minutes between. */
export async function letTimePass(clock: Clock, made: Room[]): Promise<void> {
	const founded = clock.at(FOUNDED_DAYS_AGO, "08:00");
	for (const room of made) await spread(clock, room, founded);
	await users().updateMany({}, { $set: { createdAt: founded } });
	await memberships().updateMany({}, { $set: { joinedAt: founded } });
	await sessions().updateMany(
		{ device: { $ne: "Brackwater" } },
		{ $set: { createdAt: clock.at(9, "18:20"), lastUsedAt: clock.at(1, "21:35") } },
	);
}

async function spread(clock: Clock, { id, sent }: Room, founded: Date): Promise<void> {
	const times = new Map(sent.map((line) => [line.id, clock.at(...line.at)]));
	for (const line of sent) await spreadThread(clock, line);
	const held = await messages()
		.find({ roomId: id, seq: { $gt: 0 } })
		.sort({ seq: 1 })
		.toArray();
	let last = founded.getTime();
	const writes = held.map(({ _id, editedAt }) => {
		const at = times.get(_id) ?? new Date(last + MINUTE_MS);
		last = at.getTime();
		const edited = editedAt && { editedAt: new Date(last + EDITED_AFTER_MS) };
		return { updateOne: { filter: { _id }, update: { $set: { at, ...edited } } } };
	});
	if (writes.length > 0) await messages().bulkWrite(writes);
	const spoken = [...times.values()].at(-1);
	await rooms().updateOne({ _id: id }, { $set: { createdAt: founded, ...(spoken && { lastMessageAt: spoken }) } });
}

async function spreadThread(clock: Clock, { id, answers }: Sent): Promise<void> {
	const last = answers.at(-1);
	if (!last) return;
	for (const answer of answers)
		await messages().updateOne({ _id: answer.id }, { $set: { at: clock.at(...answer.at) } });
	const lastAt = clock.at(...last.at);
	await messages().updateOne({ _id: id }, { $set: { "thread.lastAt": lastAt } });
	await threadFollows().updateMany({ threadId: id }, { $set: { lastAt } });
}

/** Sets what one person has read back to how it begins, and throws away what the person has begun to write. */
export async function restoreFor(userId: string, made: Record<PlaceKey, Room>): Promise<void> {
	await drafts().deleteMany({ userId });
	await memberships().bulkWrite(
		placeKeys.map((key) => {
			const { id, sent, lastSeq } = made[key];
			const firstUnread = sent.at(-(placeOf(key).unread ?? 0));
			const lastReadSeq = placeOf(key).unread && firstUnread ? firstUnread.seq - 1 : lastSeq;
			return { updateOne: { filter: { roomId: id, userId }, update: { $set: { lastReadSeq } } } };
		}),
	);
	const threads = Object.values(made).flatMap(({ sent }) => sent.filter(({ answers }) => answers.length > 0));
	await threadFollows().bulkWrite(
		threads.map(({ id, answers }) => {
			const lastReadSeq = Math.max(0, answers.length - UNREAD_ANSWERS);
			return { updateOne: { filter: { threadId: id, userId }, update: { $set: { lastReadSeq } } } };
		}),
	);
}
