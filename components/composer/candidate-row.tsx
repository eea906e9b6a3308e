"use client";
import { AtSign, SlashSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmojiSign } from "@/components/emoji/emoji-sign";
import { Face } from "@/components/people/face";
import { RoomIcon } from "@/components/rooms/room-icon";
import { Option } from "@/components/ui/option";
import type { Candidate } from "./use-candidates";

type Props = { id: string; candidate: Candidate; active: boolean; onChoose: () => void };

export function CandidateRow({ id, candidate, active, onChoose }: Props) {
	const t = useTranslations("composer");
	return (
		<Option id={id} active={active} onChoose={onChoose} tall>
			<What candidate={candidate} />
			{active && (
				<kbd
					aria-hidden
					className="shrink-0 rounded-xs bg-raised px-1.5 font-sans text-2xs font-medium text-muted shadow-sm ring-1 ring-border-strong pointer-coarse:hidden"
				>
					{t("completion.enter")}
				</kbd>
			)}
		</Option>
	);
}

function What({ candidate }: { candidate: Candidate }) {
	const t = useTranslations("composer");
	switch (candidate.kind) {
		case "person":
			return (
				<>
					<Face person={candidate.person} size={24} presence />
					<bdi className="cut font-semibold">{candidate.person.name}</bdi>
					<bdi className="cut flex-1 text-muted">@{candidate.person.username}</bdi>
					{!candidate.isMember && <span className="shrink-0 text-xs text-muted">{t("completion.notHere")}</span>}
				</>
			);
		case "everybody":
			return (
				<>
					<AtSign size={18} strokeWidth={1.75} aria-hidden className="mx-0.5 shrink-0 text-muted" />
					<span className="shrink-0 font-semibold">@{candidate.name}</span>
					<span className="cut flex-1 text-muted">{t(`completion.${candidate.name}`)}</span>
				</>
			);
		case "room":
			return (
				<>
					<RoomIcon room={candidate.room} className="mx-0.5 text-muted" />
					<bdi className="cut shrink-0 font-semibold">{candidate.room.name}</bdi>
					<bdi className="cut flex-1 text-muted">{candidate.room.topic}</bdi>
					{!candidate.room.membership && (
						<span className="shrink-0 text-xs text-muted">{t("completion.notJoined")}</span>
					)}
				</>
			);
		case "emoji":
			return (
				<>
					<span className="w-6 shrink-0 text-center text-lg">
						<EmojiSign emoji={candidate.emoji} />
					</span>
					<span className="cut flex-1">:{candidate.name}:</span>
				</>
			);
		case "command":
			return (
				<>
					<SlashSquare size={18} strokeWidth={1.75} aria-hidden className="mx-0.5 shrink-0 text-muted" />
					<span className="min-w-0 flex-1 py-1">
						<span className="cut block font-semibold">{t(`commands.${candidate.command.name}.usage`)}</span>
						<span className="block text-xs text-muted">{t(`commands.${candidate.command.name}.words`)}</span>
					</span>
				</>
			);
	}
}
