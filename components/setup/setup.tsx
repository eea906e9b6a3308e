"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Message } from "@/components/frame/whole-page";
import { Button, buttonLook } from "@/components/ui/button";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useServer } from "@/lib/client/rooms";
import { Wizard } from "./wizard";

export function Setup() {
	const t = useTranslations("setup");
	const sentenceOf = useSentenceOf();
	const { data: server, error, refetch } = useServer();
	if (!server) {
		if (!error) return null;
		return (
			<Message title={t("away.title")} text={sentenceOf(error)}>
				<Button look="main" onClick={() => refetch()}>
					{t("away.verb")}
				</Button>
			</Message>
		);
	}
	if (!server.setUp) return <Wizard server={server} />;
	return (
		<Message title={t("done.title", { site: server.name })} text={t("done.text")}>
			<Link href="/login" className={buttonLook("main")}>
				{t("done.verb")}
			</Link>
		</Message>
	);
}
