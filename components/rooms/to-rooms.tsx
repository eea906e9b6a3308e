"use client";
import { ChevronLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, useGoUp } from "@/components/frame/navigation";

/** The way back to the rooms: on a phone there is nothing beside what one looks at. */
export function ToRooms() {
	const t = useTranslations("rooms");
	const goUp = useGoUp();
	return (
		<PlaceLink
			href="/"
			aria-label={t("header.back")}
			onClick={(event) => {
				event.preventDefault();
				goUp();
			}}
			className="grid size-11 shrink-0 place-items-center rounded-sm text-muted md:hidden"
		>
			<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
		</PlaceLink>
	);
}
