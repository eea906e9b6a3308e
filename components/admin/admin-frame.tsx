"use client";
import { ShieldX } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { AdminNav } from "./admin-nav";
import { DraftsOfSettings } from "./drafts";

/** Administration has its own sidebar. Who may not change settings is told so; the server would refuse anyway. */
export function AdminFrame({ children }: { children: ReactNode }) {
	const t = useTranslations("admin");
	const me = useMe();
	if (!may(me, "settings-manage")) {
		return (
			<main className="grid min-h-dvh place-items-center">
				<title>{t("title")}</title>
				<Empty level="h1" icon={ShieldX} title={t("refused.title")} text={t("refused.text")}>
					<Link href="/" className={buttonLook()}>
						{t("refused.verb")}
					</Link>
				</Empty>
			</main>
		);
	}
	return (
		<DraftsOfSettings>
			<div className="flex h-dvh overflow-hidden max-md:flex-col">
				<AdminNav />
				{children}
			</div>
		</DraftsOfSettings>
	);
}
