import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
	icon: LucideIcon;
	/** Its name for those who do not see the icon, and its tooltip for those who do not know it. */
	label: string;
	size?: "normal" | "small";
	on?: boolean;
};

export function IconButton({ icon: Icon, label, size = "normal", on = false, className, ...rest }: Props) {
	return (
		<button
			type="button"
			title={label}
			{...rest}
			aria-label={label}
			className={classNames(
				"grid shrink-0 place-items-center rounded-sm transition-colors disabled:opacity-45 pointer-coarse:size-11",
				size === "small" ? "size-7" : "size-8",
				on
					? "bg-accent-soft text-on-accent-soft"
					: "text-muted hover:not-disabled:bg-raised-hover hover:not-disabled:text-text",
				className,
			)}
		>
			<Icon size={size === "small" ? 16 : 18} strokeWidth={1.75} aria-hidden />
		</button>
	);
}
