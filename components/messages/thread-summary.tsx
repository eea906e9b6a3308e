"use client";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { openThread } from "@/components/frame/navigation";
import { Face } from "@/components/people/face";
import { dayKey, type Times } from "@/components/words/times";
import type { Message } from "@/lib/shared/schemas/message";

const FACES = 3;

type Props = {
	message: Message;
	thread: NonNullable<Message["thread"]>;
	/** Replies that I have not read, if I follow it. */
	fresh: number;
	times: Times;
};

/** Under a message on which a thread hangs: who wrote there, how much and when; leads there. */
export function ThreadSummary({ message, thread, fresh, times }: Props) {
	const t = useTranslations("messages");
	const { count, lastAt, participants } = thread;
	const today = dayKey(lastAt) === dayKey(new Date().toISOString());
	return (
		<button
			type="button"
			data-thread={message.id}
			onClick={() => openThread(message.id)}
			className="-ms-1.5 mt-1 flex max-w-full items-center gap-2 rounded-md px-1.5 py-0.75 text-start text-sm leading-5 hover:bg-raised-hover hover:[--ground:var(--surface-raised-hover)] pointer-coarse:min-h-11"
		>
			<span className="flex shrink-0 -space-x-1 rtl:space-x-reverse">
				{participants.slice(0, FACES).map((person) => (
					<span key={person.id} className="rounded-person shadow-[0_0_0_2px_var(--ground,var(--surface))]">
						<Face person={person} size={22} />
					</span>
				))}
			</span>
			<span className="shrink-0 font-semibold text-link">{t("thread.count", { count })}</span>
			{fresh > 0 && (
				<span className="size-1.75 shrink-0 rounded-full bg-signal">
					<span className="sr-only">{t("newReplies", { count: fresh })}</span>
				</span>
			)}
			<time dateTime={lastAt} title={times.fullTime(lastAt)} className="cut text-xs text-muted tabular-nums">
				{t("thread.last", { when: today ? times.clockTime(lastAt) : times.dayWords(lastAt) })}
			</time>
		</button>
	);
}

/** A reply that stands in the room as well says so in both places. */
export function ThreadMark({ message, inThread }: { message: Message; inThread: boolean }) {
	const t = useTranslations("messages");
	const { id, threadId, alsoToRoom } = message;
	if (!threadId || (inThread && !alsoToRoom)) return null;
	if (inThread) return <p className="text-xs leading-5 text-faint">{t("thread.alsoInRoom")}</p>;
	return (
		<button
			type="button"
			onClick={() => openThread(threadId, id)}
			className="flex items-center gap-1 rounded-xs text-xs leading-5 text-muted hover:text-text hover:underline underline-offset-3 pointer-coarse:min-h-11"
		>
			<MessageSquare size={12} strokeWidth={2} aria-hidden className="shrink-0" />
			{t("thread.inThread")}
		</button>
	);
}
