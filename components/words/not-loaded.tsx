"use client";
import { useTranslations } from "use-intl";
import { focusStays } from "@/components/ui/focus-stays";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "./use-sentence-of";

/** In the place of a list or a form that could not be fetched. */
export function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
	const t = useTranslations("common");
	const sentenceOf = useSentenceOf();
	return (
		<Note tone="danger">
			{sentenceOf(error)}{" "}
			<button ref={focusStays} type="button" onClick={onRetry} className="font-semibold underline underline-offset-3">
				{t("tryAgain")}
			</button>
		</Note>
	);
}
