"use client";
import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { useCoarse } from "./use-media";
import { useModal } from "./use-modal";

type Props = {
	title: string;
	onClose: () => void;
	children: ReactNode;
	/** From the lower edge on a phone, for a list of actions. */
	sheet?: boolean;
	/** For two columns. */
	wide?: boolean;
};

const FIELDS = "input:not([type=hidden]), textarea, select";

/**
 * The browser's own modal dialog, and not one made of script: it lies over everything, makes the rest inert, keeps the focus in, gives
 * it back, and Esc closes the topmost. Shown while it is mounted. Begins at what is marked `data-first`, its first field, or its first
 * button.
 */
export function Dialog({ title, onClose, children, sheet = false, wide = false }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const coarse = useCoarse();
	// A press that began elsewhere ends outside too: the long one that opened the dialog, one that selects text.
	const pressedOutside = useRef(false);
	const id = useId();
	const t = useTranslations("common");
	useModal(dialog);
	// The browser would begin with the button that closes it.
	useLayoutEffect(() => {
		const field = content.current?.querySelector<HTMLElement>(FIELDS);
		const marked = content.current?.querySelector<HTMLElement>("[data-first]");
		if (marked) return marked.focus({ preventScroll: true });
		const first = field ?? content.current?.querySelector<HTMLElement>("button");
		// The keyboard of a phone would cover the rest.
		if (!(field && coarse)) first?.focus({ preventScroll: true });
	}, [coarse]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, the browser sends it as cancel
		<dialog
			ref={dialog}
			aria-labelledby={id}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onPointerDown={(event) => {
				pressedOutside.current = event.target === dialog.current;
			}}
			onClick={(event) => event.target === dialog.current && pressedOutside.current && onClose()}
			className={classNames(
				"max-h-[85dvh] w-full overflow-auto bg-raised p-0 text-text shadow-dialog animate-appear",
				sheet
					? "mx-auto mt-auto mb-0 max-w-none rounded-t-xl"
					: classNames(
							"m-auto rounded-xl",
							wide ? "max-w-[min(46rem,calc(100vw-2rem))]" : "max-w-[min(30rem,calc(100vw-2rem))]",
						),
			)}
		>
			<div className="p-5">
				<div className="mb-4 flex items-center justify-between gap-3">
					<h2 id={id} className="min-w-0 text-lg tracking-tight wrap-anywhere">
						{title}
					</h2>
					<IconButton icon={X} label={t("close")} onClick={onClose} />
				</div>
				<div ref={content}>{children}</div>
			</div>
		</dialog>
	);
}

export function DialogActions({ children }: { children: ReactNode }) {
	return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>;
}
