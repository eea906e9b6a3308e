"use client";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import type { Times } from "@/components/words/times";

type DayProps = {
	at: string;
	times: Times;
	/** There the line is also the way to another day; the keyboard's is the room's menu. */
	roomId: string | undefined;
};

export function DayLine({ at, times, roomId }: DayProps) {
	const t = useTranslations("messages");
	const day = times.dayWords(at);
	return (
		<div className="flex items-center gap-3 px-6 pt-4 pb-1 text-xs leading-5 font-medium text-muted max-md:px-3.5 in-data-[pane=panel]:px-5">
			<span className="h-px flex-1 bg-border" />
			{roomId === undefined ? (
				<time dateTime={at}>{day}</time>
			) : (
				<button
					type="button"
					tabIndex={-1}
					aria-label={t("day", { day })}
					title={t("day", { day })}
					onClick={() => openOverlay({ name: "day", roomId })}
					className="-mx-2 rounded-sm px-2 hover:bg-hover hover:text-text"
				>
					<time dateTime={at}>{day}</time>
				</button>
			)}
			<span className="h-px flex-1 bg-border" />
		</div>
	);
}

/** @param count in a thread: how many replies are new */
export function NewLine({ count }: { count?: number | undefined }) {
	const t = useTranslations("messages");
	return (
		<div className="flex items-center gap-3 px-6 pt-3 text-xs leading-5 font-medium text-signal-text max-md:px-3.5 in-data-[pane=panel]:px-5">
			{count === undefined ? t("newMessages") : t("newReplies", { count })}
			<span className="h-px flex-1 bg-signal/55" />
		</div>
	);
}

/** Under the message that a thread hangs on. */
export function RepliesLine({ count }: { count: number }) {
	const t = useTranslations("messages");
	return (
		<div className="flex items-center gap-3 px-6 pt-2.5 pb-0.5 text-xs leading-5 font-medium text-muted tabular-nums max-md:px-3.5 in-data-[pane=panel]:px-5">
			<span className="h-px flex-1 bg-border" />
			{t("thread.count", { count })}
			<span className="h-px flex-1 bg-border" />
		</div>
	);
}
