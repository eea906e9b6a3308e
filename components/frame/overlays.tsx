"use client";
import { useTranslations } from "use-intl";
import { loadCommands } from "@/components/composer/use-command";
import { LateMessageSheet } from "@/components/messages/late-parts";
import { loadConversation } from "@/components/rooms/conversation";
import { loadPanels } from "@/components/rooms/room-panel";
import { Dialog } from "@/components/ui/dialog";
import { lateComponent } from "@/components/ui/late-component";
import { loadMenu } from "@/components/ui/menu";
import { loadPopover } from "@/components/ui/popover";
import { NotFetched } from "@/components/words/not-fetched";
import { closeOverlay, useOverlay } from "./overlay";

const Switcher = lateComponent(() => import("@/components/switcher/switcher").then((module) => module.Switcher), Place);
const ShortcutsSheet = lateComponent(
	() => import("@/components/shortcuts/shortcuts-sheet").then((module) => module.ShortcutsSheet),
	Place,
);
const StatusDialog = lateComponent(
	() => import("@/components/people/status-dialog").then((module) => module.StatusDialog),
	Place,
);
const DoNotDisturbDialog = lateComponent(
	() => import("@/components/people/do-not-disturb-dialog").then((module) => module.DoNotDisturbDialog),
	Place,
);
const CreateRoomDialog = lateComponent(
	() => import("@/components/rooms/create-room-dialog").then((module) => module.CreateRoomDialog),
	Place,
);
const DirectDialog = lateComponent(
	() => import("@/components/rooms/direct-dialog").then((module) => module.DirectDialog),
	Place,
);
const AddMembersDialog = lateComponent(
	() => import("@/components/rooms/add-members-dialog").then((module) => module.AddMembersDialog),
	Place,
);
const InvitesDialog = lateComponent(
	() => import("@/components/rooms/invites-dialog").then((module) => module.InvitesDialog),
	Place,
);
const TurnIntoRoomDialog = lateComponent(
	() => import("@/components/rooms/turn-into-room-dialog").then((module) => module.TurnIntoRoomDialog),
	Place,
);

const Viewer = lateComponent(() => import("@/components/files/viewer").then((module) => module.Viewer), Place);
const DayDialog = lateComponent(
	() => import("@/components/search/day-dialog").then((module) => module.DayDialog),
	Place,
);

/** While nothing else is to be done, so that none of them waits for the network, and they are there when it is gone. */
export function loadOverlays(): void {
	void loadMenu();
	void loadPopover();
	void loadCommands();
	void LateMessageSheet.load();
	loadPanels();
	loadConversation();
	for (const { load } of [
		Switcher,
		ShortcutsSheet,
		StatusDialog,
		DoNotDisturbDialog,
		CreateRoomDialog,
		DirectDialog,
		AddMembersDialog,
		InvitesDialog,
		TurnIntoRoomDialog,
		Viewer,
		DayDialog,
	])
		void load();
}

export function Overlays() {
	const overlay = useOverlay();
	switch (overlay?.name) {
		case "switcher":
			return <Switcher onClose={closeOverlay} />;
		case "day":
			return <DayDialog roomId={overlay.roomId} onClose={closeOverlay} />;
		case "shortcuts":
			return <ShortcutsSheet onClose={closeOverlay} />;
		case "status":
			return <StatusDialog onClose={closeOverlay} />;
		case "doNotDisturb":
			return <DoNotDisturbDialog onClose={closeOverlay} />;
		case "room":
			return <CreateRoomDialog onClose={closeOverlay} name={overlay.roomName} />;
		case "direct":
			return <DirectDialog onClose={closeOverlay} />;
		case "members":
			return <AddMembersDialog room={overlay.room} onClose={closeOverlay} />;
		case "turn":
			return <TurnIntoRoomDialog room={overlay.room} onClose={closeOverlay} />;
		case "invites":
			return <InvitesDialog room={overlay.room} onClose={closeOverlay} />;
		case "viewer":
			return <Viewer onClose={closeOverlay} files={overlay.files} start={overlay.start} />;
		default:
			return null;
	}
}

function Place({ onClose, onRetry }: { onClose: () => void; onRetry?: (() => void) | undefined }) {
	const t = useTranslations("common");
	if (!onRetry) return null;
	return (
		<Dialog title={t("notFetched")} onClose={onClose}>
			<NotFetched onRetry={onRetry} />
		</Dialog>
	);
}
