"use client";
import { useTranslations } from "use-intl";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Panel } from "./panel";
import { RoomEnds } from "./room-ends";
import { RoomForm } from "./room-form";

export function SettingsPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const mayChange = mayInRoom(me, room, "change-room") && !room.archived;
	return (
		<Panel title={t("settings.title")} about={room.displayName} onClose={onClose}>
			{mayChange ? <RoomForm key={room.id} room={room} /> : <Facts room={room} />}
			<RoomEnds room={room} />
		</Panel>
	);
}

function Facts({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const facts: [string, string][] = [
		[t("form.name"), room.displayName],
		[t("form.topic"), room.topic || t("settings.none")],
		[
			t("settings.kind"),
			room.kind === "public"
				? `${t("kind.public.title")}: ${t("kind.public.text")}`
				: `${t("kind.private.title")}: ${t("kind.private.text")}`,
		],
		...(room.readOnly ? ([[t("settings.writing"), t("settings.readOnly")]] as [string, string][]) : []),
	];
	return (
		<dl className="grid gap-4 text-ui">
			{facts.map(([name, value]) => (
				<div key={name}>
					<dt className="text-sm text-faint">{name}</dt>
					<dd dir="auto" className="written">
						{value}
					</dd>
				</div>
			))}
		</dl>
	);
}
