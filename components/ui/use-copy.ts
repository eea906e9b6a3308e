"use client";
import { useState } from "react";

const SAID_FOR_MS = 1_500;

/** Copies a text, and says for a moment which one was copied. */
export function useCopy(): { copied: string | undefined; copy: (name: string, text: string) => void } {
	const [copied, setCopied] = useState<string>();
	return {
		copied,
		copy(name, text) {
			void copyText(text).then(() => {
				setCopied(name);
				setTimeout(() => setCopied(undefined), SAID_FOR_MS);
			});
		},
	};
}

export async function copyText(text: string): Promise<void> {
	// Browsers give it to pages that came by https only, and many servers are reached by http in their own network.
	if (navigator.clipboard) return navigator.clipboard.writeText(text);
	const field = document.createElement("textarea");
	const focused = document.activeElement;
	field.value = text;
	document.body.append(field);
	field.select();
	document.execCommand("copy");
	field.remove();
	if (focused instanceof HTMLElement) focused.focus();
}
