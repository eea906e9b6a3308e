"use client";
import { loadComposer } from "@/components/composer/composer";
import { loadMessageParts } from "@/components/messages/late-parts";
import { loadConversation } from "@/components/rooms/conversation";
import { roomActions } from "@/components/rooms/room-menu";
import { loadPanels } from "@/components/rooms/room-panel";
import { ownActions } from "@/components/sidebar/own-menu";
import { siteActions } from "@/components/sidebar/site-menu";
import { lateComponent } from "@/components/ui/late-component";
import { loadMenu } from "@/components/ui/menu";
import { loadPopover } from "@/components/ui/popover";
import { lateDialog } from "@/components/words/late-dialog";
import { closeOverlay, useOverlay } from "./overlay";
import { SwitcherToCome } from "./switcher-to-come";

const Switcher = lateComponent(
	() => import("@/components/switcher/switcher").then((module) => module.Switcher),
	SwitcherToCome,
);
const ShortcutsSheet = lateDialog(() =>
	import("@/components/shortcuts/shortcuts-sheet").then((module) => module.ShortcutsSheet),
);
const StatusDialog = lateDialog(() =>
	import("@/components/people/status-dialog").then((module) => module.StatusDialog),
);
const DoNotDisturbDialog = lateDialog(() =>
	import("@/components/people/do-not-disturb-dialog").then((module) => module.DoNotDisturbDialog),
);
const CreateRoomDialog = lateDialog(() =>
	import("@/components/rooms/create-room-dialog").then((module) => module.CreateRoomDialog),
);
const DirectDialog = lateDialog(() => import("@/components/rooms/direct-dialog").then((module) => module.DirectDialog));
const PersonFieldsDialog = lateDialog(() =>
	import("@/components/people/person-fields-dialog").then((module) => module.PersonFieldsDialog),
);
const AddMembersDialog = lateDialog(() =>
	import("@/components/rooms/add-members-dialog").then((module) => module.AddMembersDialog),
);
const InvitesDialog = lateDialog(() =>
	import("@/components/rooms/invites-dialog").then((module) => module.InvitesDialog),
);
const TurnIntoRoomDialog = lateDialog(() =>
	import("@/components/rooms/turn-into-room-dialog").then((module) => module.TurnIntoRoomDialog),
);

const Viewer = lateDialog(() => import("@/components/files/viewer").then((module) => module.Viewer));
const DayDialog = lateDialog(() => import("@/components/search/day-dialog").then((module) => module.DayDialog));

/** While nothing else is to be done, so that none of them waits for the network, and they are there when it is gone. */
export function loadOverlays(): void {
	for (const load of [loadMenu, loadPopover, siteActions.fetch, ownActions.fetch, roomActions.fetch]) void load();
	loadComposer();
	loadMessageParts();
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
			return <Switcher onClose={closeOverlay} text={overlay.text} />;
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
		case "personFields":
			return <PersonFieldsDialog userId={overlay.userId} onClose={closeOverlay} />;
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
