"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { useConnection } from "@/lib/client/connection";

/** The connection is lost: one line, and everything goes on. */
export function QuietLine() {
	const t = useTranslations("rooms");
	const connection = useConnection();
	if (connection === "online" || connection === "connecting") return null;
	return (
		<p
			role="status"
			className="flex min-h-7.5 shrink-0 items-center justify-center gap-2 bg-warning-soft px-4 py-1 text-center text-sm text-warning-text"
		>
			<RefreshCw size={14} aria-hidden className="shrink-0" />
			{connection === "restarting" ? t("connection.restarting") : t("connection.away")}
		</p>
	);
}
