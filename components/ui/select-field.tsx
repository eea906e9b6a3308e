"use client";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { describedBy, Labelled, type LabelledProps } from "./labelled";

type Option = { value: string; label: string };

export function SelectField({ label, hint, help, error, ...rest }: LabelledProps & SelectProps) {
	const id = useId();
	return (
		<Labelled id={id} label={label} hint={hint} help={help} error={error}>
			<Select id={id} {...describedBy(id, { hint, help, error })} {...rest} />
		</Labelled>
	);
}

type SelectProps = ComponentProps<"select"> & { options: readonly Option[] };

/** The platform's own list: it is right on phones, with the keyboard and for screen readers. */
export function Select({ options, ...rest }: SelectProps) {
	return (
		<div className="relative">
			<select {...rest} className="field h-(--control-height) appearance-none pe-9">
				{options.map(({ value, label }) => (
					<option key={value} value={value}>
						{label}
					</option>
				))}
			</select>
			<ChevronDown size={16} aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted" />
		</div>
	);
}
