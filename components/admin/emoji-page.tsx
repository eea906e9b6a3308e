"use client";
import { Smile, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CustomPicture } from "@/components/emoji/emoji-sign";
import { Confirm } from "@/components/ui/confirm";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useArrival } from "@/components/ui/use-arrival";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { removeEmoji } from "@/lib/client/api";
import { applyEmoji, useAllCustomEmoji } from "@/lib/client/custom-emoji";
import type { CustomEmoji } from "@/lib/shared/schemas/emoji";
import { EmojiForm } from "./emoji-form";

/** The server's own emoji: adding one, and the list of all. */
export function EmojiPage() {
	const t = useTranslations("admin");
	const main = useArrival<HTMLElement>();
	const sentenceOf = useSentenceOf();
	const held = useAllCustomEmoji();
	const [removed, setRemoved] = useState<CustomEmoji>();
	const all = held && [...held.values()].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
	return (
		<main ref={main} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto px-8 pt-5 pb-16 outline-none max-md:px-4">
			<title>{`${t("emoji.title")} · ${t("title")}`}</title>
			<div className="max-w-180">
				<h1 className="text-xl tracking-tight">{t("emoji.title")}</h1>
				<p className="mt-1 mb-5 text-ui text-muted">{t("emoji.text")}</p>
				<EmojiForm />
				{!all && <SkeletonRows rows={4} />}
				{all?.length === 0 && <Empty icon={Smile} title={t("emoji.none.title")} text={t("emoji.none.text")} />}
				<ul aria-label={t("emoji.list")}>
					{all?.map((emoji) => (
						<Row key={emoji.name} emoji={emoji} onRemove={() => setRemoved(emoji)} />
					))}
				</ul>
			</div>
			{removed && (
				<Confirm
					title={t("emoji.remove.title", { name: removed.name })}
					verb={t("emoji.remove.verb")}
					onConfirm={async () => {
						await removeEmoji(removed.name);
						applyEmoji({ name: "emoji:removed", payload: { name: removed.name } });
					}}
					onClose={() => setRemoved(undefined)}
					sentenceOf={sentenceOf}
				>
					{t("emoji.remove.text", { name: removed.name })}
				</Confirm>
			)}
		</main>
	);
}

function Row({ emoji, onRemove }: { emoji: CustomEmoji; onRemove: () => void }) {
	const t = useTranslations("admin");
	const times = useTimes();
	return (
		<li className="flex items-center gap-4 border-b border-border py-2.5 last:border-b-0">
			<span className="grid size-10 shrink-0 place-items-center text-xl leading-none">
				<CustomPicture emoji={emoji} />
			</span>
			<span className="min-w-0 flex-1">
				<span className="block cut font-medium">:{emoji.name}:</span>
				<span className="block cut text-sm text-muted">
					{t.rich("emoji.by", {
						name: emoji.addedBy.name,
						date: times.dayWords(emoji.at),
						b: (name) => <bdi>{name}</bdi>,
					})}
				</span>
			</span>
			<IconButton icon={Trash2} label={t("emoji.remove.label", { name: emoji.name })} onClick={onRemove} />
		</li>
	);
}
