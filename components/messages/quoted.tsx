"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";
import { RoomIcon } from "@/components/rooms/room-icon";
import { plainText } from "@/components/text/plain-text";
import { dayKey, type Times } from "@/components/words/times";
import { useRoomsNamed } from "@/lib/client/rooms";
import type { Quote, ReadableQuote } from "@/lib/shared/schemas/message";

type Props = {
	quote: Quote;
	times: Times;
	/** Where it stands: another room is named. */
	roomId: string | undefined;
};

/** What a message quotes, or that it may not be shown. Of words only, so that it can stand in a button. */
export function Quoted({ quote, times, roomId }: Props) {
	const t = useTranslations("messages");
	return (
		<span className="mt-0.5 mb-1.5 block max-w-full border-s-3 border-border-strong py-px ps-3 text-start text-ui leading-5 text-muted">
			{"unavailable" in quote ? (
				<span className="block italic">{t("quote.unavailable")}</span>
			) : (
				<Readable quote={quote} times={times} roomId={roomId} />
			)}
		</span>
	);
}

function Readable({ quote, times, roomId }: Props & { quote: ReadableQuote }) {
	const { author, text, files, at } = quote;
	const isToday = dayKey(at) === dayKey(new Date().toISOString());
	return (
		<>
			<span className="flex min-w-0 items-baseline gap-2">
				<bdi className="cut font-semibold">{author.name}</bdi>
				{quote.roomId !== roomId && <Elsewhere roomId={quote.roomId} />}
				<time dateTime={at} title={times.fullTime(at)} className="shrink-0 text-xs text-faint tabular-nums">
					{isToday ? times.clockTime(at) : times.when(at)}
				</time>
			</span>
			{text !== "" && (
				<span dir="auto" className="line-clamp-3 whitespace-pre-line wrap-anywhere">
					{plainText(text)}
				</span>
			)}
			{files && (
				<span className="flex min-w-0 items-center gap-1.5">
					<Paperclip size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
					<bdi className="cut">{files.join(", ")}</bdi>
				</span>
			)}
		</>
	);
}

function Elsewhere({ roomId }: { roomId: string }) {
	const room = useRoomsNamed([roomId]).find(({ id }) => id === roomId);
	if (!room) return null;
	return (
		<span className="flex min-w-0 items-center gap-0.5 text-sm">
			<RoomIcon room={room} size={14} />
			<bdi className="cut">{room.displayName}</bdi>
		</span>
	);
}
