"use client";
import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useState } from "react";
import { Dialog } from "./dialog";
import { late } from "./late";
import { useLate } from "./use-late";
import { useWide } from "./use-media";

export type PopoverProps = {
	/** What it is, for those who do not see where it stands; the title of the sheet on a phone. */
	label: string;
	/** A button. */
	trigger: ReactElement<ComponentProps<"button">>;
	children: (close: () => void) => ReactNode;
	side?: "top" | "bottom";
	align?: "start" | "center" | "end";
	onClosed?: () => void;
};

const wholePopover = late(() => import("./whole-popover").then((module) => module.WholePopover));
export const loadPopover = wholePopover.fetch;

/** What floats beside a button until it is done with; on a phone it comes from the lower edge. Made only while it is open. */
export function Popover(props: PopoverProps) {
	const { label, trigger, children, onClosed } = props;
	const [open, setOpen] = useState(false);
	function change(next: boolean) {
		setOpen(next);
		if (!next) onClosed?.();
	}
	const wide = useWide();
	const { real, plain } = useLate(wholePopover, "dialog");
	if (wide && !real) return cloneElement(trigger, plain);
	if (wide && real) {
		const Whole = real.piece;
		return <Whole {...props} open={open} onOpenChange={change} beginning={real.beginning} />;
	}
	const close = () => change(false);
	return (
		<>
			{cloneElement(trigger, { onClick: () => setOpen(true), "aria-haspopup": "dialog", "aria-expanded": open })}
			{open && (
				<Dialog sheet title={label} onClose={close}>
					{children(close)}
				</Dialog>
			)}
		</>
	);
}
