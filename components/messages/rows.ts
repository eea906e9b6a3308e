import { dayKey } from "@/components/words/times";
import type { Pending } from "@/lib/client/outbox";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

/** One line of the list: a message or what happened, how it stands to the one before it, and what is drawn above it. */
export type Row = {
	id: string;
	/** The numbers of the first and last message in it; what is on its way stands after all numbers. */
	from: number;
	to: number;
	author: Author;
	at: string;
	/** Undefined while it is on its way. */
	message?: Message;
	pending?: Pending;
	/** Of one kind, one after the other: told in one sentence. */
	notices?: Message[];
	/** Begins a group: shows the author. */
	first: boolean;
	/** Begins a day. */
	newDay: boolean;
	/** What follows is unread. */
	newLine: boolean;
};

type Options = {
	me: Author;
	groupingSeconds: number;
	/** The line stands above the first message of others after this number; null: there is none. */
	newAfter: number | null;
	/** Of the room, where nothing else is said. */
	numberOf?: (message: Message) => number;
	/** The message that a thread hangs on: what follows it begins anew. */
	head?: string | undefined;
};

type Bare = Omit<Row, "first" | "newDay" | "newLine">;

export function rowsOf(messages: Message[], pending: Pending[], options: Options): Row[] {
	const { me, groupingSeconds, newAfter, numberOf = seqOf, head } = options;
	const here = new Set(messages.map((message) => message.id));
	const waiting = pending.filter(({ id }) => !here.has(id));
	const all = [...withNoticesTogether(messages, numberOf), ...waiting.map((one) => pendingRow(one, me))];
	const firstNew = messages.find((message) => newAfter !== null && isNew(message, numberOf(message), newAfter, me));
	return all.map((row, index) => {
		const before = all[index - 1];
		const newDay = !before || dayKey(before.at) !== dayKey(row.at);
		const newLine = row.id === firstNew?.id;
		const apart = before === undefined || newDay || newLine || before.id === head;
		const grouped = !apart && belongTogether(before, row, groupingSeconds);
		return { ...row, first: !grouped, newDay, newLine };
	});
}

/** Whether a message of this number counts as unread after that one. */
export function isNew(message: Message, number: number, newAfter: number, me: Author): boolean {
	return number > newAfter && message.kind !== "notice" && message.author.id !== me.id;
}

function seqOf({ seq }: Message): number {
	return seq ?? 0;
}

function withNoticesTogether(messages: Message[], numberOf: (message: Message) => number): Bare[] {
	const rows: Bare[] = [];
	for (const message of messages) {
		const { id, author, at } = message;
		const seq = numberOf(message);
		const last = rows.at(-1);
		if (last?.notices && isSameNotice(last, message)) {
			rows[rows.length - 1] = { ...last, to: seq, at, notices: [...last.notices, message] };
		} else {
			rows.push({ id, from: seq, to: seq, author, at, message, ...(message.notice ? { notices: [message] } : {}) });
		}
	}
	return rows;
}

function isSameNotice({ message, author, at }: Bare, next: Message): boolean {
	const type = next.notice?.type;
	if (!type || type !== message?.notice?.type || dayKey(at) !== dayKey(next.at)) return false;
	return type === "joined" || type === "left" || (type === "added" && author.id === next.author.id);
}

function pendingRow(pending: Pending, me: Author): Bare {
	const end = Number.POSITIVE_INFINITY;
	return { id: pending.id, from: end, to: end, author: me, at: pending.at, pending };
}

function belongTogether(before: Bare, row: Bare, groupingSeconds: number): boolean {
	if (before.message?.kind === "notice" || row.message?.kind === "notice") return false;
	if (before.author.id !== row.author.id) return false;
	return Date.parse(row.at) - Date.parse(before.at) <= groupingSeconds * 1_000;
}
