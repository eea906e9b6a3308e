"use client";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type Props = {
	id?: string;
	on: boolean;
	onChange: (on: boolean) => void;
	disabled?: boolean;
	labelledBy?: string;
	describedBy?: string | undefined;
};

export function Switch({ id, on, onChange, disabled, labelledBy, describedBy }: Props) {
	return (
		<button
			type="button"
			id={id}
			role="switch"
			aria-checked={on}
			aria-labelledby={labelledBy}
			aria-describedby={describedBy}
			disabled={disabled}
			onClick={() => onChange(!on)}
			className={classNames(
				"relative h-5 w-9 shrink-0 rounded-full transition-colors disabled:opacity-55",
				on ? "bg-accent" : "bg-border-field",
			)}
		>
			<span
				className={classNames(
					"absolute start-0.5 top-0.5 size-4 rounded-full transition-transform",
					on ? "translate-x-4 bg-on-accent rtl:-translate-x-4" : "bg-surface",
				)}
			/>
		</button>
	);
}

export function SwitchField({ label, help, ...rest }: Props & { label: string; help?: ReactNode }) {
	const id = useId();
	return (
		<div className="flex items-start justify-between gap-4">
			<div className="min-w-0">
				<div id={id} className="text-ui font-medium">
					{label}
				</div>
				{help && (
					<p id={`${id}-help`} className="text-sm text-muted">
						{help}
					</p>
				)}
			</div>
			<Switch {...rest} labelledBy={id} describedBy={help ? `${id}-help` : undefined} />
		</div>
	);
}
