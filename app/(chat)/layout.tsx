import type { ReactNode } from "react";
import { ChatFrame } from "@/components/frame/chat-frame";
import { SignedIn } from "@/components/frame/signed-in";
import { AreaWords } from "../area-words";
import { earlyScript } from "../early";
import { OwnScript } from "../own-script";

const AREAS = [
	"account",
	"composer",
	"drafts",
	"emoji",
	"files",
	"forward",
	"messages",
	"notifications",
	"people",
	"rooms",
	"saved",
	"search",
	"shortcuts",
	"sidebar",
	"switcher",
	"threads",
] as const;

export default function ChatLayout({ children }: { children: ReactNode }) {
	return (
		<AreaWords areas={AREAS}>
			<OwnScript text={earlyScript} />
			<SignedIn>
				<ChatFrame>{children}</ChatFrame>
			</SignedIn>
		</AreaWords>
	);
}
