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
};

const wholePopover = late(() => import("./whole-popover").then((module) => module.WholePopover));
export const loadPopover = wholePopover.fetch;

/** What floats beside a button until it is done with; on a phone it comes from the lower edge. Made only while it is open. */
export function Popover(props: PopoverProps) {
	const { label, trigger, children } = props;
	const [open, setOpen] = useState(false);
	const wide = useWide();
	const { real, plain } = useLate(wholePopover, "dialog");
	if (wide && !real) return cloneElement(trigger, plain);
	if (wide && real) {
		const Whole = real.piece;
		return <Whole {...props} open={open} onOpenChange={setOpen} beginning={real.beginning} />;
	}
	const close = () => setOpen(false);
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
