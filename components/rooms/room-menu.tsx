"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { LateMenu, lateActions } from "@/components/ui/menu";
import type { RoomView } from "@/lib/shared/schemas/room";

export const roomActions = lateActions<{ room: RoomView }>(() =>
	import("./room-actions").then((module) => module.RoomActions),
);

export function RoomMenu({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	return (
		<LateMenu
			actions={roomActions}
			of={{ room }}
			label={t("menu.label")}
			trigger={(props) => <IconButton icon={Ellipsis} label={t("menu.label")} {...props} />}
		/>
	);
}
