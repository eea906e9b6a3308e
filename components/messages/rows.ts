import { dayKey } from "@/components/words/times";
import type { Pending } from "@/lib/client/outbox";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

/** One line of the list: a message, how it stands to the one before it, and what is drawn above it. */
export type Row = {
	id: string;
	author: Author;
	at: string;
	/** Undefined while it is on its way. */
	message?: Message;
	pending?: Pending;
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
};

export function rowsOf(messages: Message[], pending: Pending[], { me, groupingSeconds, newAfter }: Options): Row[] {
	const here = new Set(messages.map((message) => message.id));
	const all: Pick<Row, "id" | "author" | "at" | "message" | "pending">[] = [
		...messages.map((message) => ({ id: message.id, author: message.author, at: message.at, message })),
		...pending
			.filter(({ id }) => !here.has(id))
			.map((waiting) => ({ id: waiting.id, author: me, at: waiting.at, pending: waiting })),
	];
	const firstNew = messages.find((message) => newAfter !== null && isNew(message, newAfter, me));
	return all.map((row, index) => {
		const before = all[index - 1];
		const newDay = !before || dayKey(before.at) !== dayKey(row.at);
		const newLine = row.id === firstNew?.id;
		const grouped = before !== undefined && !newDay && !newLine && belongTogether(before, row, groupingSeconds);
		return { ...row, first: !grouped, newDay, newLine };
	});
}

function isNew(message: Message, newAfter: number, me: Author): boolean {
	return (message.seq ?? 0) > newAfter && message.kind !== "notice" && message.author.id !== me.id;
}

type Written = Pick<Row, "author" | "at" | "message">;

function belongTogether(before: Written, row: Written, groupingSeconds: number): boolean {
	if (before.message?.kind === "notice" || row.message?.kind === "notice") return false;
	if (before.author.id !== row.author.id) return false;
	return Date.parse(row.at) - Date.parse(before.at) <= groupingSeconds * 1_000;
}
