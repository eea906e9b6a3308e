"use client";
import { Pin } from "lucide-react";
import { useTranslations } from "use-intl";
import { useParam } from "@/components/frame/address";
import { setPanel } from "@/components/frame/navigation";
import { IconButton } from "@/components/ui/icon-button";

/** Opens what is pinned in the room; on a phone the room's menu does. */
export function PinsButton() {
	const t = useTranslations("rooms");
	const isOpen = useParam("panel") === "pins";
	return (
		<IconButton
			icon={Pin}
			label={t("pins.title")}
			on={isOpen}
			aria-expanded={isOpen}
			onClick={() => setPanel(isOpen ? null : "pins")}
		/>
	);
}
