"use client";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type Segment<Value extends string> = {
	value: Value;
	label: string;
	/** Below the label, for an example. */
	note?: string;
	/** Above the label. */
	picture?: ReactNode;
};
type Props<Value extends string> = {
	legend: string;
	help?: string;
	segments: readonly Segment<Value>[];
	chosen: Value;
	onChoose: (value: Value) => void;
};

/** One of two to four short things, side by side. */
export function Segments<Value extends string>({ legend, help, segments, chosen, onChoose }: Props<Value>) {
	const name = useId();
	return (
		<fieldset aria-describedby={help && `${name}-help`} className="min-w-0">
			<legend className="mb-1.5 text-ui font-medium">{legend}</legend>
			<div className="grid auto-cols-fr grid-flow-col gap-2">
				{segments.map(({ value, label, note, picture }) => (
					<label
						key={value}
						className={classNames(
							"relative flex min-h-(--control-height) min-w-0 cursor-pointer flex-col items-center rounded-md px-2 py-1.5 text-center text-ui ring-inset pointer-coarse:min-h-11",
							"has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
							!picture && "justify-center",
							chosen === value
								? "bg-accent-soft/45 font-medium ring-2 ring-accent"
								: "ring-1 ring-border-strong hover:bg-hover",
						)}
					>
						<input
							type="radio"
							name={name}
							value={value}
							checked={chosen === value}
							onChange={() => onChoose(value)}
							className="absolute inset-0 cursor-pointer appearance-none focus-visible:outline-none"
						/>
						{picture}
						<span className="max-w-full hyphens-auto wrap-break-word">{label}</span>
						{note && <span className="text-sm font-normal text-muted tabular-nums">{note}</span>}
					</label>
				))}
			</div>
			{help && (
				<p id={`${name}-help`} className="mt-1.5 text-sm text-muted">
					{help}
				</p>
			)}
		</fieldset>
	);
}
