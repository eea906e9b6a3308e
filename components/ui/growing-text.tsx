"use client";
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names";

type Props = {
	ref?: Ref<HTMLTextAreaElement>;
	label: string;
	value: string;
	onChange: (value: string) => void;
	/** Enter without Shift, and not the one that ends the composing of a character. */
	onEnter: () => void;
	onEscape?: () => void;
	onUp?: () => void;
	placeholder?: string;
	autoFocus?: boolean;
	className?: string;
};

/** A field that grows with its text to 40 % of the window, then scrolls. */
export function GrowingText({ ref, label, value, onChange, onEnter, onEscape, onUp, className, ...rest }: Props) {
	const field = useRef<HTMLTextAreaElement>(null);
	useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current, []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
	useLayoutEffect(() => {
		const shown = field.current;
		if (!shown) return;
		shown.style.height = "auto";
		shown.style.height = `${shown.scrollHeight}px`;
	}, [value]);

	useLayoutEffect(() => {
		const end = field.current?.value.length ?? 0;
		field.current?.setSelectionRange(end, end);
	}, []);

	function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Enter" && !event.shiftKey) {
			event.preventDefault();
			onEnter();
		}
		if (event.key === "Escape" && onEscape) {
			event.preventDefault();
			onEscape();
		}
		if (event.key === "ArrowUp" && onUp && value === "") {
			event.preventDefault();
			onUp();
		}
	}

	return (
		<textarea
			ref={field}
			rows={1}
			dir="auto"
			aria-label={label}
			value={value}
			onChange={(event) => onChange(event.target.value)}
			onKeyDown={onKeyDown}
			{...rest}
			className={classNames(
				"block max-h-[40dvh] resize-none bg-transparent outline-none pointer-coarse:text-[16px]",
				className,
			)}
		/>
	);
}
