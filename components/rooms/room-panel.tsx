"use client";
import { useTranslations } from "use-intl";
import { PERSON_PANEL, setPanel, THREAD_PANEL } from "@/components/frame/navigation";
import { lateComponent } from "@/components/ui/late-component";
import { NotFetched } from "@/components/words/not-fetched";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Panel } from "./panel";

type WaitingProps = { onClose: () => void; onRetry?: (() => void) | undefined };

const FilesPanel = lateComponent(
	() => import("@/components/files/files-panel").then((module) => module.FilesPanel),
	Place,
);
const MembersPanel = lateComponent(() => import("./members-panel").then((module) => module.MembersPanel), Place);
const SettingsPanel = lateComponent(() => import("./settings-panel").then((module) => module.SettingsPanel), Place);
const ThreadPanel = lateComponent(
	() => import("@/components/threads/thread-panel").then((module) => module.ThreadPanel),
	Place,
);
const InvolvementPanel = lateComponent(
	() => import("./involvement-panel").then((module) => module.InvolvementPanel),
	Place,
);
const PinsPanel = lateComponent(() => import("./pins-panel").then((module) => module.PinsPanel), Place);
const ProfilePanel = lateComponent(
	() => import("@/components/people/profile-panel").then((module) => module.ProfilePanel),
	Place,
);

/** While nothing else is to be done, so that none of them waits for the network, and they are there when it is gone. */
export function loadPanels(): void {
	const panels = [MembersPanel, SettingsPanel, PinsPanel, InvolvementPanel, ThreadPanel, ProfilePanel, FilesPanel];
	for (const { load } of panels) void load();
}

/** What the address says is open beside the room. */
export function RoomPanel({ room, panel }: { room: RoomView; panel: string | null }) {
	const close = () => setPanel(null);
	if (panel === "files") return <FilesPanel room={room} onClose={close} />;
	if (panel === "members") return <MembersPanel room={room} onClose={close} />;
	if (panel === "settings") return <SettingsPanel room={room} onClose={close} />;
	if (panel?.startsWith(THREAD_PANEL)) {
		return <ThreadPanel key={panel} room={room} threadId={panel.slice(THREAD_PANEL.length)} onClose={close} />;
	}
	if (panel === "pins") return <PinsPanel room={room} onClose={close} />;
	if (panel === "involvement" && room.membership) return <InvolvementPanel room={room} onClose={close} />;
	if (!panel?.startsWith(PERSON_PANEL)) return null;
	return <ProfilePanel key={panel} userId={panel.slice(PERSON_PANEL.length)} onClose={close} />;
}

/** As wide as the panel that comes, so that the room moves once. */
function Place({ onClose, onRetry }: WaitingProps) {
	const t = useTranslations("common");
	if (onRetry)
		return (
			<Panel title={t("notFetched")} onClose={onClose}>
				<NotFetched onRetry={onRetry} />
			</Panel>
		);
	return (
		<div className="w-(--panel-width) shrink-0 border-s border-border bg-surface max-lg:w-auto max-lg:flex-1 max-lg:border-s-0" />
	);
}
