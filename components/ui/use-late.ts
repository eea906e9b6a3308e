"use client";
import { type ComponentProps, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import type { Late } from "./late";
import { toast } from "./toast";

type ButtonProps = ComponentProps<"button">;

/** What was done to the plain button, for the real one to do again: a key, or the press of a pointer of some type. */
type Press = { key: "Enter" | "ArrowDown" | "ArrowUp" } | { pointer: string };

/** How the real button begins, in the place of the plain one. */
export type Beginning = { focused: boolean; press?: Press | undefined };

type Opener<Piece> = { real: { piece: Piece; beginning: Beginning } | undefined; plain: ButtonProps };

/**
 * A plain button until what it opens is fetched and wanted; then the piece draws the button. It changes only while no press is under
 * way, or the browser would lose the click with the button: under a mouse that comes, and after a click or a key, which the piece
 * does again.
 */
export function useLate<Piece>(late: Late<Piece>, opens: "menu" | "dialog"): Opener<Piece> {
	const [real, setReal] = useState<Opener<Piece>["real"]>();
	const pointer = useRef("");
	const t = useTranslations("errors");

	function become(button: HTMLElement, piece: Piece, press?: Press) {
		const beginning = { focused: document.activeElement === button, press };
		setReal((before) => before ?? { piece, beginning });
	}

	async function open(button: HTMLElement, press: Press) {
		const focused = document.activeElement;
		const piece = late.held() ?? (await late.fetch());
		if (!piece) return void toast({ text: t("unreachable"), tone: "danger" });
		// Whoever went on to something else meanwhile is not called back.
		if (document.activeElement === focused) become(button, piece, press);
	}

	const plain: ButtonProps = {
		"aria-haspopup": opens,
		"aria-expanded": false,
		onFocus: () => void late.fetch(),
		onPointerEnter({ currentTarget, pointerType, buttons }) {
			void late.fetch();
			const piece = late.held();
			if (piece && pointerType === "mouse" && buttons === 0) flushSync(() => become(currentTarget, piece));
		},
		onPointerDown({ pointerType }) {
			void late.fetch();
			pointer.current = pointerType;
		},
		onClick({ currentTarget, detail }) {
			void open(currentTarget, detail === 0 ? { key: "Enter" } : { pointer: pointer.current });
		},
		onKeyDown(event) {
			if (opens !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
			event.preventDefault();
			void open(event.currentTarget, { key: event.key });
		},
	};
	return { real, plain };
}

/** For the piece: its button takes the focus over, and does what was done before it was there. */
export function useBeginning(button: RefObject<HTMLButtonElement | null>, { focused, press }: Beginning): void {
	useLayoutEffect(() => {
		if (focused) button.current?.focus({ preventScroll: true });
	}, [focused, button]);
	useEffect(() => {
		if (!press) return;
		// Not within the click that led here: it would go on to the document, and close as one from outside what it opened.
		const timer = setTimeout(() => button.current && repeat(button.current, press));
		return () => clearTimeout(timer);
	}, [press, button]);
}

function repeat(button: HTMLButtonElement, press: Press): void {
	const asAlways = { bubbles: true, cancelable: true };
	if ("pointer" in press) {
		// Pressure and detail are what tells it from the press of a screen reader.
		const pressed = { ...asAlways, button: 0, detail: 1, pressure: 0.5, isPrimary: true, pointerType: press.pointer };
		button.dispatchEvent(new PointerEvent("pointerdown", pressed));
		button.dispatchEvent(new MouseEvent("mousedown", pressed));
		button.dispatchEvent(new PointerEvent("pointerup", pressed));
		button.dispatchEvent(new MouseEvent("mouseup", pressed));
		button.dispatchEvent(new MouseEvent("click", pressed));
	} else if (press.key === "Enter") button.click();
	else button.dispatchEvent(new KeyboardEvent("keydown", { ...asAlways, key: press.key }));
}
