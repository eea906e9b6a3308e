"use client";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useServerInfo } from "@/lib/client/session";
import { addFiles } from "@/lib/client/uploads";
import type { RoomView } from "@/lib/shared/schemas/room";

/**
 * Attaches files to what is written at a place.
 * @returns undefined where files cannot be sent; else whether all of them were taken
 */
export function useAttach(room: RoomView, place: string): ((files: File[]) => boolean) | undefined {
	const t = useTranslations("files");
	const { uploads } = useServerInfo();
	if (!(room.kind === "direct" ? uploads.direct : uploads.rooms)) return undefined;
	return (files) => {
		const count = addFiles(place, room.id, files);
		if (count > 0) toast({ text: t("tooMany", { count, most: uploads.files }), tone: "danger" });
		return count === 0;
	};
}
