import type { ReactNode } from "react";
import { OutFrame } from "@/components/sign-in/out-frame";
import { AreaWords } from "../area-words";

export default function AuthLayout({ children }: { children: ReactNode }) {
	return (
		<AreaWords areas={["signIn"]}>
			<OutFrame>{children}</OutFrame>
		</AreaWords>
	);
}
