"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { focusComposer } from "./focus-composer";
import type { ActionName } from "./row-actions";

type Options = {
	box: RefObject<HTMLElement | null>;
	/** Messages that are not held yet: asked for, to go on there. */
	more: (side: "before" | "after") => Promise<unknown>;
	toFirst: () => void;
	toLast: () => void;
	/** What a key does with the message that has the focus. */
	act: (id: string, key: ActionName, event: KeyboardEvent) => boolean;
};

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1 };
const PAGES: Record<string, -1 | 1> = { PageUp: -1, PageDown: 1 };
const ACTIONS: Record<string, ActionName> = {
	"+": "react",
	r: "quote",
	t: "thread",
	s: "save",
	u: "unread",
	e: "edit",
	c: "copyText",
	l: "copyLink",
	Enter: "open",
	Delete: "remove",
	Backspace: "remove",
};
/** So much of a page is still seen after turning it. */
const OVERLAP_PX = 64;

/** While a message has the focus, single keys go from one to the next and act on it. */
export function useKeys({ box, more, toFirst, toLast, act }: Options) {
	/** Which neighbour gets the focus when it is there. */
	const wanted = useRef<{ id: string; by: -1 | 1 }>(undefined);

	useLayoutEffect(() => {
		const { id, by } = wanted.current ?? {};
		if (!id || !by || !box.current) return;
		const next = neighbour(box.current, id, by);
		if (!next) return;
		wanted.current = undefined;
		focusOn(next);
	});

	function step(message: HTMLElement, by: -1 | 1): void {
		const id = message.dataset.message ?? "";
		const next = box.current && neighbour(box.current, id, by);
		if (next) return focusOn(next);
		wanted.current = { id, by };
		void more(by < 0 ? "before" : "after").catch(() => {});
	}

	return function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
		const { key, target, ctrlKey, metaKey, altKey } = event;
		if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement) || !box.current) return;
		// A field or a button in the message has its own keys.
		const message = target.matches("[data-message]") ? target : undefined;
		const bar = target.closest("[role=toolbar]");
		if (bar && key === "Escape") {
			event.preventDefault();
			return target.closest<HTMLElement>("[data-message]")?.focus();
		}
		if (!message) return;
		const [stepBy, pageBy, action] = [STEPS[key], PAGES[key], ACTIONS[key]];
		if (action) {
			if (act(message.dataset.message ?? "", action, event)) event.preventDefault();
			return;
		}
		if (stepBy) step(message, stepBy);
		else if (pageBy) turnPage(box.current, pageBy);
		else if (key === "Home") toFirst();
		else if (key === "End") toLast();
		else if (key === "Escape") focusComposer(target);
		else return;
		event.preventDefault();
	};
}

/** The next message that can be gone to, in the direction. */
export function neighbour(box: HTMLElement, id: string, by: -1 | 1): HTMLElement | undefined {
	const all = messagesIn(box);
	const at = all.findIndex((message) => message.dataset.message === id);
	return at < 0 ? undefined : all[at + by];
}

export function lastMessage(box: HTMLElement | null): HTMLElement | undefined {
	return box ? messagesIn(box).at(-1) : undefined;
}

export function focusOn(message: HTMLElement): void {
	message.focus({ preventScroll: true });
	message.scrollIntoView({ block: "nearest" });
}

function turnPage(box: HTMLElement, by: -1 | 1): void {
	box.scrollBy({ top: by * (box.clientHeight - OVERLAP_PX), behavior: "instant" });
	// The browser tells of it a frame later: what is drawn before, for the focus, would put the list back where it was.
	box.dispatchEvent(new Event("scroll"));
	const edge = box.getBoundingClientRect();
	const whole = messagesIn(box).filter((message) => {
		const { top, bottom } = message.getBoundingClientRect();
		return top >= edge.top - 1 && bottom <= edge.bottom + 1;
	});
	(by < 0 ? whole[0] : whole.at(-1))?.focus({ preventScroll: true });
}

function messagesIn(box: HTMLElement): HTMLElement[] {
	return [...box.querySelectorAll<HTMLElement>("[data-message]")];
}
