/**
 * What the page holds, and how the socket's events change it: state + events = what a fresh fetch would answer.
 * Pure functions. Any event may come twice (a POST is answered and pushed; events are replayed over a fetch that was under way),
 * and events of one room may come in another order than they happened, as several processes send them: `rev` decides.
 */
import type { ServerEvent, ServerEventName } from "../shared/events.ts";
import { hasKeyword } from "../shared/keywords.ts";
import { quotedParts } from "../shared/quoted-text.ts";
import type { ChangedMessage, FollowedThread, History, Message, Quote, Thread } from "../shared/schemas/message.ts";
import type { RoomCore, RoomView } from "../shared/schemas/room.ts";
import type { Author, User } from "../shared/schemas/user.ts";

export type StateEvent = { [Name in ServerEventName]: { name: Name; payload: ServerEvent<Name> } }[ServerEventName];

/**
 * A run of messages without holes, somewhere in a room or in one of its threads. Nothing older or newer is missing where `hasBefore`
 * or `hasAfter` is false.
 */
export type HeldHistory = History & {
	/** What the run is a piece of, if not of the room itself. */
	thread?: HeldThread;
	/** Deleted while it was held. An older event about one of them that comes late must not bring it back. */
	removed?: readonly string[];
};

/** The message that a thread hangs on, and how the thread stands for who looks at it. */
export type HeldThread = Pick<Thread, "root" | "following" | "lastReadThreadSeq">;

type Gone = { id: string; rev: number; at: string };
type Membership = NonNullable<RoomView["membership"]>;

/** @param keywords what I want to hear of: it raises my count as my name does */
export function applyToRooms(
	rooms: RoomView[],
	event: StateEvent,
	meId: string,
	keywords: readonly string[] = [],
): RoomView[] {
	switch (event.name) {
		case "message:created":
			return inRoom(rooms, event.payload.message.roomId, (room) =>
				withCreated(room, event.payload.message, meId, keywords),
			);
		case "message:changed":
			return inRoom(rooms, event.payload.message.roomId, (room) => withChanged(room, event.payload, meId));
		case "message:deleted":
			return inRoom(rooms, event.payload.roomId, (room) => withDeleted(room, event.payload, meId));
		case "room:changed":
			return inRoom(rooms, event.payload.room.id, (room) => withCore(room, event.payload.room));
		case "membership:changed":
			return withView(rooms, event.payload.room);
		case "membership:removed":
			return rooms.some((room) => room.id === event.payload.roomId)
				? rooms.filter((room) => room.id !== event.payload.roomId)
				: rooms;
		case "user:changed":
			return mapChanged(rooms, (room) => withPerson(room, event.payload.user));
		default:
			return rooms;
	}
}

/**
 * Whether the events alone no longer tell the counts of a room, so that the rooms must be fetched again:
 * an event was missed, a view of the room that is older than what is held moved its read mark, or something that I have not read was
 * changed or deleted, of which nobody knows any more whether it held a keyword.
 */
export function needsFetch(rooms: RoomView[], event: StateEvent, keywords: readonly string[] = []): boolean {
	if (event.name === "membership:changed") {
		const held = rooms.find((room) => room.id === event.payload.room.id);
		const moved = held?.membership?.lastReadSeq !== event.payload.room.membership?.lastReadSeq;
		return held !== undefined && event.payload.room.rev < held.rev && moved;
	}
	const place = placeOf(event);
	if (!place) return false;
	const held = rooms.find((room) => room.id === place.roomId);
	const mayHaveCounted = keywords.length > 0 && event.name !== "message:created";
	if (mayHaveCounted && (place.seq ?? 0) > (held?.membership?.lastReadSeq ?? 0)) return true;
	return !held || place.rev > held.rev + 1;
}

export function markReadTo(rooms: RoomView[], roomId: string, seq: number): RoomView[] {
	return inRoom(rooms, roomId, (room) => withMembership(room, (membership) => readTo(membership, room, seq)));
}

/** @param stubs whether the server shows deleted messages as what is left of them */
export function applyToHistory<Held extends HeldHistory>(
	history: Held,
	event: StateEvent,
	{ stubs = false } = {},
): Held {
	switch (event.name) {
		case "message:created":
		case "message:changed":
			return withNextRev(
				withQuoted(withMessages(history, [event.payload.message]), event.payload.message),
				event.payload.message.rev,
			);
		case "message:deleted":
			return withNextRev(
				withoutQuoted(withoutMessage(history, event.payload, stubs), event.payload.id),
				event.payload.rev,
			);
		case "user:changed":
			return withEach(history, (message) => withWriter(message, event.payload.user));
		case "thread:changed":
			return withStanding(history, event.payload.thread);
		default:
			return history;
	}
}

/** What happened since the history's rev, as `changes` answers. */
export function applyChanges<Held extends HeldHistory>(
	history: Held,
	changes: { items: ChangedMessage[]; rev: number },
	{ stubs = false } = {},
): Held {
	const whole = changes.items.filter(isWhole);
	const changed = whole.reduce(withQuoted, withMessages(history, whole));
	const deleted = changes.items.flatMap(({ id, rev, deletedAt: at }) => (at === null ? [] : [{ id, rev, at }]));
	const left = deleted.reduce((held, gone) => withoutQuoted(withoutMessage(held, gone, stubs), gone.id), changed);
	return changes.rev > left.rev ? { ...left, rev: changes.rev } : left;
}

/** An older page put before what is held, or a newer one after it. The rev is the older one: only up to there all of it is known. */
export function withPage<Held extends HeldHistory>(history: Held, page: History, side: "before" | "after"): Held {
	const opened = side === "before" ? { hasBefore: page.hasBefore } : { hasAfter: page.hasAfter };
	const rev = Math.min(history.rev, page.rev);
	return withMessages({ ...history, ...opened, rev }, page.items, { anywhere: true });
}

/** The number by which messages of this run are ordered and read: the room's, or the thread's. */
export function numberIn(
	{ thread }: Pick<HeldHistory, "thread">,
	{ id, seq, threadId, threadSeq }: Message,
): number | null {
	if (!thread) return seq;
	if (id === thread.root.id) return 0;
	return threadId === thread.root.id ? threadSeq : null;
}

/** Whether the room has moved on without this history, so that `changes` has to be asked. */
export function isBehind(history: History, room: RoomView): boolean {
	return history.rev < room.rev;
}

function placeOf(event: StateEvent): { roomId: string; seq: number | null; rev: number } | undefined {
	if (event.name === "message:created" || event.name === "message:changed") return event.payload.message;
	return event.name === "message:deleted" ? event.payload : undefined;
}

// Rooms

function withCreated(room: RoomView, message: Message, meId: string, keywords: readonly string[]): RoomView {
	if (message.rev <= room.rev) return room;
	const { seq } = message;
	if (seq === null) return withRev(room, message.rev);
	const numbered = { ...room, rev: message.rev, lastSeq: Math.max(room.lastSeq, seq) };
	// Who came and went is no talk: it neither counts nor moves the room up.
	if (message.kind === "notice") return numbered;
	const raised = { ...numbered, lastMessageAt: later(room.lastMessageAt, message.at) };
	if (message.author.id === meId) return withMembership(raised, (membership) => readTo(membership, raised, seq));
	return withMembership(raised, (membership) =>
		seq <= membership.lastReadSeq
			? membership
			: {
					...membership,
					unread: membership.unread + 1,
					mentions: membership.mentions + (hasKeyword(message.text, keywords) ? 1 : mentionsOf(message.mentions, meId)),
				},
	);
}

/** An edit may name people, or no longer. */
function withChanged(room: RoomView, { message, before }: ServerEvent<"message:changed">, meId: string): RoomView {
	const { seq, rev, author } = message;
	if (rev <= room.rev) return room;
	return withMembership({ ...room, rev }, (membership) => {
		if (seq === null || seq <= membership.lastReadSeq || author.id === meId) return membership;
		const change = mentionsOf(message.mentions, meId) - mentionsOf(before?.mentions, meId);
		return change === 0 ? membership : { ...membership, mentions: Math.max(0, membership.mentions + change) };
	});
}

function withDeleted(room: RoomView, gone: ServerEvent<"message:deleted">, meId: string): RoomView {
	const { seq, rev } = gone;
	if (rev <= room.rev) return room;
	return withMembership({ ...room, rev }, (membership) => {
		if (seq === null || seq <= membership.lastReadSeq) return membership;
		const unread = Math.max(0, membership.unread - 1);
		const counted = gone.authorId === meId ? 0 : mentionsOf(gone.mentions, meId);
		const mentions = Math.max(0, membership.mentions - counted);
		return { ...membership, unread, mentions: Math.min(mentions, unread) };
	});
}

function mentionsOf(mentions: Message["mentions"] | undefined, meId: string): number {
	return mentions?.users.includes(meId) || mentions?.all ? 1 : 0;
}

/**
 * `lastSeq`, `rev` and `lastMessageAt` are left to the messages' own events, which raise the unread count with them:
 * a core that was read after a message and sent before it would make that message look counted.
 */
function withCore(room: RoomView, core: RoomCore): RoomView {
	const { lastSeq, rev, lastMessageAt } = room;
	const displayName = core.kind === "direct" ? room.displayName : (core.name ?? room.displayName);
	return { ...room, ...core, lastSeq, rev, lastMessageAt, displayName };
}

function withView(rooms: RoomView[], view: RoomView): RoomView[] {
	if (!rooms.some((room) => room.id === view.id)) return [...rooms, view];
	return inRoom(rooms, view.id, (room) => (view.rev >= room.rev ? view : withOlderView(room, view)));
}

/** The view was read before messages that are held already: what it says of the membership counts, its numbers do not. */
function withOlderView(room: RoomView, view: RoomView): RoomView {
	const { lastSeq, rev, lastMessageAt } = room;
	const merged = { ...view, lastSeq, rev, lastMessageAt };
	return withMembership(merged, (membership) => {
		if (membership.lastReadSeq === room.membership?.lastReadSeq) {
			return { ...membership, unread: room.membership.unread, mentions: room.membership.mentions };
		}
		const unread = membership.unread + lastSeq - view.lastSeq;
		return { ...membership, unread: Math.max(0, Math.min(unread, lastSeq - membership.lastReadSeq)) };
	});
}

function withPerson(room: RoomView, user: User): RoomView {
	if (!room.with?.some((person) => person.id === user.id)) return room;
	const people = room.with.map((person) => (person.id === user.id ? mergeUser(person, user) : person));
	return { ...room, with: people, displayName: people.map((person) => person.name).join(", ") };
}

/** What only some may see is not in the event, which is the same for all. */
export function mergeUser(held: User, user: User): User {
	return {
		...(held.email === undefined ? {} : { email: held.email }),
		...(held.roles === undefined ? {} : { roles: held.roles }),
		...user,
	};
}

function withRev(room: RoomView, rev: number): RoomView {
	return rev > room.rev ? { ...room, rev } : room;
}

function withMembership(room: RoomView, change: (membership: Membership) => Membership): RoomView {
	if (!room.membership) return room;
	const membership = change(room.membership);
	return membership === room.membership ? room : { ...room, membership };
}

function readTo(membership: Membership, room: RoomView, seq: number): Membership {
	const lastReadSeq = Math.max(membership.lastReadSeq, seq);
	const unread = Math.min(membership.unread, room.lastSeq - lastReadSeq);
	const mentions = Math.min(membership.mentions, unread);
	const isSame = lastReadSeq === membership.lastReadSeq && unread === membership.unread;
	return isSame ? membership : { ...membership, lastReadSeq, unread, mentions };
}

function inRoom(rooms: RoomView[], id: string, change: (room: RoomView) => RoomView): RoomView[] {
	return mapChanged(rooms, (room) => (room.id === id ? change(room) : room));
}

// Histories

function withMessages<Held extends HeldHistory>(history: Held, messages: Message[], { anywhere = false } = {}): Held {
	const changes = new Map<string, Message>();
	const root = history.thread && messages.find(({ id }) => id === history.thread?.root.id);
	if (root) return withMessages(withRoot(history, root), without(messages, root.id), { anywhere });
	for (const message of messages) {
		const held = changes.get(message.id) ?? history.items.find((item) => item.id === message.id);
		if (held ? message.rev > held.rev : isMissing(history, message, anywhere)) changes.set(message.id, message);
	}
	if (changes.size === 0) return history;
	const kept = history.items.filter((item) => !changes.has(item.id));
	const numberOf = (message: Message) => numberIn(history, message) ?? 0;
	return { ...history, items: [...kept, ...changes.values()].sort((a, b) => numberOf(a) - numberOf(b)) };
}

function without(messages: Message[], id: string): Message[] {
	return messages.filter((message) => message.id !== id);
}

function withRoot<Held extends HeldHistory>(history: Held, root: Message): Held {
	if (!history.thread || root.rev <= history.thread.root.rev) return history;
	return { ...history, thread: { ...history.thread, root } };
}

function withStanding<Held extends HeldHistory>(history: Held, news: FollowedThread): Held {
	const { thread } = history;
	if (thread?.root.id !== news.threadId) return history;
	const { following, lastReadThreadSeq } = news;
	if (thread.following === following && thread.lastReadThreadSeq === lastReadThreadSeq) return history;
	return { ...history, thread: { ...thread, following, lastReadThreadSeq } };
}

/** Whether the message stands in the run that is held, and is not there yet. */
function isMissing(history: HeldHistory, message: Message, anywhere: boolean): boolean {
	const { id, deletedAt } = message;
	const number = numberIn(history, message);
	if (number === null || history.removed?.includes(id)) return false;
	if (anywhere) return true;
	if (deletedAt !== null) return false;
	const [first, last] = [history.items[0], history.items.at(-1)];
	const afterFirst = !history.hasBefore || (first !== undefined && number > (numberIn(history, first) ?? 0));
	const beforeLast = !history.hasAfter || (last !== undefined && number < (numberIn(history, last) ?? 0));
	return afterFirst && beforeLast;
}

function withoutMessage<Held extends HeldHistory>(history: Held, gone: Gone, stubs: boolean): Held {
	const { id, rev, at } = gone;
	if (history.removed?.includes(id)) return history;
	const removed = [...(history.removed ?? []), id];
	const stubOf = (message: Message): Message => ({
		...message,
		rev,
		text: "",
		files: [],
		deletedAt: at,
		reactions: [],
		quote: null,
		previews: [],
	});
	// What hangs on it stays, and a thread has no stubs but this one.
	if (history.thread?.root.id === id) {
		return { ...history, removed, thread: { ...history.thread, root: stubOf(history.thread.root) } };
	}
	const items =
		stubs && !history.thread
			? history.items.map((item) => (item.id === id ? stubOf(item) : item))
			: history.items.filter((item) => item.id !== id);
	return { ...history, items, removed };
}

/** What quotes a message shows it as it is now, wherever the quoted one stands. */
export function withQuoted<Held extends HeldHistory>(history: Held, message: Message): Held {
	const held = history.items.find(({ id }) => id === message.id);
	if (held && held.rev > message.rev) return history;
	return withQuotes(history, message.id, (quote) => {
		if ("unavailable" in quote) return quote;
		const parts = quotedParts(message);
		return quote.text === parts.text ? quote : { ...quote, ...parts };
	});
}

export function withoutQuoted<Held extends HeldHistory>(history: Held, id: string): Held {
	return withQuotes(history, id, (quote) => ("unavailable" in quote ? quote : { id, unavailable: true }));
}

function withQuotes<Held extends HeldHistory>(history: Held, id: string, change: (quote: Quote) => Quote): Held {
	return withEach(history, (item) => {
		if (item.quote?.id !== id) return item;
		const quote = change(item.quote);
		return quote === item.quote ? item : { ...item, quote };
	});
}

/** Only the very next rev is known to be complete. After a hole the rev stays, and `changes` is asked from there. */
function withNextRev<Held extends HeldHistory>(history: Held, rev: number): Held {
	return rev === history.rev + 1 ? { ...history, rev } : history;
}

function withEach<Held extends HeldHistory>(history: Held, change: (message: Message) => Message): Held {
	const items = mapChanged(history.items, change);
	const root = history.thread && change(history.thread.root);
	if (items === history.items && root === history.thread?.root) return history;
	return { ...history, items, ...(history.thread && root && { thread: { ...history.thread, root } }) };
}

function withWriter(message: Message, user: User): Message {
	const author = sameAuthor(message.author, user);
	const users = message.notice?.users && mapChanged(message.notice.users, (person) => sameAuthor(person, user));
	const thread = message.thread && withParticipant(message.thread, user);
	const quote = quoteWithWriter(message.quote, user);
	const isSame = author === message.author && users === message.notice?.users;
	if (isSame && thread === message.thread && quote === message.quote) return message;
	const notice = message.notice && { ...message.notice, ...(users ? { users } : {}) };
	return { ...message, author, thread, quote, ...(notice ? { notice } : {}) };
}

function withParticipant(thread: NonNullable<Message["thread"]>, user: User): NonNullable<Message["thread"]> {
	const participants = mapChanged(thread.participants, (person) => sameAuthor(person, user));
	return participants === thread.participants ? thread : { ...thread, participants };
}

function quoteWithWriter(quote: Quote | null, user: User): Quote | null {
	if (!quote || "unavailable" in quote) return quote;
	const author = sameAuthor(quote.author, user);
	return author === quote.author ? quote : { ...quote, author };
}

function sameAuthor(held: Author, { id, username, name, avatar }: User): Author {
	const same = held.username === username && held.name === name && held.avatar === avatar;
	return held.id !== id || same ? held : { id, username, name, avatar };
}

function isWhole(item: ChangedMessage): item is Message {
	return "roomId" in item;
}

function later(a: string | null, b: string): string {
	return a !== null && Date.parse(a) > Date.parse(b) ? a : b;
}

/** The same array when nothing in it changed, so that what shows it is not drawn again. */
function mapChanged<Item>(items: Item[], change: (item: Item) => Item): Item[] {
	const changed = items.map(change);
	return changed.some((item, index) => item !== items[index]) ? changed : items;
}
