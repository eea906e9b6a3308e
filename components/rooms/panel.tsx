"use client";
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** Beside the room, in its place on narrow screens. Esc closes it. */
export function Panel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
	const id = useId();
	return (
		<aside
			aria-labelledby={id}
			onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
			className="flex w-(--panel-width) min-w-0 shrink-0 flex-col border-s border-border bg-surface max-lg:w-auto max-lg:flex-1 max-lg:shrink max-lg:border-s-0"
		>
			<div className="flex h-(--bar-height) shrink-0 items-center justify-between border-b border-border ps-5 pe-3">
				<h2 id={id} className="text-base">
					{title}
				</h2>
				<IconButton icon={X} label="Close the panel" onClick={onClose} autoFocus />
			</div>
			<div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
		</aside>
	);
}
