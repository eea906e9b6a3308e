"use client";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { Message } from "./whole-page";

export function NothingHere() {
	const t = useTranslations("frame");
	return (
		<Message title={t("nothing.title")} text={t("nothing.text")}>
			{/* Loaded anew: from an address that looks like a room's, going within the chat would leave this here. */}
			<a href="/" className={buttonLook("main")}>
				{t("nothing.toRooms")}
			</a>
		</Message>
	);
}
