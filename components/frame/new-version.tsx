"use client";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useServerInfo } from "@/lib/client/session";

/** The server was upgraded under an open page. It goes on working with what it has loaded; what it has not loaded yet is gone. */
export function NewVersion() {
	const t = useTranslations("frame");
	const { build } = useServerInfo();
	const [own] = useState(build);
	if (build === own) return null;
	return (
		<div
			role="status"
			className="fixed inset-x-0 top-2 z-(--z-bar) mx-auto flex w-fit max-w-[calc(100vw-1rem)] animate-appear items-center gap-3 rounded-lg bg-raised py-1.5 ps-3.5 pe-1.5 text-ui shadow-menu"
		>
			<span className="min-w-0">{t("newVersion.text")}</span>
			<Button look="main" size="small" onClick={() => location.reload()}>
				<RefreshCw size={14} aria-hidden />
				{t("newVersion.reload")}
			</Button>
		</div>
	);
}
