"use client";
import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";

export type MenuItem = {
	label: string;
	icon?: LucideIcon;
	danger?: boolean;
	/** Set off from those before it by a line. */
	apart?: boolean;
	onSelect: () => void;
};

type TriggerProps = {
	"aria-haspopup": "menu";
	"aria-expanded": boolean;
	"aria-controls": string | undefined;
	onClick: () => void;
};

type Props = {
	label: string;
	items: MenuItem[];
	head?: ReactNode;
	trigger: (props: TriggerProps) => ReactNode;
	side?: "start" | "end";
};

export function Menu({ label, items, head, trigger, side = "end" }: Props) {
	const id = useId();
	const [open, setOpen] = useState(false);
	const root = useRef<HTMLDivElement>(null);

	useEffect(() => {
		if (!open) return;
		rows(root.current)[0]?.focus();
		const closeOutside = (event: PointerEvent) => {
			if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
		};
		document.addEventListener("pointerdown", closeOutside);
		return () => document.removeEventListener("pointerdown", closeOutside);
	}, [open]);

	function close() {
		setOpen(false);
		root.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its button and its rows let through
		<div
			ref={root}
			className="relative flex shrink-0"
			onKeyDown={(event) => open && onKey(event, root.current, close)}
			onBlur={(event) =>
				open && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)
			}
		>
			{trigger({
				"aria-haspopup": "menu",
				"aria-expanded": open,
				"aria-controls": open ? id : undefined,
				onClick: () => setOpen(!open),
			})}
			{open && (
				<div
					className={classNames(
						"absolute top-full z-(--z-menu) mt-1.5 w-60 max-w-[calc(100vw-1.5rem)] animate-appear rounded-lg bg-raised p-1.5 text-ui text-text shadow-menu",
						side === "end" ? "end-0" : "start-0",
					)}
				>
					{head}
					<div id={id} role="menu" aria-label={label}>
						{items.map((item) => (
							<Row key={item.label} item={item} close={close} />
						))}
					</div>
				</div>
			)}
		</div>
	);
}

function Row({ item: { label, icon: Icon, danger, apart, onSelect }, close }: { item: MenuItem; close: () => void }) {
	return (
		<button
			type="button"
			role="menuitem"
			tabIndex={-1}
			onClick={() => {
				close();
				onSelect();
			}}
			className={classNames(
				"flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2.5 text-start hover:bg-raised-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11",
				danger && "text-danger-text",
				apart && "relative mt-3 before:absolute before:inset-x-0 before:-top-1.5 before:h-px before:bg-border-strong",
			)}
		>
			{Icon && <Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0" />}
			<span className="cut">{label}</span>
		</button>
	);
}

function onKey(event: KeyboardEvent, root: HTMLElement | null, close: () => void): void {
	if (event.key === "Escape") {
		event.stopPropagation();
		return close();
	}
	const all = rows(root);
	const now = all.indexOf(document.activeElement as HTMLElement);
	const next: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 };
	const index = next[event.key];
	if (index === undefined) return;
	event.preventDefault();
	all.at(index % all.length)?.focus();
}

function rows(root: HTMLElement | null): HTMLElement[] {
	return [...(root?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}
