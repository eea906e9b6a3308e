"use client";
import type { ComponentType } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { type LateComponent, lateComponent } from "@/components/ui/late-component";
import { NotFetched } from "./not-fetched";

/** A dialog whose script is fetched when it is opened, or before by `load`; one that cannot be fetched says so in a dialog too. */
export function lateDialog<Props extends { onClose: () => void }>(
	load: () => Promise<ComponentType<Props>>,
): LateComponent<Props> {
	return lateComponent(load, DialogToCome);
}

type Props = { onClose: () => void; onRetry?: (() => void) | undefined };

/** In the place of a dialog that is being fetched, or could not be. */
export function DialogToCome({ onClose, onRetry }: Props) {
	const t = useTranslations("common");
	if (!onRetry) return null;
	return (
		<Dialog title={t("notFetched")} onClose={onClose}>
			<NotFetched onRetry={onRetry} />
		</Dialog>
	);
}
