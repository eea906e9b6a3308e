"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { late } from "./late";
import { useLate } from "./use-late";

export type MenuItem = {
	label: string;
	icon?: LucideIcon;
	/** Points to where the line goes on. */
	mirrored?: boolean;
	danger?: boolean;
	/** Set off from those before it by a line. */
	apart?: boolean;
	disabled?: boolean;
	/** One of several that can be chosen: said to screen readers, and marked with a tick. */
	checked?: boolean;
	/** What does the same from the keyboard. */
	keys?: string;
	onSelect: () => void;
};

export type MenuProps = {
	label: string;
	items: MenuItem[];
	head?: ReactNode;
	/** Draws the button: everything that it is given belongs on it. */
	trigger: (props: ComponentProps<"button">) => ReactElement;
	/** The edge of its button with which it is flush. */
	side?: "start" | "end";
	onClosed?: () => void;
};

const wholeMenu = late(() => import("./whole-menu").then((module) => module.WholeMenu));
export const loadMenu = wholeMenu.fetch;

/** A button's list of actions. Stays on the screen; arrows, first letters and Esc work; the focus goes back to the button. */
export function Menu(props: MenuProps) {
	const { real, plain } = useLate(wholeMenu, "menu");
	if (!real) return props.trigger(plain);
	const Whole = real.piece;
	return <Whole {...props} beginning={real.beginning} />;
}
