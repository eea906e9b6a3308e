import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { SignedIn } from "@/components/frame/signed-in";
import { Words } from "@/components/words/words";
import { requestLanguage, wordsOf } from "../words";

export default async function AdminLayout({ children }: { children: ReactNode }) {
	const language = await requestLanguage();
	return (
		<Words language={language} messages={wordsOf(language, ["admin", "settings"])}>
			<SignedIn>
				<AdminFrame>{children}</AdminFrame>
			</SignedIn>
		</Words>
	);
}
