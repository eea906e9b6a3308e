"use client";
import { useTranslations } from "use-intl";
import { Note } from "@/components/ui/note";
import { NotLoaded } from "@/components/words/not-loaded";
import type { Message } from "@/lib/shared/schemas/message";

type Props = {
	/** What it is called. */
	room: string;
	message: Message;
	asked: {
		error: Error | null;
		/** Not everybody in the room may read the message itself. */
		isCopy: boolean;
		/** Characters too many. */
		over: number;
	};
	onRetry: () => void;
};

/** What of the message those in the room will see, said before it is sent. */
export function HowItGoes({ room, message, asked: { error, isCopy, over }, onRetry }: Props) {
	const t = useTranslations("forward");
	const composer = useTranslations("composer");
	const hasFiles = message.files.length > 0;
	if (error) return <NotLoaded error={error} onRetry={onRetry} />;
	if (over > 0)
		return (
			<Note tone="danger" className="mt-3">
				{composer("tooLong", { count: over })}
			</Note>
		);
	if (isCopy && message.text === "")
		return (
			<Note tone="danger" className="mt-3">
				{t("nothingToCopy", { room })}
			</Note>
		);
	if (!isCopy && !hasFiles) return null;
	return (
		<Note tone="plain" className="mt-3">
			{isCopy ? t("copy", { room }) : t("filesStay")}
			{isCopy && hasFiles && ` ${t("filesNotCopied")}`}
		</Note>
	);
}
