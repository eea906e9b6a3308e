"use client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Dialog, DialogActions } from "./dialog";
import { Note } from "./note";

type Props = {
	title: string;
	/** The verb on the button. */
	verb: string;
	children: ReactNode;
	onConfirm: () => Promise<unknown>;
	onClose: () => void;
	sentenceOf: (error: unknown) => string;
};

/** Asks before something is destroyed. Stays open, and says why, when it could not be done. */
export function Confirm({ title, verb, children, onConfirm, onClose, sentenceOf }: Props) {
	const t = useTranslations("common");
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<string>();
	async function confirm() {
		setBusy(true);
		try {
			await onConfirm();
			onClose();
		} catch (reason) {
			setError(sentenceOf(reason));
			setBusy(false);
		}
	}
	return (
		<Dialog title={title} onClose={onClose}>
			<div className="text-ui text-muted wrap-anywhere">{children}</div>
			{error && (
				<Note tone="danger" className="mt-4">
					{error}
				</Note>
			)}
			<DialogActions>
				<Button look="plain" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button look="danger-filled" busy={busy} onClick={confirm}>
					{verb}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
