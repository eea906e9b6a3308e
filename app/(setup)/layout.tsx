import type { ReactNode } from "react";
import { Words } from "@/components/words/words";
import { requestLanguage, wordsOf } from "../words";

export default async function SetupLayout({ children }: { children: ReactNode }) {
	const language = await requestLanguage();
	return (
		<Words language={language} messages={wordsOf(language, ["setup"])}>
			{children}
		</Words>
	);
}
