"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { forgetMessage } from "@/components/frame/navigation";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { showAround, showDay } from "@/lib/client/rooms";
import { DAYS_AGO, dayAgo } from "./use-candidates";

/** To the messages of some day, in the room that is open. */
export function DayDialog({ roomId, onClose }: { roomId: string; onClose: () => void }) {
	const t = useTranslations("search");
	const sentenceOf = useSentenceOf();
	const jump = useMutation({
		mutationFn: async (day: string) => {
			await (day === "" ? showAround({ roomId }, 1) : showDay(roomId, day));
		},
		onSuccess() {
			forgetMessage("message");
			onClose();
		},
	});
	return (
		<Dialog title={t("jump.title")} onClose={onClose}>
			<p className="-mt-2 mb-4 text-ui text-muted">{t("jump.text")}</p>
			<div className="mb-4 flex flex-wrap gap-2">
				{DAYS_AGO.slice(1).map((days) => (
					<Button key={days} size="small" disabled={jump.isPending} onClick={() => jump.mutate(dayAgo(days))}>
						{t(`ago.${days}`)}
					</Button>
				))}
				<Button size="small" disabled={jump.isPending} onClick={() => jump.mutate("")}>
					{t("jump.beginning")}
				</Button>
			</div>
			<Form onSend={(fields) => text(fields, "day") !== "" && jump.mutate(text(fields, "day"))}>
				<TextField label={t("jump.day")} name="day" type="date" defaultValue={dayAgo(0)} max={dayAgo(0)} required />
				{jump.isError && (
					<Note tone="danger" className="mt-3">
						{sentenceOf(jump.error)}
					</Note>
				)}
				<DialogActions>
					<Button type="submit" look="main" busy={jump.isPending}>
						{t("jump.go")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
