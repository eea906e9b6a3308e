import type { KeyboardEvent } from "react";

/** A key that an input method has taken for itself: Enter ends the composing of a character. Safari says so only by the old code. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
	return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
