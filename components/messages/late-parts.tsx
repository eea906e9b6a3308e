"use client";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { lateComponent } from "@/components/ui/late-component";
import { NotFetched } from "@/components/words/not-fetched";

type WaitingProps = { onClose: () => void; onRetry?: (() => void) | undefined };

/** What only some messages are opened for: fetched when it is used. */
export const LateReactionsDialog = lateComponent(
	() => import("./reactions-dialog").then((module) => module.ReactionsDialog),
	Waiting,
);

export const LateVersionsDialog = lateComponent(
	() => import("./versions-dialog").then((module) => module.VersionsDialog),
	Waiting,
);

export const LateForwardDialog = lateComponent(
	() => import("@/components/forward/forward-dialog").then((module) => module.ForwardDialog),
	Waiting,
);

/** By a long press. */
export const LateMessageSheet = lateComponent(
	() => import("./message-sheet").then((module) => module.MessageSheet),
	Waiting,
);

export const LateWhyDialog = lateComponent(() => import("./why-dialog").then((module) => module.WhyDialog), Waiting);

function Waiting({ onClose, onRetry }: WaitingProps) {
	const t = useTranslations("common");
	if (!onRetry) return null;
	return (
		<Dialog title={t("notFetched")} onClose={onClose}>
			<NotFetched onRetry={onRetry} />
		</Dialog>
	);
}
