"use client";
import { Menu as Parts } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { classNames } from "./class-names";
import type { MenuItem, MenuProps } from "./menu";
import { belongsTo } from "./opener";
import { type Beginning, useBeginning } from "./use-late";

type Props = MenuProps & { beginning: Beginning };

const GAP_PX = 6;
const EDGE_PX = 8;

/** `Menu` from the moment that it is used: with its weight, which is fetched on its own. */
export function WholeMenu({ label, items, head, trigger, side = "end", onClosed, beginning }: Props) {
	const button = useRef<HTMLButtonElement>(null);
	const popup = useRef<HTMLDivElement>(null);
	// A modal dialog lies over all that is not in it.
	const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
	useBeginning(button, beginning);
	function change(open: boolean) {
		setDialog(button.current?.closest("dialog") ?? null);
		if (!open) onClosed?.();
	}
	return (
		<Parts.Root onOpenChange={change}>
			<Parts.Trigger ref={button} render={trigger} />
			<Parts.Portal container={dialog ?? undefined}>
				<Parts.Positioner
					align={side}
					// Whatever is on a page belongs to a part of it, and a menu lies outside of all others.
					{...{ role: "region", "aria-label": label }}
					sideOffset={GAP_PX}
					collisionPadding={EDGE_PX}
					className="z-(--z-menu) outline-none"
				>
					<Parts.Popup
						ref={(element) => {
							popup.current = element;
							if (element) belongsTo(element, button.current);
						}}
						aria-label={label}
						finalFocus={() => !isElsewhere(popup.current)}
						className="max-h-(--available-height) w-60 max-w-(--available-width) origin-(--transform-origin) overflow-y-auto overscroll-contain rounded-lg bg-raised p-1.5 text-ui text-text shadow-menu outline-none transition-[opacity,translate] duration-(--motion) data-ending-style:opacity-0 data-ending-style:duration-(--motion-fast) data-starting-style:-translate-y-1 data-starting-style:opacity-0"
					>
						{head}
						{items.map((item) => (
							<Row key={item.label} item={item} button={button} />
						))}
					</Parts.Popup>
				</Parts.Positioner>
			</Parts.Portal>
		</Parts.Root>
	);
}

/** What was chosen took the focus already: a dialog, a field. */
function isElsewhere(popup: HTMLElement | null): boolean {
	const focused = document.activeElement;
	return focused !== null && focused !== document.body && !popup?.contains(focused);
}

function Row({ item, button }: RowProps) {
	const { label, icon: Icon, mirrored, danger, apart, disabled = false, checked, keys } = item;
	// The row goes away: a dialog that is opened by it gives the focus back to what had it last.
	function select() {
		button.current?.focus();
		item.onSelect();
	}
	const look = classNames(
		"flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2.5 text-start outline-none select-none data-disabled:opacity-45 data-highlighted:not-data-disabled:bg-raised-hover pointer-coarse:min-h-11",
		danger && "text-danger-text",
		"cursor-pointer data-disabled:cursor-default",
	);
	const inside = (
		<>
			{Icon && (
				<Icon
					size={18}
					strokeWidth={1.75}
					aria-hidden
					className={classNames("shrink-0", mirrored && "rtl:-scale-x-100")}
				/>
			)}
			<span className="cut flex-1">{label}</span>
			{keys && (
				<kbd aria-hidden className="font-sans text-xs text-faint pointer-coarse:hidden">
					{keys}
				</kbd>
			)}
			{checked && <Check size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />}
		</>
	);
	return (
		<>
			{apart && <Parts.Separator className="mx-1 my-1.5 h-px bg-border-strong" />}
			{checked === undefined ? (
				<Parts.Item label={label} disabled={disabled} onClick={select} className={look}>
					{inside}
				</Parts.Item>
			) : (
				<Parts.CheckboxItem
					label={label}
					disabled={disabled}
					checked={checked}
					onCheckedChange={select}
					closeOnClick
					className={look}
				>
					{inside}
				</Parts.CheckboxItem>
			)}
		</>
	);
}

type RowProps = { item: MenuItem; button: RefObject<HTMLButtonElement | null> };
