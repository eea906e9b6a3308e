"use client";
import { ShieldX } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { Permission } from "@/lib/shared/permissions";

/** A part of the administration. Who may not use it is told so; the server would refuse anyway. */
export function ForAdmins({ permission, children }: { permission: Permission; children: ReactNode }) {
	return may(useMe(), permission) ? children : <Refused />;
}

export function Refused() {
	const t = useTranslations("admin");
	return (
		<main className="grid min-h-0 flex-1 place-items-center overflow-auto">
			<title>{t("title")}</title>
			<Empty level="h1" icon={ShieldX} title={t("refused.title")} text={t("refused.text")}>
				<Link href="/" className={buttonLook()}>
					{t("refused.verb")}
				</Link>
			</Empty>
		</main>
	);
}
