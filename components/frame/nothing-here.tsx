"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { Message } from "./whole-page";

export function NothingHere() {
	const t = useTranslations("frame");
	return (
		<Message title={t("nothing.title")} text={t("nothing.text")}>
			<Link href="/" className={buttonLook("main")}>
				{t("nothing.toRooms")}
			</Link>
		</Message>
	);
}
