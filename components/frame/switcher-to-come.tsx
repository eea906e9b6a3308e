"use client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useModal } from "@/components/ui/use-modal";
import { DialogToCome } from "@/components/words/late-dialog";
import { openOverlay } from "./overlay";

type Props = { text?: string | undefined; onClose: () => void; onRetry?: (() => void) | undefined };

/** While the switcher is being fetched: unseen, it takes the letters that are meant for it. */
export function SwitcherToCome({ onRetry, ...props }: Props) {
	return onRetry ? <DialogToCome onRetry={onRetry} onClose={props.onClose} /> : <Letters {...props} />;
}

function Letters({ text = "", onClose }: Omit<Props, "onRetry">) {
	const t = useTranslations("switcher");
	const dialog = useRef<HTMLDialogElement>(null);
	useModal(dialog);
	return (
		<dialog
			ref={dialog}
			aria-label={t("title")}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			className="opacity-0 backdrop:opacity-0"
		>
			<input
				aria-label={t("title")}
				value={text}
				onChange={(event) => openOverlay({ name: "switcher", text: event.target.value })}
				autoFocus
			/>
		</dialog>
	);
}
