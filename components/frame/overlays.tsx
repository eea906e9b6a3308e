"use client";
import dynamic from "next/dynamic";
import { loadPanels } from "@/components/rooms/room-panel";
import { loadMenu } from "@/components/ui/menu";
import { loadPopover } from "@/components/ui/popover";
import { closeOverlay, useOverlay } from "./overlay";

const loaders = {
	switcher: () => import("@/components/switcher/switcher").then((module) => module.Switcher),
	shortcuts: () => import("@/components/shortcuts/shortcuts-sheet").then((module) => module.ShortcutsSheet),
	status: () => import("@/components/people/status-dialog").then((module) => module.StatusDialog),
	room: () => import("@/components/rooms/create-room-dialog").then((module) => module.CreateRoomDialog),
	direct: () => import("@/components/rooms/direct-dialog").then((module) => module.DirectDialog),
};

const Switcher = dynamic(loaders.switcher, { ssr: false });
const ShortcutsSheet = dynamic(loaders.shortcuts, { ssr: false });
const StatusDialog = dynamic(loaders.status, { ssr: false });
const CreateRoomDialog = dynamic(loaders.room, { ssr: false });
const DirectDialog = dynamic(loaders.direct, { ssr: false });

/** While nothing else is to be done, so that none of them waits for the network, and they are there when it is gone. */
export function loadOverlays(): void {
	void loadMenu();
	void loadPopover();
	loadPanels();
	for (const load of Object.values(loaders)) void load().catch(() => {});
}

export function Overlays() {
	const overlay = useOverlay();
	switch (overlay?.name) {
		case "switcher":
			return <Switcher onClose={closeOverlay} />;
		case "shortcuts":
			return <ShortcutsSheet onClose={closeOverlay} />;
		case "status":
			return <StatusDialog onClose={closeOverlay} />;
		case "room":
			return <CreateRoomDialog onClose={closeOverlay} name={overlay.roomName} />;
		case "direct":
			return <DirectDialog onClose={closeOverlay} />;
		default:
			return null;
	}
}
