"use client";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/words/times";
import type { Quote } from "@/lib/shared/schemas/message";
import { Quoted } from "./quoted";

type Props = {
	quote: Quote;
	times: Times;
	roomId: string | undefined;
	tabbable: boolean;
	onShow: (() => void) | undefined;
};

/** Above what somebody wrote: leads to what it quotes, if that may be read. */
export function QuoteInRow({ quote, times, roomId, tabbable, onShow }: Props) {
	const t = useTranslations("messages");
	const shown = <Quoted quote={quote} times={times} roomId={roomId} />;
	if ("unavailable" in quote || !onShow) return shown;
	return (
		<button
			type="button"
			tabIndex={tabbable ? 0 : -1}
			title={t("quote.show")}
			onClick={onShow}
			className="block max-w-full rounded-xs hover:[&>span]:border-accent hover:[&>span]:text-text"
		>
			{shown}
		</button>
	);
}
