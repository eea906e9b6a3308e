"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ComponentType, ReactElement, ReactNode } from "react";
import { type Late, late } from "./late";
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

const fetchWhole = () => import("./whole-menu").then((module) => module.WholeMenu);
const wholeMenu = late(fetchWhole);
export const loadMenu = wholeMenu.fetch;

/** A button's list of actions. Stays on the screen; arrows, first letters and Esc work; the focus goes back to the button. */
export function Menu(props: MenuProps) {
	const { real, plain } = useLate(wholeMenu, "menu");
	if (!real) return props.trigger(plain);
	const Whole = real.piece;
	return <Whole {...props} beginning={real.beginning} />;
}

/** What a menu offers: draws nothing itself, and hands it on. */
type Actions<Of> = ComponentType<Of & { children: (items: MenuItem[]) => ReactNode }>;
type LateActions<Of> = Late<{ Actions: Actions<Of>; Whole: Awaited<ReturnType<typeof fetchWhole>> }>;

export function lateActions<Of>(fetchActions: () => Promise<Actions<Of>>): LateActions<Of> {
	return late(async () => {
		const [Actions, Whole] = await Promise.all([fetchActions(), fetchWhole()]);
		return { Actions, Whole };
	});
}

type LateMenuProps<Of> = Omit<MenuProps, "items"> & {
	actions: LateActions<Of>;
	/** What they are about. */
	of: Of;
};

/** A `Menu` of which the actions too are fetched only when it is used. */
export function LateMenu<Of extends object>({ actions, of, ...menu }: LateMenuProps<Of>) {
	const { real, plain } = useLate(actions, "menu");
	if (!real) return menu.trigger(plain);
	const { Actions, Whole } = real.piece;
	return <Actions {...of}>{(items) => <Whole {...menu} items={items} beginning={real.beginning} />}</Actions>;
}
