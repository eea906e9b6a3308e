"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PeoplePicker } from "@/components/people/people-picker";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { addMembers } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { useMembers } from "@/lib/client/room-lists";
import { MAX_RECIPIENTS } from "@/lib/shared/limits";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";

export function AddMembersDialog({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const cache = useQueryClient();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const present = useMembers(room.id).data?.pages.flatMap((page) => page.items) ?? [];
	const [people, setPeople] = useState<User[]>([]);
	const added = useMutation({
		mutationFn: () =>
			addMembers(
				room.id,
				people.map((person) => person.id),
			),
		onSuccess() {
			void cache.invalidateQueries({ queryKey: keys.members(room.id) });
			onClose();
		},
	});
	return (
		<Dialog title={t("add.title", { room: room.displayName })} onClose={onClose}>
			<PeoplePicker
				chosen={people}
				onChange={setPeople}
				most={MAX_RECIPIENTS}
				without={new Set(present.map((member) => member.user.id))}
			/>
			{added.isError && (
				<Note tone="danger" className="mt-4">
					{sentenceOf(added.error)}
				</Note>
			)}
			<DialogActions>
				<Button look="plain" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button look="main" disabled={people.length === 0} busy={added.isPending} onClick={() => added.mutate()}>
					{t("add.verb")}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
