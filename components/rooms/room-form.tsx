"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SwitchField } from "@/components/ui/switch";
import { TextArea, TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { changeRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { MAX_ANNOUNCEMENT_LENGTH, MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from "@/lib/shared/limits";
import type { RoomChange, RoomView } from "@/lib/shared/schemas/room";
import { useNameTaken } from "./create-room-dialog";

/** Only what was touched is held here and sent: what somebody else changes meanwhile is shown, and not put back. */
export function RoomForm({ room }: { room: RoomView }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const fieldErrorsOf = useFieldErrors();
	const taken = useNameTaken();
	const [changes, setChanges] = useState<RoomChange>({});
	const change = (more: RoomChange) => setChanges({ ...changes, ...more });
	const saved = useMutation({
		mutationFn: () => changeRoom(room.id, changes),
		onSuccess(view) {
			if (view.membership) applyRoom(view);
			setChanges({});
		},
	});
	const errors = { ...fieldErrorsOf(saved.error), ...taken(saved.error) };
	const isTouched = Object.keys(changes).length > 0;
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-5">
			<TextField
				label={t("form.name")}
				value={changes.name ?? room.name ?? ""}
				onChange={(event) => change({ name: event.target.value })}
				autoComplete="off"
				maxLength={MAX_ROOM_NAME_LENGTH}
				error={errors.name}
			/>
			<TextArea
				label={t("form.topic")}
				hint={t("form.topicHint")}
				rows={2}
				value={changes.topic ?? room.topic}
				onChange={(event) => change({ topic: event.target.value })}
				maxLength={MAX_TOPIC_LENGTH}
				error={errors.topic}
			/>
			<TextArea
				label={t("announcement")}
				hint={t("form.announcementHint")}
				value={changes.announcement ?? room.announcement}
				onChange={(event) => change({ announcement: event.target.value })}
				maxLength={MAX_ANNOUNCEMENT_LENGTH}
				error={errors.announcement}
			/>
			<SwitchField
				label={t("kind.private.title")}
				help={t("form.privateHelp")}
				on={(changes.kind ?? room.kind) === "private"}
				onChange={(on) => change({ kind: on ? "private" : "public" })}
			/>
			<SwitchField
				label={t("form.readOnly")}
				help={t("form.readOnlyHelp")}
				on={changes.readOnly ?? room.readOnly}
				onChange={(readOnly) => change({ readOnly })}
			/>
			{may(me, "room-set-default") && (
				<SwitchField
					label={t("form.default")}
					help={t("form.defaultHelp")}
					on={changes.default ?? room.default}
					onChange={(on) => change({ default: on })}
				/>
			)}
			{saved.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(saved.error)}</Note>}
			{saved.isSuccess && !isTouched && <Note tone="success">{t("form.saved")}</Note>}
			<div className="flex justify-end gap-2">
				<Button look="plain" disabled={!isTouched} onClick={() => setChanges({})}>
					{t("form.discard")}
				</Button>
				<Button type="submit" look="main" disabled={!isTouched} busy={saved.isPending}>
					{t("form.save")}
				</Button>
			</div>
		</Form>
	);
}
