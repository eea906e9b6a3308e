"use client";
import { useId, useState } from "react";
import { Button } from "./button";

type Props = {
	label: string;
	verb: string;
	/** What is wrong with a time that is over. */
	fault: string;
	/** In ISO 8601. */
	onChoose: (until: string) => void;
};

/** Any time from now on. */
export function UntilForm({ label, verb, fault, onChoose }: Props) {
	const id = useId();
	const [value, setValue] = useState("");
	const at = new Date(value);
	const isOver = !Number.isNaN(at.getTime()) && at.getTime() <= Date.now();
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (Number.isNaN(at.getTime()) || isOver) return;
				onChoose(at.toISOString());
				setValue("");
			}}
			className="mt-3"
		>
			<label htmlFor={id} className="text-sm font-medium">
				{label}
			</label>
			<div className="mt-1 flex gap-2">
				<input
					id={id}
					type="datetime-local"
					required
					value={value}
					aria-invalid={isOver}
					aria-describedby={isOver ? `${id}-fault` : undefined}
					onChange={(event) => setValue(event.target.value)}
					className="field h-(--control-height) min-w-0 flex-1"
				/>
				<Button type="submit">{verb}</Button>
			</div>
			{isOver && (
				<p id={`${id}-fault`} role="alert" className="mt-1 text-sm text-danger-text">
					{fault}
				</p>
			)}
		</form>
	);
}
