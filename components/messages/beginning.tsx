"use client";
import { Pencil, UserPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { setPanel } from "@/components/frame/navigation";
import { Mark } from "@/components/ui/logo";
import { mayInRoom } from "@/lib/client/rights";
import { useMe, useServerInfo } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Above the first message of a room: what it is, and the first steps in it. */
export function Beginning({ room }: { room: RoomView }) {
	const me = useMe();
	const t = useTranslations("messages");
	const { name: site } = useServerInfo();
	const mayAdd = mayInRoom(me, room, "manage-members") && !room.archived;
	const steps = [
		{
			icon: UserPlus,
			title: t("beginning.add"),
			text: t("beginning.here", { count: room.memberCount }),
			onClick: () => setPanel("members"),
		},
		{
			icon: Pencil,
			title: t("beginning.purpose"),
			text: t("beginning.purposeText"),
			onClick: () => setPanel("settings"),
		},
	];
	return (
		<div className="px-6 pt-10 pb-2 max-md:px-3.5">
			<Mark size={44} />
			<h2 className="mt-4 text-xl tracking-tight wrap-anywhere">
				{t(`beginning.${titleOf(room, me.id)}`, { name: room.displayName })}
			</h2>
			<p className="mt-0.5 text-muted wrap-anywhere">{t(`beginning.${textOf(room, me.id)}`, { site })}</p>
			{mayAdd && (
				<div className="mt-5 flex flex-wrap gap-2">
					{steps.map(({ icon: Icon, title, text, onClick }) => (
						<button
							key={title}
							type="button"
							onClick={onClick}
							className="flex w-69 max-w-full items-center gap-3.5 rounded-lg px-4 py-3 text-start ring-1 ring-border-strong ring-inset hover:bg-hover"
						>
							<Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
							<span className="min-w-0">
								<span className="block text-ui font-semibold">{title}</span>
								<span className="block text-sm text-muted">{text}</span>
							</span>
						</button>
					))}
				</div>
			)}
		</div>
	);
}

function titleOf(room: RoomView, meId: string) {
	if (room.kind !== "direct") return "room";
	return isNotes(room, meId) ? "notes" : "direct";
}

function textOf(room: RoomView, meId: string) {
	if (room.kind !== "direct") return room.kind;
	return isNotes(room, meId) ? "notesText" : "directText";
}

function isNotes(room: RoomView, meId: string): boolean {
	return room.with?.length === 1 && room.with[0]?.id === meId;
}
