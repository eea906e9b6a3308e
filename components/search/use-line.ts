"use client";
import { useEffect, useRef, useState } from "react";
import { useParam } from "@/components/frame/address";
import { replacePlace, searchPath } from "@/components/frame/navigation";
import { lineOf, readTyped, type Typed } from "./typed";

/** Not each letter is a question to the server, nor an address. */
const ASKED_AFTER_MS = 180;

/** What stands in the field, and the line that is looked for: the address keeps it, a moment after it was typed. */
export function useLine() {
	const line = useParam("q") ?? "";
	const [typed, setTyped] = useState(() => readTyped(line));
	const [shown, setShown] = useState(line);
	const [written, setWritten] = useState(line);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

	// The address was changed from elsewhere, by the browser's way back or a shortcut. What the field wrote there itself may be older
	// than what stands in it.
	if (shown !== line) {
		setShown(line);
		if (line !== written) setTyped(readTyped(line));
	}

	useEffect(() => () => clearTimeout(timer.current), []);

	function write(next: string) {
		clearTimeout(timer.current);
		setWritten(next);
		if (next !== line) replacePlace(searchPath(next));
	}

	return {
		line,
		typed,
		/** @param isHalf a filter is being written: nobody looks for half a name or half a day */
		type(next: Typed, isHalf: boolean) {
			setTyped(next);
			clearTimeout(timer.current);
			if (!isHalf) timer.current = setTimeout(() => write(lineOf(next)), ASKED_AFTER_MS);
		},
		/** What was chosen is looked for at once. */
		choose(next: Typed) {
			setTyped(next);
			write(lineOf(next));
		},
		/** Without waiting for more letters. */
		ask: () => write(lineOf(typed)),
	};
}
