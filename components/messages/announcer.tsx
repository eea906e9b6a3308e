"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import { saidIn } from "./said-in";

const READ_OUT = 5;
/** One that listens has the message itself for the rest. */
const LONGEST = 300;

type Props = {
	/** The last number that there was when the list was opened. */
	since: number;
	messages: Message[];
	numberOf: (message: Message) => number;
};

/** Reads out what comes while the room or the thread is open. The list itself would read old messages whenever it draws them. */
export function Announcer({ since, messages, numberOf }: Props) {
	const me = useMe();
	const t = useTranslations("messages");
	const [before] = useState(since);
	const come = messages.filter(
		(message) =>
			numberOf(message) > before &&
			message.kind === "text" &&
			message.author.id !== me.id &&
			message.deletedAt === null,
	);
	return (
		<div role="log" aria-label={t("newMessages")} className="sr-only">
			{come.slice(-READ_OUT).map((message) => (
				<p key={message.id}>
					{message.author.name}: {saidIn(message).slice(0, LONGEST)}
				</p>
			))}
		</div>
	);
}
