"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { lateComponent } from "@/components/ui/late-component";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { ClientError } from "@/lib/client/errors";
import { startLive } from "@/lib/client/live";
import { useBootstrap } from "@/lib/client/rooms";
import { FollowPreferences } from "./follow-preferences";
import { FrameSkeleton } from "./frame-skeleton";
import { useWhenQuiet } from "./use-when-quiet";
import { Message } from "./whole-page";

const QuietParts = lateComponent(
	() => import("./quiet-parts").then((module) => module.QuietParts),
	() => null,
);

/** The gate of all pages for those who are signed in: others are sent to sign in. */
export function SignedIn({ children }: { children: ReactNode }) {
	const { isSuccess, data, error, refetch } = useBootstrap();
	const router = useRouter();
	const t = useTranslations("frame");
	const sentenceOf = useSentenceOf();
	const [isQuiet, setQuiet] = useState(false);
	const isStranger = error instanceof ClientError && error.code === "not-signed-in";

	useEffect(() => {
		if (isSuccess) startLive();
	}, [isSuccess]);
	useWhenQuiet(isSuccess, () => setQuiet(true));

	useEffect(() => {
		if (!isStranger || data) return;
		const here = location.pathname + location.search;
		router.replace(here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`);
	}, [isStranger, data, router]);

	if (data) {
		return (
			<>
				<FollowPreferences />
				{isQuiet && <QuietParts />}
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
