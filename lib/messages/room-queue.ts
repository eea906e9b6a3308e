/**
 * The one way to write into a room. Each room has a queue in each process: what waits is written together, one update of the
 * room for the numbers and one insert for the messages, however many people wait. Several processes may do so at once.
 */
import { memberships } from "@/models/membership";
import { type MessageDoc, messages } from "@/models/message";
import type { Reservation } from "@/models/room";
import { isDatabaseAway, isDuplicateKey } from "../db/client.ts";
import { log } from "../log.ts";
import { ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import { singleton } from "../singleton.ts";
import { takeThreadNumbers } from "../threads/take-numbers.ts";
import { type Announced, announce } from "./announce.ts";
import { fillNumber, release, reserve } from "./reservations.ts";

export type NewMessage = Omit<MessageDoc, "seq" | "rev">;
export type Written = { message: MessageDoc; outcome: "created" | "changed" | "existed" };

type Post = { message: NewMessage };
/** No more than these operators: what the database makes of them is made here too (`afterUpdate`). */
export type Update = {
	$set?: Partial<MessageDoc>;
	$unset?: { [Field in keyof MessageDoc]?: true };
	/** Into and out of lists, by the path of the list. */
	$addToSet?: Record<string, string>;
	$pull?: Record<string, string>;
};
type Change = { id: string; update: Update };
type Waiting = (Post | Change) & { resolve(written: Written): void; reject(error: unknown): void };
type WaitingPost = Extract<Waiting, Post>;
type WaitingChange = Extract<Waiting, Change>;

type Queue = { waiting: Waiting[]; running: boolean };

/** Written together at most; what is beyond waits for the next round. */
const MOST_TOGETHER = 500;
const MOST_WAITING = 10_000;
/** While the database is away a batch tries again at this pace. */
const RETRY_EVERY_MS = 500;
/** Then the caller is answered 503; the write goes on, and the same id sent again gets its outcome. */
const ANSWERED_WITHIN_MS = 10_000;

function queues(): Map<string, Queue> {
	return singleton("room-queues", () => new Map());
}

/**
 * Writes a new message. The same id again, at any time and through any process, gives the message that exists.
 * @throws ParleyError `id-taken` when the id is another person's or another room's, `room-not-found`, `too-busy`
 */
export function post(message: NewMessage): Promise<Written> {
	return enqueue(message.roomId, { message });
}

/**
 * Changes a message that is not deleted.
 * @throws ParleyError `message-not-found`, `room-not-found`, `too-busy`
 */
export function change(roomId: string, id: string, update: Update): Promise<Written> {
	return enqueue(roomId, { id, update });
}

/** Resolves when everything that waits now is written: for closing down. */
export async function drainRoomQueues(): Promise<void> {
	while ([...queues().values()].some(({ running }) => running)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function enqueue(roomId: string, write: Post | Change): Promise<Written> {
	return new Promise((resolve, reject) => {
		const queue = queues().get(roomId) ?? { waiting: [], running: false };
		queues().set(roomId, queue);
		if (queue.waiting.length >= MOST_WAITING) return reject(new ParleyError("too-busy"));
		const timer = setTimeout(() => reject(new ParleyError("database-away")), ANSWERED_WITHIN_MS);
		queue.waiting.push({
			...write,
			resolve(written) {
				clearTimeout(timer);
				resolve(written);
			},
			reject(error) {
				clearTimeout(timer);
				reject(error);
			},
		});
		if (!queue.running) void run(roomId, queue);
	});
}

async function run(roomId: string, queue: Queue): Promise<void> {
	queue.running = true;
	while (queue.waiting.length > 0) {
		const batch = queue.waiting.splice(0, MOST_TOGETHER);
		try {
			await writeBatch(roomId, batch, queue);
		} catch (error) {
			for (const { reject } of batch) reject(error);
		}
	}
	queue.running = false;
	queues().delete(roomId);
}

async function writeBatch(roomId: string, batch: Waiting[], queue: Queue): Promise<void> {
	const posts = await withoutExisting(batch.filter((waiting) => "message" in waiting));
	const changes = oncePerMessage(
		batch.filter((waiting) => "update" in waiting),
		queue,
	);
	if (posts.length + changes.length === 0) return;

	const inRoom = posts.filter(({ message }) => standsInRoom(message));
	const replies = posts.filter(({ message }) => !standsInRoom(message));
	const numbers = await takeNumbers(roomId, {
		posts: inRoom.length,
		changes: replies.length + changes.length,
		lastMessageAt: inRoom.findLast(({ message }) => message.kind === "text")?.message.at,
	});
	await numberReplies(roomId, posts);
	const [posted, changed] = await Promise.all([
		insertAll([...inRoom, ...replies], numbers),
		applyAll(changes, numbers.fromRev + posts.length),
	]);
	const written = await giveBack(roomId, numbers, [...posted.written, ...changed.written]);

	await announce(written);
	for (const { waiting, message, outcome } of written) waiting.resolve({ message, outcome });
	for (const { waiting, existing } of posted.collided) settleExisting(waiting, existing);
	for (const waiting of changed.missing) waiting.reject(new ParleyError("message-not-found"));
	queue.waiting.unshift(...posted.displaced, ...changed.overtaken);
}

/** A reply that is not also sent to the room has a place in its thread only. */
function standsInRoom({ threadId, alsoToRoom }: NewMessage): boolean {
	return threadId === undefined || alsoToRoom === true;
}

async function numberReplies(roomId: string, posts: WaitingPost[]): Promise<void> {
	const byThread = new Map<string, WaitingPost[]>();
	for (const waiting of posts) {
		const { threadId } = waiting.message;
		if (threadId) byThread.set(threadId, [...(byThread.get(threadId) ?? []), waiting]);
	}
	for (const [threadId, waiting] of byThread) {
		let next = await untilAnswered(() => takeThreadNumbers(threadId, roomId, waiting.length));
		for (const { message } of waiting) message.threadSeq = next++;
	}
}

async function takeNumbers(roomId: string, wanted: Parameters<typeof reserve>[2]): Promise<Reservation> {
	const id = newId();
	const numbers = await untilAnswered(() => reserve(roomId, id, wanted));
	if (!numbers) throw new ParleyError("room-not-found");
	return numbers;
}

/** Retries: their ids are looked up before numbers are reserved, so that a retry burns none. */
async function withoutExisting(posts: WaitingPost[]): Promise<WaitingPost[]> {
	if (posts.length === 0) return [];
	const firsts = new Map<string, WaitingPost>();
	const again: WaitingPost[] = [];
	for (const waiting of posts) {
		if (firsts.has(waiting.message._id)) again.push(waiting);
		else firsts.set(waiting.message._id, waiting);
	}
	const existing = await messages()
		.find({ _id: { $in: [...firsts.keys()] } })
		.toArray();
	for (const message of existing) {
		const waiting = firsts.get(message._id);
		if (waiting) settleExisting(waiting, message);
		firsts.delete(message._id);
	}
	// The same id twice in one batch: the second waits for what becomes of the first.
	for (const waiting of again) {
		const first = firsts.get(waiting.message._id);
		if (!first)
			settleExisting(
				waiting,
				existing.find(({ _id }) => _id === waiting.message._id),
			);
		else chain(first, waiting);
	}
	return [...firsts.values()];
}

function chain(first: WaitingPost, second: WaitingPost): void {
	const { resolve, reject } = first;
	first.resolve = (written) => {
		resolve(written);
		settleExisting(second, written.message);
	};
	first.reject = (error) => {
		reject(error);
		second.reject(error);
	};
}

function settleExisting(waiting: WaitingPost, existing: MessageDoc | undefined): void {
	const { message, resolve, reject } = waiting;
	const same = existing?.roomId === message.roomId && existing.authorId === message.authorId;
	if (same) resolve({ message: existing, outcome: "existed" });
	else reject(new ParleyError("id-taken"));
}

/** Two changes of one message in one batch would be applied in no certain order: the later ones wait for the next. */
function oncePerMessage(changes: WaitingChange[], queue: Queue): WaitingChange[] {
	const seen = new Set<string>();
	return changes.filter((waiting) => {
		if (!seen.has(waiting.id)) return seen.add(waiting.id);
		queue.waiting.push(waiting);
		return false;
	});
}

type Entry = Announced & { waiting: Waiting };

type Posted = {
	written: Entry[];
	/** Their ids were written by somebody else between the look-up and the insert. */
	collided: { waiting: WaitingPost; existing: MessageDoc }[];
	/** Their numbers were voided and filled: they need others. */
	displaced: WaitingPost[];
};

/**
 * Writes all, until the database has said so: an attempt whose answer was lost is repeated with the same ids and numbers,
 * and what it had written already counts.
 */
async function insertAll(posts: WaitingPost[], { fromSeq, fromRev }: Reservation): Promise<Posted> {
	const entries = posts.map((waiting, i): Entry & { waiting: WaitingPost } => ({
		waiting,
		message: {
			...waiting.message,
			...(standsInRoom(waiting.message) && { seq: fromSeq + i }),
			rev: fromRev + i,
		},
		outcome: "created",
	}));
	if (entries.length === 0) return { written: [], collided: [], displaced: [] };
	const docs = entries.map(({ message }) => message);
	const [posted] = await Promise.all([
		untilAnswered(async () => {
			try {
				await messages().insertMany(docs, { ordered: false });
				return { written: entries, collided: [], displaced: [] };
			} catch (error) {
				if (!isDuplicateKey(error)) throw error;
				return sortOut(entries);
			}
		}),
		markAuthorsRead(docs),
	]);
	return posted;
}

async function sortOut(entries: (Entry & { waiting: WaitingPost })[]): Promise<Posted> {
	const ids = entries.map(({ message }) => message._id);
	const found = await messages()
		.find({ _id: { $in: ids } })
		.toArray();
	const sorted: Posted = { written: [], collided: [], displaced: [] };
	for (const entry of entries) {
		const { waiting, message } = entry;
		const existing = found.find(({ _id }) => _id === message._id);
		if (!existing) sorted.displaced.push(waiting);
		else if (existing.roomId === message.roomId && existing.seq === message.seq && existing.rev >= message.rev)
			sorted.written.push(entry);
		else {
			sorted.collided.push({ waiting, existing });
			if (message.seq !== undefined) await fillNumber(message.roomId, message.seq, message.rev);
		}
	}
	return sorted;
}

type Applied = { written: Entry[]; missing: WaitingChange[]; overtaken: WaitingChange[] };

async function applyAll(changes: WaitingChange[], firstRev: number): Promise<Applied> {
	const applied: Applied = { written: [], missing: [], overtaken: [] };
	await Promise.all(
		changes.map(async (waiting, i) => {
			const rev = firstRev + i;
			const { message, before } = await untilAnswered(() => apply(waiting, rev));
			// Deleted under another number: somebody was first. It cannot be overtaken, so it is not tried again.
			const isGone = !message || (message.deletedAt !== undefined && message.rev !== rev);
			if (isGone) applied.missing.push(waiting);
			else if (message.rev !== rev) applied.overtaken.push(waiting);
			else applied.written.push({ waiting, message, outcome: "changed", ...(before && { before }) });
		}),
	);
	return applied;
}

/**
 * @returns the message as it now stands, under another `rev` when the change was not applied; and as it stood before, unless
 *   the answer to an earlier attempt was lost
 */
async function apply(
	{ id, update }: WaitingChange,
	rev: number,
): Promise<{ message: MessageDoc | null; before?: MessageDoc }> {
	const numbered = { ...update, $set: { ...update.$set, rev } };
	const before = await messages().findOneAndUpdate(
		// Another process may have changed it under a higher number: then this change needs a number above that.
		{ _id: id, rev: { $lt: rev }, deletedAt: { $exists: false } },
		numbered,
		{ returnDocument: "before" },
	);
	if (before) return { message: afterUpdate(before, numbered), before };
	// Also where the answer to an earlier attempt was lost, but its write was not.
	return { message: await messages().findOne({ _id: id }) };
}

function afterUpdate(before: MessageDoc, { $set, $unset = {}, $addToSet = {}, $pull = {} }: Update): MessageDoc {
	const after: MessageDoc = { ...before, ...$set };
	for (const field of Object.keys($unset)) Reflect.deleteProperty(after, field);
	for (const [path, value] of Object.entries($addToSet)) {
		changeList(after, path, (list) => (list.includes(value) ? list : [...list, value]));
	}
	for (const [path, value] of Object.entries($pull)) {
		changeList(after, path, (list) => list.filter((each) => each !== value));
	}
	return after;
}

/** @param path `terms`, or `reactions.👍` */
function changeList(message: MessageDoc, path: string, change: (list: string[]) => string[]): void {
	const [field, name] = path.split(".");
	if (field === "terms") message.terms = change(message.terms ?? []);
	else if (field === "reactions" && name) {
		message.reactions = { ...message.reactions, [name]: change(message.reactions?.[name] ?? []) };
	} else throw new Error(`No list of a message is at ${path}.`);
}

/** Who writes has read what stands before. Lost in a crash, it only shows his own message as unread. */
async function markAuthorsRead(docs: MessageDoc[]): Promise<void> {
	const counted = docs.filter(({ kind, seq }) => kind === "text" && seq !== undefined);
	const lastOf = new Map(counted.map((doc) => [doc.authorId, doc]));
	if (lastOf.size === 0) return;
	await memberships()
		.bulkWrite(
			[...lastOf.values()].map(({ roomId, authorId, seq }) => ({
				updateOne: { filter: { roomId, userId: authorId }, update: { $max: { lastReadSeq: seq ?? 0 } } },
			})),
			{ ordered: false, writeConcern: { w: 1 } },
		)
		.catch((error: unknown) => log().warn({ err: error }, "The authors' read marks were not written."));
}

/**
 * Gives the reservation back. Voided meanwhile, the messages get new numbers, as often as it takes.
 * @returns the entries with the messages as they now stand
 */
async function giveBack(roomId: string, numbers: Reservation, entries: Entry[]): Promise<Entry[]> {
	if (await untilAnswered(() => release(roomId, numbers))) return entries;
	if (entries.length === 0) return entries;
	log().warn({ roomId, messages: entries.length }, "A write took too long; its messages get new numbers.");
	const isPost = ({ outcome, message }: Entry) => outcome === "created" && message.seq !== undefined;
	const posts = entries.filter(isPost);
	const changes = entries.length - posts.length;
	const again = await takeNumbers(roomId, { posts: posts.length, changes, lastMessageAt: undefined }).catch(
		async (error: unknown) => {
			// The room was deleted meanwhile, after its messages were: these must not stay behind.
			const left = entries.filter(({ outcome }) => outcome === "created").map(({ message }) => message._id);
			await untilAnswered(() => messages().deleteMany({ _id: { $in: left } }));
			throw error;
		},
	);
	const renumbered: Entry[] = [];
	// From the highest number down, so that none is set to one that another of them still has.
	for (const [i, entry] of [...entries.entries()].reverse()) {
		const at = posts.indexOf(entry);
		renumbered.unshift(await renumber(entry, again.fromRev + i, at >= 0 ? again.fromSeq + at : undefined));
	}
	await markAuthorsRead(renumbered.filter(({ outcome }) => outcome === "created").map(({ message }) => message));
	return giveBack(roomId, again, renumbered);
}

/** Only forward: what somebody else changed meanwhile, under a higher number, stays as he left it. */
async function renumber(entry: Entry, rev: number, seq: number | undefined): Promise<Entry> {
	const { message } = entry;
	const now = await untilAnswered(() =>
		messages().findOneAndUpdate(
			{ _id: message._id, rev: { $lt: rev } },
			{ $set: { rev, ...(seq !== undefined && { seq }) } },
			{ returnDocument: "after" },
		),
	);
	const burned = message.seq;
	if (now && seq !== undefined && burned !== undefined) {
		await untilAnswered(() => fillNumber(message.roomId, burned, message.rev));
	}
	const there = now ?? (await untilAnswered(() => messages().findOne({ _id: message._id })));
	return { ...entry, message: there ?? message };
}

async function untilAnswered<Result>(attempt: () => Promise<Result>): Promise<Result> {
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (!isDatabaseAway(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
		}
	}
}
