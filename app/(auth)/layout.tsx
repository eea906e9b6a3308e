import type { ReactNode } from "react";
import { OutFrame } from "@/components/sign-in/out-frame";
import { Words } from "@/components/words/words";
import { requestLanguage, wordsOf } from "../words";

export default async function AuthLayout({ children }: { children: ReactNode }) {
	const language = await requestLanguage();
	return (
		<Words language={language} messages={wordsOf(language, ["signIn"])}>
			<OutFrame>{children}</OutFrame>
		</Words>
	);
}
