"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { Face } from "@/components/people/face";
import { WrittenText } from "@/components/text/written-text";
import { dayKey } from "@/components/words/times";
import { useTimes } from "@/components/words/use-times";
import type { Message } from "@/lib/shared/schemas/message";
import { Quoted } from "./quoted";
import { saidIn } from "./said-in";

type Props = {
	message: Message;
	/** Where it was written, where that is not the place one is in. */
	where?: string | undefined;
	/** Where it leads, if that is more than its place in its room. */
	href?: string;
	onJump?: () => void;
	/** What can be done with it here. */
	children?: ReactNode;
};

/** Of a long text for one that listens. */
const LONGEST = 300;

/** A message outside of its room: all of it leads there. */
export function MessageCard({ message, where, href, onJump, children }: Props) {
	const t = useTranslations("messages");
	const times = useTimes();
	const { author, at, text, files, quote } = message;
	const said = saidIn(message).slice(0, LONGEST);
	return (
		<article className="relative rounded-md px-3 py-2.5 hover:bg-hover hover:[--ground:var(--surface-hover)]">
			<PlaceLink
				href={href ?? `${roomPath(message.roomId)}?message=${message.id}`}
				aria-label={[author.name, where, times.fullTime(at), said].filter(Boolean).join(", ")}
				{...(onJump && { onClick: onJump })}
				className="absolute inset-0 rounded-md focus-visible:-outline-offset-2"
			/>
			<div className="flex items-center gap-2 pe-1">
				<Face person={author} size={24} />
				<p className="flex min-w-0 flex-1 items-baseline gap-2">
					<bdi className="cut text-ui font-semibold">{author.name}</bdi>
					{where && (
						<span dir="auto" className="cut shrink-[2] text-sm text-muted">
							{where}
						</span>
					)}
					<time dateTime={at} title={times.fullTime(at)} className="shrink-0 text-xs text-faint tabular-nums">
						{isToday(at) ? times.clockTime(at) : times.dayWords(at)}
					</time>
				</p>
				<div className="relative flex shrink-0 gap-0.5">{children}</div>
			</div>
			{/* It is read out with the link, and leads where the link leads. */}
			<div inert className="mt-1 max-h-33 overflow-hidden text-ui [--text-base:var(--text-ui)]">
				{quote && <Quoted quote={quote} times={times} roomId={message.roomId} />}
				{text !== "" && <WrittenText text={text} mentions={message.mentions} />}
				{text === "" && files.length > 0 && <p className="text-muted">{t("files", { count: files.length })}</p>}
			</div>
		</article>
	);
}

function isToday(at: string): boolean {
	return dayKey(at) === new Date().toDateString();
}
