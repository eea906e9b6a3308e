"use client";
import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** Beside the room, in its place on narrow screens. Esc closes it, and the focus goes back to where it came from. */
export function Panel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
	const id = useId();
	const panel = useRef<HTMLElement>(null);
	const [opener] = useState(() => document.activeElement);
	useLayoutEffect(() => {
		const shown = panel.current;
		shown?.focus();
		return () => {
			const focused = document.activeElement;
			const isHere = focused === document.body || shown?.contains(focused);
			if (isHere && opener instanceof HTMLElement) opener.focus();
		};
	}, [opener]);
	return (
		<aside
			ref={panel}
			tabIndex={-1}
			aria-labelledby={id}
			data-pane="panel"
			className="flex w-(--panel-width) min-w-0 shrink-0 flex-col border-s border-border bg-surface outline-none max-lg:w-auto max-lg:flex-1 max-lg:shrink max-lg:border-s-0"
		>
			<div className="flex h-(--bar-height) shrink-0 items-center justify-between border-b border-border ps-5 pe-3">
				<h2 id={id} className="text-base">
					{title}
				</h2>
				<IconButton icon={X} label="Close the panel" onClick={onClose} />
			</div>
			<div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
		</aside>
	);
}
