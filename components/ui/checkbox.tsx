"use client";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; className?: string };

/** A choice that goes with something else and is not kept by itself. */
export function Checkbox({ checked, onChange, children, className }: Props) {
	return (
		<label className={classNames("flex min-w-0 cursor-pointer items-center gap-2 pointer-coarse:min-h-11", className)}>
			<span className="relative grid size-4.5 shrink-0 place-items-center">
				<input
					type="checkbox"
					checked={checked}
					onChange={(event) => onChange(event.target.checked)}
					className="peer absolute inset-0 cursor-pointer appearance-none rounded-xs bg-surface ring-1 ring-border-field ring-inset checked:bg-accent checked:ring-0"
				/>
				<Check
					size={14}
					strokeWidth={2.5}
					aria-hidden
					className="pointer-events-none relative hidden text-on-accent peer-checked:block"
				/>
			</span>
			{children}
		</label>
	);
}
