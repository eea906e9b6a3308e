import type { ReactNode } from "react";

export function useHighlighted(_language: string | undefined, text: string): ReactNode {
	return text;
}
