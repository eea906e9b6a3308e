import type { ReactNode } from "react";

export type LabelledProps = { label: string; hint?: ReactNode; help?: ReactNode; error?: string | undefined };
type Props = LabelledProps & { id: string; children: ReactNode };

/** A label above a field, help and what is wrong with it below. */
export function Labelled({ id, label, hint, help, error, children }: Props) {
	return (
		<div className="min-w-0">
			<div className="mb-1.5 flex items-baseline justify-between gap-2">
				<label htmlFor={id} className="text-ui font-medium">
					{label}
				</label>
				{hint && (
					<span id={`${id}-hint`} className="text-sm text-muted">
						{hint}
					</span>
				)}
			</div>
			{children}
			<FieldNotes id={id} help={help} error={error} />
		</div>
	);
}

export function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
	return (
		<>
			{error && (
				<p id={`${id}-error`} className="mt-1.5 text-sm text-danger-text">
					{error}
				</p>
			)}
			{help && (
				<p id={`${id}-help`} className="mt-1.5 text-sm text-muted">
					{help}
				</p>
			)}
		</>
	);
}

/** Ties a field to its notes. */
export function describedBy(id: string, { hint, help, error }: Omit<LabelledProps, "label">) {
	const ids = [error && `${id}-error`, hint && `${id}-hint`, help && `${id}-help`].filter(Boolean).join(" ");
	return { "aria-invalid": error ? true : undefined, "aria-describedby": ids || undefined } as const;
}
