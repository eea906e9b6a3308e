"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { plainText } from "@/components/text/plain-text";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";

const READ_OUT = 5;
/** One that listens has the message itself for the rest. */
const LONGEST = 300;

/** Reads out what comes while the room is open. The list itself would read old messages whenever it draws them. */
export function Announcer({ room, messages }: { room: RoomView; messages: Message[] }) {
	const me = useMe();
	const t = useTranslations("messages");
	const [before] = useState(room.lastSeq);
	const come = messages.filter(
		({ seq, kind, author, deletedAt }) => (seq ?? 0) > before && kind === "text" && author.id !== me.id && !deletedAt,
	);
	return (
		<div role="log" aria-label={t("newMessages")} className="sr-only">
			{come.slice(-READ_OUT).map((message) => (
				<p key={message.id}>
					{message.author.name}: {plainText(message.text).slice(0, LONGEST)}{" "}
					{message.files.map(({ name }) => name).join(", ")}
				</p>
			))}
		</div>
	);
}
