"use client";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

type Props = { label: string; value: string; onChange: (value: string) => void };

/** `/` leads to it from anywhere but another field; Esc empties it. */
export function SearchField({ label, value, onChange }: Props) {
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		function onKey(event: KeyboardEvent) {
			const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
			if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
			event.preventDefault();
			field.current?.focus();
		}
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return (
		<search className="relative block w-75 max-w-full max-md:w-full">
			<Search size={16} aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted" />
			<input
				ref={field}
				type="search"
				aria-label={label}
				aria-keyshortcuts="/"
				placeholder={label}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				onKeyDown={(event) => {
					if (event.key !== "Escape" || value === "") return;
					event.stopPropagation();
					onChange("");
				}}
				className="peer field h-(--control-height) ps-9 pe-3 pointer-coarse:h-11"
			/>
			{value === "" && (
				<kbd
					aria-hidden
					className="pointer-events-none absolute inset-y-0 end-2.5 my-auto grid h-5.5 w-5.5 place-items-center rounded-sm bg-chip font-sans text-xs text-muted ring-1 ring-border ring-inset peer-focus:hidden pointer-coarse:hidden"
				>
					/
				</kbd>
			)}
		</search>
	);
}
