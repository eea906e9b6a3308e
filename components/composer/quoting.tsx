"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Quoted } from "@/components/messages/quoted";
import { IconButton } from "@/components/ui/icon-button";
import { useTimes } from "@/components/words/use-times";
import type { ReadableQuote } from "@/lib/shared/schemas/message";

type Props = { id: string; quote: ReadableQuote; roomId: string; onDrop: () => void };

/** Above the field: what the message will quote. */
export function Quoting({ id, quote, roomId, onDrop }: Props) {
	const t = useTranslations("composer");
	const times = useTimes();
	return (
		<div className="flex items-start gap-2 ps-4 pe-1.5 pt-2.5 max-md:ps-3">
			<div id={id} className="min-w-0 flex-1">
				<span className="sr-only">{t("quote.label")}</span>
				<Quoted quote={quote} times={times} roomId={roomId} />
			</div>
			<IconButton size="small" icon={X} label={t("quote.drop")} onClick={onDrop} />
		</div>
	);
}
