"use client";
import { useMutation } from "@tanstack/react-query";
import { Hash, Lock } from "lucide-react";
import { useState } from "react";
import { roomPath, useGo } from "@/components/frame/navigation";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { createRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { ClientError, fieldErrorsOf, sentenceOf } from "@/lib/client/errors";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from "@/lib/shared/limits";

const kinds = [
	{ value: "public", title: "Public", text: "Everybody here can find, read and join it.", icon: Hash },
	{ value: "private", title: "Private", text: "Only those who are added know of it.", icon: Lock },
] as const;

export function CreateRoomDialog({ onClose, name = "" }: { onClose: () => void; name?: string }) {
	const me = useMe();
	const go = useGo();
	const offered = kinds.filter(({ value }) => may(me, `room-create-${value}`));
	const [kind, setKind] = useState<"public" | "private">(offered[0]?.value ?? "private");
	const created = useMutation({
		mutationFn: (fields: FormData) => createRoom({ kind, name: text(fields, "name"), topic: text(fields, "topic") }),
		onSuccess(room) {
			applyRoom(room);
			onClose();
			go(roomPath(room.id));
		},
	});
	const errors = { ...fieldErrorsOf(created.error), ...nameTaken(created.error) };
	return (
		<Dialog title="New room" onClose={onClose}>
			<Form onSend={(fields) => created.mutate(fields)} error={created.error} className="grid gap-4.5">
				{created.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(created.error)}</Note>}
				<TextField
					label="Name"
					name="name"
					defaultValue={name}
					autoFocus
					autoComplete="off"
					maxLength={MAX_ROOM_NAME_LENGTH}
					placeholder="tide-gauges"
					help="Letters, digits, - _ and . without spaces."
					error={errors.name}
				/>
				<TextField
					label="Topic"
					hint="optional"
					name="topic"
					autoComplete="off"
					maxLength={MAX_TOPIC_LENGTH}
					placeholder="What is it for?"
					error={errors.topic}
				/>
				<Choices legend="Who can find it?" choices={offered} chosen={kind} onChoose={setKind} />
				<DialogActions>
					<Button look="plain" onClick={onClose}>
						Cancel
					</Button>
					<Button type="submit" look="main" busy={created.isPending}>
						Make the room
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

export function nameTaken(error: unknown): Record<string, string> {
	return error instanceof ClientError && error.code === "name-taken" ? { name: error.message } : {};
}
