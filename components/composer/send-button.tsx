import { SendHorizontal } from "lucide-react";

/** Filled when something can be sent. */
export function SendButton({ label, disabled }: { label: string; disabled: boolean }) {
	return (
		<button
			type="submit"
			aria-label={label}
			title={label}
			disabled={disabled}
			className="grid h-8.5 w-9 shrink-0 place-items-center rounded-md bg-accent text-on-accent transition-colors not-disabled:hover:bg-accent-hover not-disabled:active:bg-accent-pressed disabled:bg-chip disabled:text-faint max-md:disabled:bg-transparent pointer-coarse:size-11"
		>
			<SendHorizontal size={18} strokeWidth={1.75} aria-hidden className="max-md:size-4.75 rtl:-scale-x-100" />
		</button>
	);
}
