"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { changeRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { MAX_ROOM_NAME_LENGTH } from "@/lib/shared/limits";
import type { RoomView } from "@/lib/shared/schemas/room";

/** A conversation of several gets a name, and can have other people. */
export function TurnIntoRoomDialog({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const fieldErrorsOf = useFieldErrors();
	const turned = useMutation({
		mutationFn: (fields: FormData) => changeRoom(room.id, { kind: "private", name: text(fields, "name") }),
		onSuccess(changed) {
			applyRoom(changed);
			onClose();
		},
	});
	const errors = fieldErrorsOf(turned.error);
	return (
		<Dialog title={t("turn.title")} onClose={onClose}>
			<Form onSend={(fields) => turned.mutate(fields)} error={turned.error} className="grid gap-4.5">
				<p className="text-ui text-muted">{t("turn.text")}</p>
				{turned.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(turned.error)}</Note>}
				<TextField
					label={t("form.name")}
					name="name"
					autoFocus
					autoComplete="off"
					maxLength={MAX_ROOM_NAME_LENGTH}
					placeholder={t("create.namePlaceholder")}
					help={t("create.nameHelp")}
					error={errors.name}
				/>
				<DialogActions>
					<Button look="plain" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" look="main" busy={turned.isPending}>
						{t("turn.verb")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
