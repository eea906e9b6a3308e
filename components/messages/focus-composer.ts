/** Back to where one writes, from anywhere in the same room or thread. */
export function focusComposer(from: HTMLElement): void {
	const fields = from
		.closest("main, [data-pane=panel]")
		?.querySelectorAll<HTMLElement>("form textarea, form [contenteditable=true]");
	// One that stands in the list changes a message.
	[...(fields ?? [])].at(-1)?.focus();
}
