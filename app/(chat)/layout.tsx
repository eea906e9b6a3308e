import type { ReactNode } from "react";
import { ChatFrame } from "@/components/frame/chat-frame";
import { SignedIn } from "@/components/frame/signed-in";
import { Words } from "@/components/words/words";
import { earlyScript } from "../early";
import { OwnScript } from "../own-script";
import { requestLanguage, wordsOf } from "../words";

export default async function ChatLayout({ children }: { children: ReactNode }) {
	const language = await requestLanguage();
	const words = wordsOf(language, [
		"account",
		"composer",
		"emoji",
		"messages",
		"people",
		"rooms",
		"shortcuts",
		"sidebar",
		"switcher",
	]);
	return (
		<Words language={language} messages={words}>
			<OwnScript text={earlyScript} />
			<SignedIn>
				<ChatFrame>{children}</ChatFrame>
			</SignedIn>
		</Words>
	);
}
