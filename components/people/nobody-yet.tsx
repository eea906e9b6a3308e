"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";
import { useServerInfo } from "@/lib/client/session";

/** Where one is the only person with an account: how others get one. */
export function NobodyYet() {
	const t = useTranslations("people");
	const { registration } = useServerInfo();
	const { copied, copy } = useCopy();
	if (registration === "closed") return t("nobodyYet.closed");
	const address = window.location.origin;
	return (
		<>
			<p>{t.rich("nobodyYet.open", { address, b: (words) => <b className="font-medium text-text">{words}</b> })}</p>
			<Button onClick={() => copy("address", address)} className="mt-3">
				{copied ? t("nobodyYet.copied") : t("nobodyYet.copy")}
			</Button>
		</>
	);
}
