import { messages, WITHOUT_TERMS } from "@/models/message";
import { type ThreadFollowDoc, threadFollows } from "@/models/thread-follow";
import type { Account } from "../auth/accounts.ts";
import { loadTogether } from "../db/load-together.ts";
import { roomIdsOf } from "../memberships/room-ids.ts";
import { viewMessages } from "../messages/view-message.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { FollowedThread, InboxThread } from "../shared/schemas/message.ts";
import { viewFollows } from "./view-follows.ts";

/** Threads with something unread that a page is told at once; further ones are in the inbox. */
const MOST_TOLD = 500;

type ThreadQuery = { unread?: boolean | undefined; limit: number; cursor?: string | undefined };

/**
 * The threads that one follows in rooms that one is in, the last answered first.
 * @param query.unread only those in which something is unread: it is known by counting, of all that one follows
 */
export async function listThreads(
	person: Account,
	{ unread = false, limit, cursor }: ThreadQuery,
): Promise<Page<InboxThread>> {
	const [at, id] = readCursor(cursor, 2);
	const isFurther = at !== undefined && id !== undefined;
	const further = isFurther && { $or: [{ lastAt: { $lt: new Date(at) } }, { lastAt: new Date(at), _id: { $gt: id } }] };
	const mine = threadFollows()
		.find({ userId: person._id, following: true, roomId: { $in: await roomIdsOf(person._id) }, ...further })
		.sort({ lastAt: -1, _id: 1 });
	const found = unread ? await withUnread(await mine.toArray()) : await mine.limit(limit + 1).toArray();
	const page = pageOf(found, limit, (follow) => [follow.lastAt.toISOString(), follow._id]);
	return { items: await view(page.items), nextCursor: page.nextCursor };
}

async function withUnread(follows: ThreadFollowDoc[]): Promise<ThreadFollowDoc[]> {
	const views = await viewFollows(follows);
	return follows.filter((_, index) => (views[index]?.unread ?? 0) > 0);
}

async function view(follows: ThreadFollowDoc[]): Promise<InboxThread[]> {
	const docs = await messages()
		.find({ _id: { $in: follows.map(({ threadId }) => threadId) } }, WITHOUT_TERMS)
		.toArray();
	const [roots, states] = await Promise.all([viewMessages(docs), viewFollows(follows)]);
	return states.flatMap(({ threadId, unread, lastAt }) => {
		const root = roots.find((message) => message.id === threadId);
		return root ? [{ root, unread, lastAt }] : [];
	});
}

/** For the page's count; read together for all who come back at the same moment. */
export async function unreadThreads(person: Account): Promise<FollowedThread[]> {
	const load = (userIds: string[]) =>
		threadFollows()
			.find({ userId: { $in: userIds }, following: true })
			.toArray();
	const follows = await loadTogether("threads-of", person._id, load, ({ userId }) => userId);
	if (follows.length === 0) return [];
	const rooms = new Set(await roomIdsOf(person._id));
	const views = await viewFollows(follows.filter(({ roomId }) => rooms.has(roomId)));
	return views.filter(({ unread }) => unread > 0).slice(0, MOST_TOLD);
}
