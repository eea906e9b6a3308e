/** Threads: who follows them, and how far they are read. */
import type { FollowedThread } from "../shared/schemas/message.ts";
import { followThread, getThread, markThreadRead, unfollowThread } from "./api.ts";
import { applyEvent, heldBootstrap, heldHistory, type ShownHistory, type Talk } from "./cache.ts";
import { forgetMark, tellThreadRead } from "./read-marks.ts";
import { numberIn } from "./state.ts";

export type ThreadTalk = Talk & { threadId: string };

/** More than any thread has. */
const ALL = Number.MAX_SAFE_INTEGER;

/** The thread is read up to here, as far as I see. */
export function readThreadTo(talk: ThreadTalk, threadSeq: number): void {
	const thread = standingOf(talk);
	if (!thread) return;
	const unread = unreadAfter(talk, threadSeq, thread);
	apply({ ...thread, unread, lastReadThreadSeq: Math.max(thread.lastReadThreadSeq, threadSeq) });
	tellThreadRead(talk.threadId, threadSeq);
}

/** Wherever its end is. @throws ClientError */
export async function readWholeThread(talk: ThreadTalk): Promise<void> {
	const thread = standingOf(talk);
	forgetMark(talk.threadId);
	await markThreadRead(talk.threadId, ALL);
	if (thread) apply({ ...thread, unread: 0 });
}

/** The last reply of somebody else counts as unread again. Nothing when there is none. @throws ClientError */
export async function markThreadUnread(talk: ThreadTalk): Promise<void> {
	const held = heldHistory(talk);
	const items = held && !held.hasAfter ? held.items : (await getThread(talk.threadId, undefined)).items;
	const meId = heldBootstrap()?.me.id;
	const last = items.findLast(({ author }) => author.id !== meId)?.threadSeq;
	if (typeof last !== "number") return;
	forgetMark(talk.threadId);
	await markThreadRead(talk.threadId, last - 1);
}

/** @throws ClientError */
export async function setFollowing(talk: ThreadTalk, following: boolean): Promise<void> {
	const thread = standingOf(talk);
	await (following ? followThread(talk.threadId) : unfollowThread(talk.threadId));
	if (thread) apply({ ...thread, following });
}

/** Every thread that I follow. @throws ClientError */
export async function readAllThreads(): Promise<void> {
	await Promise.all((heldBootstrap()?.threads ?? []).map(readWholeThread));
}

/** How a thread stands for me, as far as the page knows. */
function standingOf(talk: ThreadTalk): FollowedThread | undefined {
	const unread = heldBootstrap()?.threads.find(({ threadId }) => threadId === talk.threadId);
	const held = heldHistory(talk)?.thread;
	if (!held) return unread;
	const { root, following, lastReadThreadSeq } = held;
	return {
		threadId: talk.threadId,
		roomId: talk.roomId,
		lastAt: unread?.lastAt ?? root.thread?.lastAt ?? root.at,
		unread: unread?.unread ?? 0,
		following,
		lastReadThreadSeq,
	};
}

/** Exactly, if the end of the thread is held; else what the server will say is guessed until it has said it. */
function unreadAfter(talk: ThreadTalk, threadSeq: number, thread: FollowedThread): number {
	const held = heldHistory(talk);
	if (!held || held.hasAfter) return Math.max(0, thread.unread - (threadSeq - thread.lastReadThreadSeq));
	return repliesAfter(held, threadSeq);
}

function repliesAfter(held: ShownHistory, threadSeq: number): number {
	const meId = heldBootstrap()?.me.id;
	return held.items.filter((item) => item.author.id !== meId && (numberIn(held, item) ?? 0) > threadSeq).length;
}

function apply(thread: FollowedThread): void {
	applyEvent({ name: "thread:changed", payload: { thread } });
}
