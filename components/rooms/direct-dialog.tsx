"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath, useGo } from "@/components/frame/navigation";
import { PeoplePicker } from "@/components/people/people-picker";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { createRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { useMe, useServerInfo } from "@/lib/client/session";
import type { User } from "@/lib/shared/schemas/user";

/** With one person, a few, or oneself alone for notes. The conversation that they have already is opened again. */
export function DirectDialog({ onClose }: { onClose: () => void }) {
	const me = useMe();
	const go = useGo();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const { limits } = useServerInfo();
	const [people, setPeople] = useState<User[]>([]);
	const opened = useMutation({
		mutationFn: () => createRoom({ kind: "direct", members: people.map((person) => person.id) }),
		onSuccess(room) {
			applyRoom(room);
			onClose();
			go(roomPath(room.id));
		},
	});
	return (
		<Dialog title={t("direct.title")} onClose={onClose}>
			<PeoplePicker
				chosen={people}
				onChange={setPeople}
				most={limits.directMembers - 1}
				remarks={{ [me.id]: t("direct.self") }}
			/>
			{opened.isError && (
				<Note tone="danger" className="mt-4">
					{sentenceOf(opened.error)}
				</Note>
			)}
			<DialogActions>
				<Button look="plain" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button look="main" disabled={people.length === 0} busy={opened.isPending} onClick={() => opened.mutate()}>
					{t("direct.verb")}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
