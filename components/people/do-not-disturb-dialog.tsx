"use client";
import { BellOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePrefer } from "@/components/account/use-prefer";
import { endOfMute } from "@/components/rooms/mute-ends";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { UntilForm } from "@/components/ui/until-form";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { useDoNotDisturb } from "@/lib/client/do-not-disturb";

const spans = ["halfHour", "hour", "tomorrow"] as const;

/** Until when nothing alerts me. */
export function DoNotDisturbDialog({ onClose }: { onClose: () => void }) {
	const t = useTranslations("notifications");
	const sentenceOf = useSentenceOf();
	const times = useTimes();
	const until = useDoNotDisturb();
	const { mutate, error } = usePrefer();
	const set = (doNotDisturbUntil: string | null) => mutate({ doNotDisturbUntil }, { onSuccess: onClose });
	return (
		<Dialog title={t("dnd.title")} onClose={onClose}>
			<p className="text-ui text-muted">{t("dnd.text")}</p>
			{until && (
				<p role="status" className="mt-4 flex items-center gap-2 rounded-md bg-chip px-3 py-2 text-ui">
					<BellOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
					<span className="min-w-0 flex-1">{t("dnd.until", { time: times.fullTime(until) })}</span>
				</p>
			)}
			<div className="mt-4 grid gap-2 md:grid-cols-3">
				{spans.map((span) => (
					<Button
						key={span}
						{...(span === spans[0] && { "data-first": true })}
						onClick={() => set(endOfMute(span, new Date()))}
					>
						{t(`dnd.${span}`)}
					</Button>
				))}
			</div>
			<UntilForm label={t("dnd.other")} verb={t("dnd.verb")} fault={t("dnd.over")} onChoose={set} />
			{until && (
				<Button look="main" onClick={() => set(null)} className="mt-4 w-full">
					{t("dnd.end")}
				</Button>
			)}
			{error && (
				<Note tone="danger" className="mt-4">
					{sentenceOf(error)}
				</Note>
			)}
		</Dialog>
	);
}
