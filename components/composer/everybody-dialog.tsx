"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { RoomView } from "@/lib/shared/schemas/room";

type Props = { room: RoomView; onSend: () => void; onClose: () => void };

/** Asks whether so many people are to be alerted. */
export function EverybodyDialog({ room, onSend, onClose }: Props) {
	const t = useTranslations("composer");
	return (
		<Dialog title={t("everybody.title", { count: room.memberCount - 1 })} onClose={onClose}>
			<p className="text-ui text-muted wrap-anywhere">{t("everybody.text", { room: `#${room.displayName}` })}</p>
			<DialogActions>
				<Button look="plain" data-first onClick={onClose}>
					{t("everybody.cancel")}
				</Button>
				<Button
					look="main"
					onClick={() => {
						onClose();
						onSend();
					}}
				>
					{t("everybody.send")}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
