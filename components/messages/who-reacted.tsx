"use client";
import { useLocale, useTranslations } from "use-intl";
import { EmojiSign } from "@/components/emoji/emoji-sign";
import { Tip } from "@/components/ui/tip";
import { usePeople } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";

/** More than this are told by the first ones and a number. */
const ALL_NAMED = 8;
const NAMED = 6;

type Props = { id: string; anchor: HTMLElement; onClose: () => void; emoji: string; userIds: string[] };

/** Above a reaction: “👍 You, Ines and 3 others”. */
export function WhoReacted({ emoji, userIds, ...tip }: Props) {
	const me = useMe();
	const t = useTranslations("messages");
	const locale = useLocale();
	const others = userIds.filter((id) => id !== me.id);
	const isMine = others.length < userIds.length;
	const named = userIds.length <= ALL_NAMED ? others : others.slice(0, isMine ? NAMED - 1 : NAMED);
	const people = usePeople(named);
	// Their number stands for those whose names are still on the way.
	const rest = others.length - people.length;
	const words = [
		...(isMine ? [t("reactions.you")] : []),
		...people.map(({ name }) => name),
		...(rest > 0 ? [t("reactions.others", { count: rest, first: isMine || people.length > 0 ? "no" : "yes" })] : []),
	];
	return (
		<Tip {...tip}>
			<span className="flex items-center gap-2">
				<span className="text-xl leading-none">
					<EmojiSign emoji={emoji} />
				</span>
				<span dir="auto">{new Intl.ListFormat(locale, { type: "conjunction" }).format(words)}</span>
			</span>
		</Tip>
	);
}
