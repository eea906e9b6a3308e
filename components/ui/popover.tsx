"use client";
import { Popover as Base } from "@base-ui/react/popover";
import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useRef, useState } from "react";
import { Dialog } from "./dialog";
import { useWide } from "./use-media";

type Props = {
	/** What it is, for those who do not see where it stands; the title of the sheet on a phone. */
	label: string;
	/** A button. */
	trigger: ReactElement<ComponentProps<"button">>;
	children: (close: () => void) => ReactNode;
	open?: boolean;
	onOpenChange?: (open: boolean) => void;
	side?: "top" | "bottom";
	align?: "start" | "center" | "end";
};

/** What floats beside a button until it is done with; on a phone it comes from the lower edge. Made only while it is open. */
export function Popover({ label, trigger, children, side = "top", align = "end", ...controlled }: Props) {
	const [openedHere, setOpenedHere] = useState(false);
	const wide = useWide();
	const open = controlled.open ?? openedHere;

	const button = useRef<HTMLButtonElement>(null);
	// A modal dialog lies over all that is not in it.
	const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);

	function change(next: boolean) {
		setDialog(button.current?.closest("dialog") ?? null);
		setOpenedHere(next);
		controlled.onOpenChange?.(next);
	}

	const inside = () => children(() => change(false));
	if (!wide) {
		return (
			<>
				{cloneElement(trigger, { onClick: () => change(true), "aria-haspopup": "dialog", "aria-expanded": open })}
				{open && (
					<Dialog sheet title={label} onClose={() => change(false)}>
						{inside()}
					</Dialog>
				)}
			</>
		);
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
						{inside()}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}
