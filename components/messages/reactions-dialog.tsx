"use client";
import { useTranslations } from "use-intl";
import { EmojiSign } from "@/components/emoji/emoji-sign";
import { PersonLine } from "@/components/people/person-line";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import { usePeople } from "@/lib/client/rooms";
import type { Message } from "@/lib/shared/schemas/message";

type Props = { message: Message; onClose: () => void };

/** So many of each kind are named. */
const NAMED = 30;

/** Everybody who reacted, by what they reacted with. */
export function ReactionsDialog({ message, onClose }: Props) {
	const t = useTranslations("messages");
	return (
		<Dialog title={t("reactions.title")} onClose={onClose}>
			<div className="grid gap-4">
				{message.reactions.map((reaction) => (
					<Kind key={reaction.emoji} {...reaction} onChosen={onClose} />
				))}
			</div>
		</Dialog>
	);
}

function Kind({ emoji, userIds, onChosen }: Message["reactions"][number] & { onChosen: () => void }) {
	const t = useTranslations("messages");
	const people = usePeople(userIds.slice(0, NAMED));
	const waiting = Math.min(NAMED, userIds.length) - people.length;
	return (
		<section aria-label={t("reactions.chip", { emoji, count: userIds.length })}>
			<h3 className="mb-1 flex items-center gap-2 text-sm font-semibold text-muted tabular-nums">
				<span className="text-xl leading-none">
					<EmojiSign emoji={emoji} />
				</span>
				{userIds.length}
			</h3>
			<ul>
				{people.map((person) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is pressed by keys too
					<li key={person.id} onClick={onChosen} className="flex rounded-sm hover:bg-raised-hover">
						<PersonLine person={person} />
					</li>
				))}
			</ul>
			{waiting > 0 && <SkeletonRows rows={waiting} />}
			{userIds.length > NAMED && (
				<p className="px-2 text-sm text-muted">
					{t("reactions.others", { count: userIds.length - NAMED, first: "no" })}
				</p>
			)}
		</section>
	);
}
