"use client";
import { MessageSquare } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslations } from "use-intl";
import { messagePath, PlaceLink } from "@/components/frame/navigation";
import { Quoted } from "@/components/messages/quoted";
import { Face } from "@/components/people/face";
import { RoomIcon } from "@/components/rooms/room-icon";
import { Blocks } from "@/components/text/blocks";
import { markBlocks, patternOf } from "@/components/text/mark";
import { Mentioned } from "@/components/text/mentioned";
import { parse } from "@/components/text/parse";
import { Keys } from "@/components/ui/keys";
import { Tag } from "@/components/ui/tag";
import type { Times } from "@/components/words/times";
import type { SearchHit } from "@/lib/shared/schemas/search";
import { excerptBlocks, isLong } from "./excerpt";
import { FoundPreviews } from "./found-previews";

type Props = { hit: SearchHit; times: Times; onOpen: (id: string) => void };

/** A message that was found, where it stands, and what in it was looked for. All of it leads there. */
export const Hit = memo(function Hit({ hit, times, onOpen }: Props) {
	const t = useTranslations("search");
	const { message, room } = hit;
	const { author, at } = message;
	return (
		<li className="group relative grid grid-cols-[var(--avatar)_minmax(0,1fr)] gap-x-3 rounded-lg px-4 py-3.5 [contain-intrinsic-size:auto_90px] [content-visibility:auto] hover:bg-hover has-[>a:focus-visible]:bg-hover max-md:px-2">
			<PlaceLink
				href={messagePath(message)}
				data-hit={message.id}
				aria-label={t("hit.label", { name: author.name, room: room.displayName, time: times.fullTime(at) })}
				aria-describedby={`hit-${message.id}`}
				onClick={() => onOpen(message.id)}
				className="absolute inset-0 rounded-lg focus-visible:-outline-offset-2"
			/>
			<Face person={author} size={36} />
			<div className="pointer-events-none relative min-w-0 [&_a]:pointer-events-auto [&_button]:pointer-events-auto">
				<div className="flex min-w-0 items-center gap-1.5 text-ui leading-5 max-md:flex-wrap">
					<bdi className="cut shrink-0 font-semibold max-md:max-w-[60%]">{author.name}</bdi>
					<span className="flex min-w-0 items-center gap-1.5 text-muted">
						{room.kind === "direct" ? (
							<bdi className="cut">{t("hit.with", { name: room.displayName })}</bdi>
						) : (
							<>
								<span className="shrink-0">{t("hit.in")}</span>
								<span className="flex min-w-0 items-center gap-0.5 font-medium">
									<RoomIcon room={room} size={14} />
									<bdi className="cut">{room.displayName}</bdi>
								</span>
							</>
						)}
					</span>
					{message.threadId && (
						<Tag>
							<MessageSquare size={12} strokeWidth={1.75} aria-hidden />
							{t("hit.thread")}
						</Tag>
					)}
					<span className="ms-auto flex shrink-0 items-center gap-2 ps-2 text-xs text-faint">
						<span className="hidden items-center gap-1 group-has-[>a:focus-visible]:flex">
							<Keys keys="Enter" />
							{t("hit.open")}
						</span>
						<time dateTime={at} title={times.fullTime(at)} className="tabular-nums">
							{times.when(at)}
						</time>
					</span>
				</div>
				<div id={`hit-${message.id}`} className="mt-0.5 max-w-(--measure) text-base">
					{message.quote && <Quoted quote={message.quote} times={times} roomId={message.roomId} />}
					<Found hit={hit} />
					{hit.previews.length > 0 && <FoundPreviews hit={hit} />}
				</div>
			</div>
		</li>
	);
});

function Found({ hit: { message, highlights } }: { hit: SearchHit }) {
	const { text, mentions } = message;
	const shown = useMemo(() => {
		const pattern = patternOf(highlights.map(([start, end]) => text.slice(start, end)));
		const { blocks } = parse(text);
		if (isLong(text)) return excerptBlocks(blocks, pattern);
		return pattern ? markBlocks(blocks, pattern) : blocks;
	}, [text, highlights]);
	return (
		<Mentioned mentions={mentions}>
			<Blocks blocks={shown} />
		</Mentioned>
	);
}
