"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

type Props = {
	id: string;
	words: string;
	onSendAsFile?: (() => void) | undefined;
	onSendAsText?: (() => void) | undefined;
	onHelp?: (() => void) | undefined;
};

/** Under the field: why what is written there was not sent. It stays where it is. */
export function Refusal({ id, words, onSendAsFile, onSendAsText, onHelp }: Props) {
	const t = useTranslations("composer");
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-1 text-sm text-danger-text max-md:px-3 max-md:pb-2">
			<CircleAlert size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
			<p id={id} role="alert" className="min-w-0 flex-1 basis-48 wrap-anywhere">
				{words}
			</p>
			{onHelp && (
				<Button look="plain" size="small" onClick={onHelp}>
					{t("allCommands")}
				</Button>
			)}
			{onSendAsFile && (
				<Button size="small" onClick={onSendAsFile}>
					{t("sendAsFile")}
				</Button>
			)}
			{onSendAsText && (
				<Button size="small" onClick={onSendAsText}>
					{t("sendAsText")}
				</Button>
			)}
		</div>
	);
}
