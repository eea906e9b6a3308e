"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Favicon } from "@/components/alerts/favicon";
import { Outsiders } from "@/components/alerts/outsiders";
import { Button } from "@/components/ui/button";
import { lateComponent } from "@/components/ui/late-component";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { ClientError } from "@/lib/client/errors";
import { startLive } from "@/lib/client/live";
import { useBootstrap } from "@/lib/client/rooms";
import { FollowPreferences } from "./follow-preferences";
import { FrameSkeleton } from "./frame-skeleton";
import { Message } from "./whole-page";

const Alerts = lateComponent(
	() => import("@/components/alerts/alerts").then((module) => module.Alerts),
	() => null,
);
/** Then the page is there, and what is not needed for it can be fetched. */
const QUIET_AFTER_MS = 3_000;

/** The gate of all pages for those who are signed in: others are sent to sign in. */
export function SignedIn({ children }: { children: ReactNode }) {
	const { isSuccess, data, error, refetch } = useBootstrap();
	const router = useRouter();
	const t = useTranslations("frame");
	const sentenceOf = useSentenceOf();
	const [isQuiet, setQuiet] = useState(false);
	const isStranger = error instanceof ClientError && error.code === "not-signed-in";

	useEffect(() => {
		if (!isSuccess) return;
		startLive();
		const timer = setTimeout(() => setQuiet(true), QUIET_AFTER_MS);
		return () => clearTimeout(timer);
	}, [isSuccess]);

	useEffect(() => {
		if (!isStranger || data) return;
		const here = location.pathname + location.search;
		router.replace(here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`);
	}, [isStranger, data, router]);

	if (data) {
		return (
			<>
				<FollowPreferences />
				{isQuiet && <Alerts />}
				<Favicon />
				<Outsiders />
				{children}
			</>
		);
	}
	if (!error || isStranger) return <FrameSkeleton />;
	return (
		<Message title={t("notLoaded.title")} text={sentenceOf(error)}>
			<Button look="main" onClick={() => refetch()}>
				{t("notLoaded.again")}
			</Button>
		</Message>
	);
}
