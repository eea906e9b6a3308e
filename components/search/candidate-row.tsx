"use client";
import { CalendarDays, Code, File, Image, Link2, type LucideIcon, MessagesSquare, Smile } from "lucide-react";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { RoomIcon } from "@/components/rooms/room-icon";
import { Option } from "@/components/ui/option";
import { useTimes } from "@/components/words/use-times";
import type { Has } from "@/lib/shared/search-words";
import type { Candidate } from "./use-candidates";

export const hasIcons: Record<Has, LucideIcon> = {
	file: File,
	image: Image,
	link: Link2,
	code: Code,
	thread: MessagesSquare,
	reaction: Smile,
};

type Props = { id: string; candidate: Candidate; active: boolean; onChoose: () => void };

export function CandidateRow({ id, candidate, active, onChoose }: Props) {
	return (
		<Option id={id} active={active} onChoose={onChoose}>
			<What candidate={candidate} />
		</Option>
	);
}

function What({ candidate }: { candidate: Candidate }) {
	const t = useTranslations("search");
	const { dayOf } = useTimes();
	switch (candidate.kind) {
		case "person":
			return (
				<>
					<Face person={candidate.person} size={22} presence />
					<bdi className="cut font-medium">{candidate.person.name}</bdi>
					<bdi className="cut flex-1 text-muted">@{candidate.person.username}</bdi>
				</>
			);
		case "room":
			return (
				<>
					<RoomIcon room={candidate.room} className="mx-0.5 text-muted" />
					<bdi className="cut flex-1 font-medium">{candidate.room.displayName}</bdi>
				</>
			);
		case "has": {
			const Icon = hasIcons[candidate.has];
			return (
				<>
					<Icon size={18} strokeWidth={1.75} aria-hidden className="mx-0.5 shrink-0 text-muted" />
					<span className="cut flex-1">{t(`has.${candidate.has}`)}</span>
				</>
			);
		}
		case "day":
			return (
				<>
					<CalendarDays size={18} strokeWidth={1.75} aria-hidden className="mx-0.5 shrink-0 text-muted" />
					<span className="cut flex-1">{t(`ago.${candidate.days}`)}</span>
					<span className="shrink-0 text-muted">{dayOf(candidate.value)}</span>
				</>
			);
	}
}
