import type { ReactNode } from "react";
import { AreaWords } from "../area-words";

export default function SetupLayout({ children }: { children: ReactNode }) {
	return <AreaWords areas={["setup"]}>{children}</AreaWords>;
}
