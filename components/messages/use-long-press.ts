"use client";
import { type PointerEvent, useRef } from "react";

const LONG_MS = 450;

/** A finger that stays. Moving it scrolls, and is no press. */
export function useLongPress(onPress: () => void) {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const stop = () => clearTimeout(timer.current);
	return {
		onPointerDown(event: PointerEvent) {
			if (event.pointerType !== "touch") return;
			stop();
			timer.current = setTimeout(onPress, LONG_MS);
		},
		onPointerMove: stop,
		onPointerUp: stop,
		onPointerCancel: stop,
	};
}
