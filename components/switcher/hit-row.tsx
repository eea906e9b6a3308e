"use client";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { Inlines } from "@/components/text/inlines";
import { markText, patternOf } from "@/components/text/mark";
import { plainText } from "@/components/text/plain-text";
import { useTimes } from "@/components/words/use-times";
import type { SearchHit } from "@/lib/shared/schemas/search";
import { SwitcherRow } from "./switcher-row";

type Props = { id: string; hit: SearchHit; chosen: boolean; onPoint: () => void; onPick: () => void };

/** What stands before the words that were found, so that they are in sight. */
const BEFORE = 24;

/** A message that was found, in one line. */
export function HitRow({ hit: { message, room, highlights }, ...row }: Props) {
	const t = useTranslations("switcher");
	const { when } = useTimes();
	const { text } = message;
	const shown = useMemo(() => {
		const line = plainText(text).replaceAll(/\s+/g, " ");
		const pattern = patternOf(highlights.map(([start, end]) => text.slice(start, end)));
		if (!pattern) return [{ type: "text" as const, text: line }];
		const at = line.search(pattern);
		const from = at <= BEFORE ? 0 : line.lastIndexOf(" ", at - BEFORE) + 1;
		return markText(`${from > 0 ? "… " : ""}${line.slice(from)}`, pattern);
	}, [text, highlights]);
	return (
		<SwitcherRow
			{...row}
			icon={<Face person={message.author} size={22} />}
			name={<bdi>{message.author.name}</bdi>}
			about={
				<span dir="auto">
					<Inlines inlines={shown} />
				</span>
			}
			end={
				<span className="max-w-40 shrink-0 truncate text-xs text-faint max-md:hidden">
					{t("place", { room: room.displayName, time: when(message.at) })}
				</span>
			}
		/>
	);
}
