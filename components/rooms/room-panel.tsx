"use client";
import dynamic from "next/dynamic";
import { PERSON_PANEL, setPanel } from "@/components/frame/navigation";
import type { RoomView } from "@/lib/shared/schemas/room";

const loaders = {
	members: () => import("./members-panel").then((module) => module.MembersPanel),
	settings: () => import("./settings-panel").then((module) => module.SettingsPanel),
	profile: () => import("@/components/people/profile-panel").then((module) => module.ProfilePanel),
};

const MembersPanel = dynamic(loaders.members, { ssr: false, loading: Place });
const SettingsPanel = dynamic(loaders.settings, { ssr: false, loading: Place });
const ProfilePanel = dynamic(loaders.profile, { ssr: false, loading: Place });

/** While nothing else is to be done, so that none of them waits for the network, and they are there when it is gone. */
export function loadPanels(): void {
	for (const load of Object.values(loaders)) void load().catch(() => {});
}

/** What the address says is open beside the room. */
export function RoomPanel({ room, panel }: { room: RoomView; panel: string | null }) {
	const close = () => setPanel(null);
	if (panel === "members") return <MembersPanel room={room} onClose={close} />;
	if (panel === "settings") return <SettingsPanel room={room} onClose={close} />;
	if (!panel?.startsWith(PERSON_PANEL)) return null;
	return <ProfilePanel key={panel} userId={panel.slice(PERSON_PANEL.length)} onClose={close} />;
}

/** As wide as the panel that comes, so that the room moves once. */
function Place() {
	return (
		<div className="w-(--panel-width) shrink-0 border-s border-border bg-surface max-lg:w-auto max-lg:flex-1 max-lg:border-s-0" />
	);
}
