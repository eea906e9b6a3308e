"use client";
import { BellOff } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Note } from "@/components/ui/note";
import { UntilForm } from "@/components/ui/until-form";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { involve } from "@/lib/client/involvement";
import type { InvolvementInput, InvolvementLevel, RoomView } from "@/lib/shared/schemas/room";
import { endOfMute, mutes } from "./mute-ends";
import { Panel } from "./panel";

/** What of this room alerts me, and until when nothing does. */
export function InvolvementPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const [refused, setRefused] = useState<unknown>();
	const involvement = room.membership?.involvement;
	if (!involvement) return null;

	function set(change: InvolvementInput) {
		setRefused(undefined);
		void involve(room, change).catch(setRefused);
	}

	return (
		<Panel title={t("involvement.title")} about={room.displayName} onClose={onClose}>
			<Choices<InvolvementLevel>
				legend={t("involvement.level.legend")}
				choices={levels.map((level) => ({
					value: level,
					title: t(`involvement.level.${level}`),
					text: t(`involvement.levelText.${level}`),
				}))}
				chosen={involvement.level}
				onChoose={(level) => set({ level })}
			/>
			<Muting mutedUntil={involvement.mutedUntil} onMute={(mutedUntil) => set({ mutedUntil })} />
			{refused !== undefined && (
				<Note tone="danger" className="mt-4">
					{sentenceOf(refused)}
				</Note>
			)}
		</Panel>
	);
}

const levels = ["default", "all", "mentions", "nothing"] as const satisfies readonly InvolvementLevel[];

function Muting({ mutedUntil, onMute }: { mutedUntil: string | null; onMute: (until: string | null) => void }) {
	const id = useId();
	const t = useTranslations("rooms");
	const times = useTimes();
	return (
		<section aria-labelledby={id} className="mt-6">
			<h2 id={id} className="text-ui font-semibold">
				{t("involvement.mute.title")}
			</h2>
			<p className="mt-0.5 mb-3 text-sm text-muted">{t("involvement.mute.text")}</p>
			{mutedUntil && (
				<p role="status" className="mb-3 flex items-center gap-2 rounded-md bg-chip px-3 py-2 text-ui">
					<BellOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
					<span className="min-w-0 flex-1">{t("involvement.mute.until", { time: times.fullTime(mutedUntil) })}</span>
				</p>
			)}
			<div className="grid grid-cols-2 gap-2">
				{mutes.map((mute) => (
					<Button key={mute} onClick={() => onMute(endOfMute(mute, new Date()))}>
						{t(`involvement.mute.${mute}`)}
					</Button>
				))}
			</div>
			<UntilForm
				label={t("involvement.mute.other")}
				verb={t("involvement.mute.verb")}
				fault={t("involvement.mute.over")}
				onChoose={onMute}
			/>
			{mutedUntil && (
				<Button look="plain" onClick={() => onMute(null)} className="mt-2 w-full">
					{t("involvement.mute.end")}
				</Button>
			)}
		</section>
	);
}
