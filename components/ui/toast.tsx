"use client";
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { focusStays } from "./focus-stays";
import { IconButton } from "./icon-button";

export type Toast = {
	text: string;
	action?: { label: string; run: () => void };
	/** `danger` is read out at once. */
	tone?: "plain" | "danger";
	/** Called when it goes by itself or is closed, and not after its action was run. */
	onGone?: () => void;
};

/** Long enough to read it and to decide. Counted anew after the pointer or the focus was on it. */
export const TOAST_SHOWN_FOR_MS = 6_000;
/** More would cover the page; the oldest goes. */
const SHOWN_AT_MOST = 4;

type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Says in the corner what was just done, for a moment. Answers how to take it away. */
export function toast(words: Toast): () => void {
	const id = ++last;
	for (const old of shown.slice(0, Math.max(0, shown.length + 1 - SHOWN_AT_MOST))) dismiss(old);
	set([...shown, { ...words, id }]);
	return () => set(shown.filter((other) => other.id !== id));
}

/** Where they appear: once in the page. F6 leads to the newest one. */
export function Toasts() {
	const t = useTranslations("common");
	const all = useSyncExternalStore(subscribe, read, read);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== "F6" || shown.length === 0) return;
			event.preventDefault();
			document.querySelector<HTMLElement>("[data-toast]:last-child button")?.focus();
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return (
		<section
			aria-label={t("toasts")}
			className="pointer-events-none fixed inset-x-0 bottom-40 z-(--z-tooltip) px-3 max-md:bottom-36"
		>
			{/* There before its first toast: only what is added to it is read out. */}
			<div role="status" className="flex flex-col items-center gap-2">
				{all.map((one) => (
					<Row key={one.id} toast={one} />
				))}
			</div>
		</section>
	);
}

function Row({ toast: one }: { toast: Shown }) {
	const t = useTranslations("common");
	const [held, setHeld] = useState(false);
	useEffect(() => {
		if (held) return;
		const timer = setTimeout(() => dismiss(one), TOAST_SHOWN_FOR_MS);
		return () => clearTimeout(timer);
	}, [held, one]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at it
		<div
			ref={focusStays}
			data-toast
			onPointerEnter={() => setHeld(true)}
			onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				dismiss(one);
			}}
			className="pointer-events-auto flex min-h-11 max-w-[min(36rem,100%)] animate-appear items-center gap-1 rounded-md bg-raised py-1 ps-4 pe-1.5 text-ui shadow-menu"
		>
			<p
				role={one.tone === "danger" ? "alert" : undefined}
				className={classNames("min-w-0 py-1.5 pe-2 wrap-anywhere", one.tone === "danger" && "text-danger-text")}
			>
				{one.text}
			</p>
			{one.action && (
				<button
					type="button"
					onClick={() => {
						set(shown.filter(({ id }) => id !== one.id));
						one.action?.run();
					}}
					className="min-h-8 shrink-0 rounded-sm px-2.5 font-semibold text-link hover:bg-raised-hover pointer-coarse:min-h-11"
				>
					{one.action.label}
				</button>
			)}
			<IconButton size="small" icon={X} label={t("close")} onClick={() => dismiss(one)} />
		</div>
	);
}

function dismiss(one: Shown): void {
	set(shown.filter(({ id }) => id !== one.id));
	one.onGone?.();
}

function set(next: readonly Shown[]): void {
	shown = next;
	for (const listener of listeners) listener();
}

function read(): readonly Shown[] {
	return shown;
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
