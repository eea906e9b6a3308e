"use client";
import { lateComponent } from "@/components/ui/late-component";
import { lateDialog } from "@/components/words/late-dialog";
import { messageActions } from "./hover-bar";

/** What only some messages are opened for: fetched when it is used, or while nothing else is to be done. */
export const LateReactionsDialog = lateDialog(() =>
	import("./reactions-dialog").then((module) => module.ReactionsDialog),
);
export const LateVersionsDialog = lateDialog(() => import("./versions-dialog").then((module) => module.VersionsDialog));
export const LateForwardDialog = lateDialog(() =>
	import("@/components/forward/forward-dialog").then((module) => module.ForwardDialog),
);
export const LateWhyDialog = lateDialog(() => import("./why-dialog").then((module) => module.WhyDialog));
export const LateReactDialog = lateDialog(() => import("./react-dialog").then((module) => module.ReactDialog));
export const LateDeleteDialog = lateDialog(() => import("./delete-dialog").then((module) => module.DeleteDialog));
/** By a pointer or the focus on a reaction. */
export const LateWhoReacted = lateComponent(
	() => import("./who-reacted").then((module) => module.WhoReacted),
	() => null,
);
/** By a long press. */
export const LateMessageSheet = lateDialog(() => import("./message-sheet").then((module) => module.MessageSheet));

/** Those that need no connection themselves. */
export function loadMessageParts(): void {
	for (const { load } of [LateReactDialog, LateDeleteDialog, LateWhoReacted, LateMessageSheet]) void load();
	void messageActions.fetch();
}
