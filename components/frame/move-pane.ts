/** The parts of the page in the order in which F6 goes through them, and what takes the focus in each. */
const panes: { pane: string; focused: string[] }[] = [
	{ pane: "[data-pane=sidebar]", focused: ["a[aria-current]", "nav a", "button"] },
	{ pane: "main section", focused: ["[data-message][tabindex='0']"] },
	{ pane: "main form", focused: ["textarea, [contenteditable=true]"] },
	{ pane: "[data-pane=panel]", focused: [] },
];

export function movePane(back: boolean): void {
	const shown = panes.flatMap(({ pane, focused }) => {
		const place = [...document.querySelectorAll(pane)].find(isShown);
		const inside = focused.flatMap((selector) => [...(place?.querySelectorAll(selector) ?? [])]).find(isShown);
		const target = focused.length === 0 ? place : inside;
		return place && target instanceof HTMLElement ? [{ place, target }] : [];
	});
	const at = shown.findIndex(({ place }) => place.contains(document.activeElement));
	const next = shown.at(back ? (at < 0 ? -1 : at - 1) : (at + 1) % shown.length);
	next?.target.focus();
}

function isShown(element: Element): boolean {
	return element.checkVisibility();
}
