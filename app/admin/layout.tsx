import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { SignedIn } from "@/components/frame/signed-in";
import { AreaWords } from "../area-words";

export default function AdminLayout({ children }: { children: ReactNode }) {
	return (
		<AreaWords areas={["admin", "settings"]}>
			<SignedIn>
				<AdminFrame>{children}</AdminFrame>
			</SignedIn>
		</AreaWords>
	);
}
