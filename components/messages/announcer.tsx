"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";

const READ_OUT = 5;

/** Reads out what comes while the room is open. The list itself would read old messages whenever it draws them. */
export function Announcer({ room, messages }: { room: RoomView; messages: Message[] }) {
	const me = useMe();
	const t = useTranslations("messages");
	const [before] = useState(room.lastSeq);
	const come = messages.filter(
		({ seq, kind, author }) => (seq ?? 0) > before && kind === "text" && author.id !== me.id,
	);
	return (
		<div role="log" aria-label={t("newMessages")} className="sr-only">
			{come.slice(-READ_OUT).map((message) => (
				<p key={message.id}>
					{message.author.name}: {message.text}
				</p>
			))}
		</div>
	);
}
