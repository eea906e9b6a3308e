import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Look = "main" | "outline" | "plain" | "danger" | "danger-filled";

const looks: Record<Look, string> = {
	main: "bg-accent text-on-accent hover:not-disabled:bg-accent-hover active:not-disabled:bg-accent-pressed",
	outline:
		"bg-surface text-text ring-1 ring-inset ring-border-strong shadow-sm hover:not-disabled:bg-hover active:not-disabled:bg-chip",
	plain: "text-muted hover:not-disabled:bg-raised-hover hover:not-disabled:text-text",
	danger:
		"bg-surface text-danger-text ring-1 ring-inset ring-border-strong shadow-sm hover:not-disabled:bg-danger-soft",
	"danger-filled": "bg-danger text-on-danger hover:not-disabled:bg-danger-hover",
};

const sizes = {
	normal: "h-(--control-height) px-3.5 text-ui",
	small: "h-7.5 px-2.5 text-sm pointer-coarse:h-11 pointer-coarse:px-4",
	wide: "h-10.5 max-md:h-12 w-full px-3.5 text-base",
};

type Props = ComponentProps<"button"> & {
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
	disabled,
	className,
	...rest
}: Props) {
	return (
		<button
			{...rest}
			type={type}
			disabled={disabled || busy}
			aria-busy={busy || undefined}
			className={classNames(buttonLook(look, size), className)}
		/>
	);
}

/** For links that look like buttons. */
export function buttonLook(look: Look = "outline", size: keyof typeof sizes = "normal"): string {
	return classNames(
		"inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors",
		"disabled:cursor-default disabled:opacity-55",
		looks[look],
		sizes[size],
	);
}
