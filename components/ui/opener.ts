const buttons = new WeakMap<Element, HTMLElement>();

/** A menu goes away when something is chosen in it: what opens then belongs to its button. */
export function belongsTo(menu: Element, button: HTMLElement | null): void {
	if (button) buttons.set(menu, button);
}

/** What gets the focus back when what opens now is closed again. */
export function openerNow(): Element | null {
	const focused = document.activeElement;
	const menu = focused?.closest("[role=menu]");
	return (menu && buttons.get(menu)) ?? focused;
}
