import type { ReactNode } from "react";
import { ChatFrame } from "@/components/frame/chat-frame";
import { SignedIn } from "@/components/frame/signed-in";

export default function ChatLayout({ children }: { children: ReactNode }) {
	return (
		<SignedIn>
			<ChatFrame>{children}</ChatFrame>
		</SignedIn>
	);
}
