"use client";
import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { classNames } from "./class-names";

type Choice<Value extends string> = { value: Value; title: string; text: string; icon?: LucideIcon };
type Props<Value extends string> = {
	legend: string;
	choices: readonly Choice<Value>[];
	chosen: Value;
	onChoose: (value: Value) => void;
	autoFocus?: boolean;
};

/** One of a few, each with a sentence that tells what it means. */
export function Choices<Value extends string>({ legend, choices, chosen, onChoose, autoFocus = false }: Props<Value>) {
	const name = useId();
	return (
		<fieldset className="grid gap-2.5">
			<legend className="sr-only">{legend}</legend>
			{choices.map(({ value, title, text, icon: Icon }) => (
				<label
					key={value}
					className={classNames(
						"flex cursor-pointer items-start gap-3 rounded-lg px-4 py-3.5 ring-inset has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
						chosen === value
							? "bg-accent-soft/45 ring-2 ring-accent"
							: "bg-raised ring-1 ring-border-strong hover:bg-hover",
					)}
				>
					<input
						type="radio"
						name={name}
						value={value}
						checked={chosen === value}
						// biome-ignore lint/a11y/noAutofocus: where it is the only question, and what asked the last one is gone
						autoFocus={autoFocus && chosen === value}
						onChange={() => onChoose(value)}
						className="mt-px size-4.5 shrink-0 cursor-pointer appearance-none rounded-full ring-[1.5px] ring-border-field ring-inset checked:ring-[5.5px] checked:ring-accent focus-visible:outline-none"
					/>
					<span className="min-w-0 flex-1">
						<span className="block text-base leading-5 font-semibold">{title}</span>
						<span className="mt-0.5 block text-sm text-muted">{text}</span>
					</span>
					{Icon && <Icon size={20} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />}
				</label>
			))}
		</fieldset>
	);
}
