"use client";
import { useTranslations } from "use-intl";
import { Message } from "@/components/frame/whole-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ reset }: { reset: () => void }) {
	const t = useTranslations("frame");
	return (
		<Message title={t("broken.title")} text={t("broken.text")}>
			<title>{t("broken.title")}</title>
			<Button look="main" onClick={reset}>
				{t("broken.again")}
			</Button>
			<Button onClick={() => location.assign("/")}>{t("broken.reload")}</Button>
		</Message>
	);
}
