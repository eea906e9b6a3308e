import type { ReactNode } from "react";
import { Words } from "@/components/words/words";
import type { Messages } from "@/messages/en/all";
import { requestLanguage, wordsOf } from "./words";

type Props = { areas: readonly (keyof Messages)[]; children: ReactNode };

/** Gives the pages below the words of these areas, in the language of the request. */
export async function AreaWords({ areas, children }: Props) {
	const language = await requestLanguage();
	return (
		<Words language={language} messages={wordsOf(language, areas)}>
			{children}
		</Words>
	);
}
