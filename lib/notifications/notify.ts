/**
 * Alerts, decided after a message was written, announced and acknowledged: nobody who writes waits for it. What comes within a moment is
 * decided together, with as many queries for five hundred messages as for one.
 */
import { alerts } from "@/models/alert";
import { type MembershipDoc, memberships } from "@/models/membership";
import type { MessageDoc } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import { type ThreadFollowDoc, threadFollows } from "@/models/thread-follow";
import { type Account, accounts } from "../auth/accounts.ts";
import { log } from "../log.ts";
import { viewMessages } from "../messages/view-message.ts";
import { connectionOf } from "../presence/connections.ts";
import { publish } from "../realtime/publish.ts";
import { directMembers } from "../rooms/view-room.ts";
import { newId } from "../shared/ids.ts";
import type { ReasonFor } from "../shared/notification-reasons.ts";
import { singleton } from "../singleton.ts";
import { whoWantsAll } from "./attentive.ts";
import { decideNotification } from "./decide-notification.ts";
import { factsOf } from "./facts-of.ts";
import { tellOfOutsiders } from "./tell-of-outsiders.ts";

type Written = { message: MessageDoc; room: RoomDoc };

/** What is written within this time is decided together: an alert that much later is not late. */
const DECIDED_EVERY_MS = 50;
const MOST_TOGETHER = 500;

type State = { waiting: Written[]; running: Promise<void> | undefined };

function state(): State {
	return singleton<State>("notifications", () => ({ waiting: [], running: undefined }));
}

/** Sees to it that those whom a new message concerns are alerted. Answers at once. */
export function notifyLater(written: Written): void {
	const held = state();
	held.waiting.push(written);
	held.running ??= run(held);
}

/** Resolves when everybody is alerted who is to be: for closing down. */
export async function drainNotifications(): Promise<void> {
	await state().running;
}

async function run(held: State): Promise<void> {
	while (held.waiting.length > 0) {
		await new Promise((resolve) => setTimeout(resolve, DECIDED_EVERY_MS));
		const batch = held.waiting.splice(0, MOST_TOGETHER);
		// An alert that is lost is still unread in the room.
		await notify(batch).catch((error: unknown) => log().warn({ err: error }, "Some alerts were not sent."));
	}
	held.running = undefined;
}

type Alert = { message: MessageDoc; userId: string; why: ReasonFor; sound: boolean };

async function notify(batch: Written[]): Promise<void> {
	const follows = await followsOf(batch);
	const watched = batch.map((written) => ({ ...written, concerned: concerned(written, follows) }));
	const members = await membersOf(watched);
	const people = new Map((await accounts(members.map(({ userId }) => userId))).map((each) => [each._id, each]));
	await send(watched.flatMap((each) => alertsOf(each, members, people, follows)));
	await tellOfOutsiders(batch);
}

async function followsOf(batch: Written[]): Promise<ThreadFollowDoc[]> {
	const threadIds = new Set(batch.flatMap(({ message }) => message.threadId ?? []));
	if (threadIds.size === 0) return [];
	return threadFollows()
		.find({ threadId: { $in: [...threadIds] }, following: true })
		.toArray();
}

/** `concerned`: connected people whom the message may concern, members or not: nobody else could be alerted. */
type Watched = Written & { concerned: Set<string> };

function concerned({ message, room }: Written, follows: ThreadFollowDoc[]): Set<string> {
	const followers = follows.filter(({ threadId }) => threadId === message.threadId).map(({ userId }) => userId);
	const ids = [...directMembers(room), ...(message.addressed ?? []), ...followers, ...whoWantsAll()];
	return new Set(ids.filter(isConnected));
}

/** The memberships of all whom one of the messages may concern: few in a large room, unless everybody is called. */
async function membersOf(batch: Watched[]): Promise<MembershipDoc[]> {
	const byRoom = new Map<string, Set<string>>();
	for (const { room, concerned } of batch) {
		byRoom.set(room._id, new Set([...(byRoom.get(room._id) ?? []), ...concerned]));
	}
	const found = await memberships()
		.find({
			$or: [
				...[...byRoom].map(([roomId, userIds]) => ({ roomId, userId: { $in: [...userIds] } })),
				{ roomId: { $in: [...byRoom.keys()] }, level: "all" },
				{ roomId: { $in: batch.filter(callsEverybody).map(({ room }) => room._id) } },
			],
		})
		.toArray();
	return found.filter(({ userId }) => isConnected(userId));
}

function alertsOf(
	written: Watched,
	members: MembershipDoc[],
	people: Map<string, Account>,
	follows: ThreadFollowDoc[],
): Alert[] {
	const { message, room, concerned } = written;
	const mayConcern = ({ roomId, userId, level }: MembershipDoc) =>
		roomId === room._id && (level === "all" || concerned.has(userId) || callsEverybody(written));
	return members.filter(mayConcern).flatMap((membership) => {
		const person = people.get(membership.userId);
		if (!person) return [];
		const follow = follows.find(({ threadId, userId }) => threadId === message.threadId && userId === person._id);
		const { desktop, sound, why } = decideNotification(factsOf(message, room, person, { membership, follow }));
		return desktop && why ? [{ message, userId: person._id, why, sound }] : [];
	});
}

async function send(due: Alert[]): Promise<void> {
	if (due.length === 0) return;
	const views = new Map(
		(await viewMessages([...new Set(due.map(({ message }) => message))])).map((view) => [view.id, view]),
	);
	const at = new Date();
	for (const { message, userId, why, sound } of due) {
		const view = views.get(message._id);
		if (view) publish({ user: userId }, "notification", { message: view, why, sound });
	}
	await alerts().insertMany(
		due.map(({ message, userId, why }) => ({ _id: newId(), messageId: message._id, userId, why, at })),
		{ ordered: false, writeConcern: { w: 1 } },
	);
}

const callsEverybody = ({ message: { mentions } }: Written) => mentions?.all || mentions?.here;

const isConnected = (userId: string) => connectionOf(userId) !== "offline";
