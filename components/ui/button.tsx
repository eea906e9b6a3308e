import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { focusStays } from "./focus-stays";

type Look = "main" | "outline" | "plain" | "danger" | "danger-filled";

const looks: Record<Look, string> = {
	main: "bg-accent text-on-accent hover:not-aria-disabled:bg-accent-hover active:not-aria-disabled:bg-accent-pressed",
	outline:
		"bg-surface text-text ring-1 ring-inset ring-border-strong shadow-sm hover:not-aria-disabled:bg-hover active:not-aria-disabled:bg-chip",
	plain: "text-muted hover:not-aria-disabled:bg-raised-hover hover:not-aria-disabled:text-text",
	danger:
		"bg-surface text-danger-text ring-1 ring-inset ring-border-strong shadow-sm hover:not-aria-disabled:bg-danger-soft",
	"danger-filled": "bg-danger text-on-danger hover:not-aria-disabled:bg-danger-hover",
};

const sizes = {
	normal: "h-(--control-height) px-3.5 text-ui",
	small: "h-7.5 px-2.5 text-sm pointer-coarse:h-11 pointer-coarse:px-4",
	wide: "h-10.5 max-md:h-12 w-full px-3.5 text-base",
};

type Props = Omit<ComponentProps<"button">, "ref"> & {
	look?: Look;
	size?: keyof typeof sizes;
	/** What it started is under way: it cannot be started again, and keeps its place and words. */
	busy?: boolean;
};

export function Button({
	look = "outline",
	size = "normal",
	busy = false,
	type = "button",
	disabled = false,
	onClick,
	className,
	...rest
}: Props) {
	const off = disabled || busy;
	return (
		<button
			{...rest}
			ref={focusStays}
			type={type}
			// Not `disabled`, which takes the focus away from who has just pressed it.
			aria-disabled={off || undefined}
			onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
			aria-busy={busy || undefined}
			className={classNames(buttonLook(look, size), className)}
		/>
	);
}

/** For links that look like buttons. */
export function buttonLook(look: Look = "outline", size: keyof typeof sizes = "normal"): string {
	return classNames(
		"inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors",
		"aria-disabled:cursor-default aria-disabled:opacity-55",
		looks[look],
		sizes[size],
	);
}
