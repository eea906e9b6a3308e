"use client";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { commandsFor } from "./commands";

/** Every command that may be used here. */
export function CommandHelp({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const t = useTranslations("composer");
	const me = useMe();
	return (
		<Dialog title={t("commands.title")} onClose={onClose}>
			<p className="mb-3 text-ui text-muted">{t("commands.about")}</p>
			<dl className="text-ui">
				{commandsFor(me, room).map(({ name }) => (
					<div key={name} className="border-t border-border py-2">
						<dt className="font-semibold">{t(`commands.${name}.usage`)}</dt>
						<dd className="text-muted">{t(`commands.${name}.words`)}</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}
