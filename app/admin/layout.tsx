import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { SignedIn } from "@/components/frame/signed-in";

export default function AdminLayout({ children }: { children: ReactNode }) {
	return (
		<SignedIn>
			<AdminFrame>{children}</AdminFrame>
		</SignedIn>
	);
}
