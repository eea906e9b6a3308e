"use client";
import { ChevronLeft, X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { BESIDE } from "@/components/frame/navigation";
import { IconButton } from "@/components/ui/icon-button";
import { openerNow } from "@/components/ui/opener";
import { useMedia } from "@/components/ui/use-media";

type Props = {
	title: string;
	about?: ReactNode;
	/** Beside the button that closes it. */
	actions?: ReactNode;
	/** What is in it has the whole of it, and scrolls by itself. */
	whole?: boolean;
	onClose: () => void;
	children: ReactNode;
};

/** Beside the room, in its place on narrow screens. The focus goes in, and back to where it came from. */
export function Panel({ title, about, actions, whole = false, onClose, children }: Props) {
	const id = useId();
	const t = useTranslations("rooms");
	const isBeside = useMedia(BESIDE);
	const Heading = isBeside ? "h2" : "h1";
	const panel = useRef<HTMLDivElement>(null);
	// A button that comes with the pointer is gone when the focus comes back: then it is the message that it belonged to.
	const [openers] = useState(() => {
		const opener = openerNow();
		return [opener, opener?.closest("[data-message]")];
	});
	useLayoutEffect(() => {
		const shown = panel.current;
		shown?.focus({ preventScroll: true });
		return () => {
			const focused = document.activeElement;
			const isHere = focused === document.body || shown?.contains(focused);
			const opener = openers.find((element) => element?.isConnected);
			if (isHere && opener instanceof HTMLElement) opener.focus();
		};
	}, [openers]);
	return (
		<div
			ref={panel}
			tabIndex={-1}
			data-pane="panel"
			{...{ role: isBeside ? "complementary" : "main", "aria-labelledby": id }}
			className="flex w-(--panel-width) min-w-0 shrink-0 animate-slide flex-col border-s border-border bg-surface outline-none max-lg:w-auto max-lg:flex-1 max-lg:shrink max-lg:border-s-0"
		>
			<div className="flex h-(--bar-height) shrink-0 items-center gap-1 border-b border-border ps-5 pe-3 max-lg:ps-1">
				<button
					type="button"
					aria-label={t("panel.close")}
					onClick={onClose}
					className="grid size-11 shrink-0 place-items-center rounded-sm text-muted lg:hidden"
				>
					<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
				</button>
				<div className="min-w-0 flex-1">
					<Heading id={id} className="cut text-base leading-5">
						{title}
					</Heading>
					{about && (
						<p dir="auto" className="cut text-xs text-muted">
							{about}
						</p>
					)}
				</div>
				{actions}
				<IconButton icon={X} label={t("panel.close")} onClick={onClose} className="max-lg:hidden" />
			</div>
			{whole ? (
				children
			) : (
				<div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4 max-md:px-3.5">{children}</div>
			)}
		</div>
	);
}
