import type { ReactNode } from "react";
import { OutFrame } from "@/components/sign-in/out-frame";

export default function AuthLayout({ children }: { children: ReactNode }) {
	return <OutFrame>{children}</OutFrame>;
}
