"use client";
import { Popover as Base } from "@base-ui/react/popover";
import { useRef, useState } from "react";
import type { PopoverProps } from "./popover";
import { type Beginning, useBeginning } from "./use-late";

type Props = PopoverProps & { open: boolean; onOpenChange: (open: boolean) => void; beginning: Beginning };

/** `Popover` from the moment that it is used: with its weight, which is fetched on its own. */
export function WholePopover({ label, trigger, children, side = "top", align = "end", ...rest }: Props) {
	const { open, onOpenChange, beginning } = rest;
	const button = useRef<HTMLButtonElement>(null);
	// A modal dialog lies over all that is not in it.
	const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
	useBeginning(button, beginning);

	function change(next: boolean) {
		setDialog(button.current?.closest("dialog") ?? null);
		onOpenChange(next);
	}

	return (
		<Base.Root open={open} onOpenChange={change}>
			<Base.Trigger ref={button} render={trigger} />
			<Base.Portal container={dialog ?? undefined}>
				<Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={12} className="z-(--z-menu)">
					<Base.Popup
						aria-label={label}
						className="animate-appear rounded-lg bg-raised text-text shadow-menu outline-none"
					>
						{children(() => change(false))}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}
