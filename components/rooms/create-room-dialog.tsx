"use client";
import { useMutation } from "@tanstack/react-query";
import { Hash, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath, useGo } from "@/components/frame/navigation";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { createRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { ClientError } from "@/lib/client/errors";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from "@/lib/shared/limits";

const kinds = [
	{ value: "public", icon: Hash },
	{ value: "private", icon: Lock },
] as const;

export function CreateRoomDialog({ onClose, name = "" }: { onClose: () => void; name?: string | undefined }) {
	const me = useMe();
	const go = useGo();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const fieldErrorsOf = useFieldErrors();
	const taken = useNameTaken();
	const offered = kinds
		.filter(({ value }) => may(me, `room-create-${value}`))
		.map((one) => ({ ...one, title: t(`kind.${one.value}.title`), text: t(`kind.${one.value}.text`) }));
	const [kind, setKind] = useState<"public" | "private">(offered[0]?.value ?? "private");
	const created = useMutation({
		mutationFn: (fields: FormData) => createRoom({ kind, name: text(fields, "name"), topic: text(fields, "topic") }),
		onSuccess(room) {
			applyRoom(room);
			onClose();
			go(roomPath(room.id));
		},
	});
	const errors = { ...fieldErrorsOf(created.error), ...taken(created.error) };
	return (
		<Dialog title={t("create.title")} onClose={onClose}>
			<Form onSend={(fields) => created.mutate(fields)} error={created.error} className="grid gap-4.5">
				{created.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(created.error)}</Note>}
				<TextField
					label={t("form.name")}
					name="name"
					defaultValue={name}
					autoFocus
					autoComplete="off"
					maxLength={MAX_ROOM_NAME_LENGTH}
					placeholder={t("create.namePlaceholder")}
					help={t("create.nameHelp")}
					error={errors.name}
				/>
				<TextField
					label={t("form.topic")}
					hint={t("create.optional")}
					name="topic"
					autoComplete="off"
					maxLength={MAX_TOPIC_LENGTH}
					placeholder={t("create.topicPlaceholder")}
					error={errors.topic}
				/>
				<Choices legend={t("create.kind")} choices={offered} chosen={kind} onChoose={setKind} />
				<DialogActions>
					<Button look="plain" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" look="main" busy={created.isPending}>
						{t("create.verb")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

/** The server says it of the whole request; it belongs to the name. */
export function useNameTaken(): (error: unknown) => Record<string, string> {
	const sentenceOf = useSentenceOf();
	return (error): Record<string, string> =>
		error instanceof ClientError && error.code === "name-taken" ? { name: sentenceOf(error) } : {};
}
