"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SwitchField } from "@/components/ui/switch";
import { TextArea, TextField } from "@/components/ui/text-field";
import { changeRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { fieldErrorsOf, sentenceOf } from "@/lib/client/errors";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { MAX_ANNOUNCEMENT_LENGTH, MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from "@/lib/shared/limits";
import type { RoomChange, RoomView } from "@/lib/shared/schemas/room";
import { nameTaken } from "./create-room-dialog";

/** Only what was touched is held here and sent: what somebody else changes meanwhile is shown, and not put back. */
export function RoomForm({ room }: { room: RoomView }) {
	const me = useMe();
	const [changes, setChanges] = useState<RoomChange>({});
	const change = (more: RoomChange) => setChanges({ ...changes, ...more });
	const saved = useMutation({
		mutationFn: () => changeRoom(room.id, changes),
		onSuccess(view) {
			if (view.membership) applyRoom(view);
			setChanges({});
		},
	});
	const errors = { ...fieldErrorsOf(saved.error), ...nameTaken(saved.error) };
	const isTouched = Object.keys(changes).length > 0;
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-5">
			<TextField
				label="Name"
				value={changes.name ?? room.name ?? ""}
				onChange={(event) => change({ name: event.target.value })}
				autoComplete="off"
				maxLength={MAX_ROOM_NAME_LENGTH}
				error={errors.name}
			/>
			<TextArea
				label="Topic"
				hint="one line under the name"
				rows={2}
				value={changes.topic ?? room.topic}
				onChange={(event) => change({ topic: event.target.value })}
				maxLength={MAX_TOPIC_LENGTH}
				error={errors.topic}
			/>
			<TextArea
				label="Announcement"
				hint="stays above the messages"
				value={changes.announcement ?? room.announcement}
				onChange={(event) => change({ announcement: event.target.value })}
				maxLength={MAX_ANNOUNCEMENT_LENGTH}
				error={errors.announcement}
			/>
			<SwitchField
				label="Private"
				help="Only its members know of it. Others can be added, and cannot join by themselves."
				on={(changes.kind ?? room.kind) === "private"}
				onChange={(on) => change({ kind: on ? "private" : "public" })}
			/>
			<SwitchField
				label="Read-only"
				help="Only owners and moderators write."
				on={changes.readOnly ?? room.readOnly}
				onChange={(readOnly) => change({ readOnly })}
			/>
			{may(me, "room-set-default") && (
				<SwitchField
					label="For everybody who is new"
					help="New people are in this room from the start."
					on={changes.default ?? room.default}
					onChange={(on) => change({ default: on })}
				/>
			)}
			{saved.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(saved.error)}</Note>}
			{saved.isSuccess && !isTouched && <Note tone="success">Saved.</Note>}
			<div className="flex justify-end gap-2">
				<Button look="plain" disabled={!isTouched} onClick={() => setChanges({})}>
					Discard
				</Button>
				<Button type="submit" look="main" disabled={!isTouched} busy={saved.isPending}>
					Save
				</Button>
			</div>
		</Form>
	);
}
