import { CircleAlert, CircleCheck, Info, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones: Record<"danger" | "success" | "plain", [LucideIcon, string]> = {
	danger: [CircleAlert, "bg-danger-soft text-danger-text"],
	success: [CircleCheck, "bg-success-soft text-success-text"],
	plain: [Info, "bg-accent-soft text-on-accent-soft"],
};

type Props = { tone: keyof typeof tones; children: ReactNode; className?: string };

/** What happened and what to do, in place. Read out when it appears. */
export function Note({ tone, children, className }: Props) {
	const [Icon, look] = tones[tone];
	return (
		<div
			role={tone === "danger" ? "alert" : "status"}
			className={classNames("flex items-start gap-3 rounded-md px-3 py-2.5 text-ui", look, className)}
		>
			<Icon size={18} strokeWidth={1.75} aria-hidden className="mt-px shrink-0" />
			<div className="min-w-0 wrap-anywhere">{children}</div>
		</div>
	);
}
