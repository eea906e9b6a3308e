"use client";
import { BellOff, Keyboard, LogOut, MonitorX, Settings, SlidersHorizontal, Smile, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Confirm } from "@/components/ui/confirm";
import type { MenuItem } from "@/components/ui/menu";
import { useWide } from "@/components/ui/use-media";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { useDoNotDisturb } from "@/lib/client/do-not-disturb";
import { signOutHere } from "@/lib/client/live";
import { outbox } from "@/lib/client/outbox";
import { adminHome } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";

/** What one can do about oneself. */
export function OwnActions({ children }: { children: (items: MenuItem[]) => ReactNode }) {
	const me = useMe();
	const wide = useWide();
	const router = useRouter();
	const t = useTranslations("sidebar");
	const times = useTimes();
	const until = useDoNotDisturb();
	const admin = adminHome(me);
	const [asking, setAsking] = useState<"here" | "everywhere">();
	const signOut = () => {
		if (outbox().store.get().length > 0) setAsking("here");
		else signOutHere({ everywhere: false }).catch(() => setAsking("here"));
	};
	const items: MenuItem[] = [
		{ label: t("own.status"), icon: Smile, onSelect: () => openOverlay({ name: "status" }) },
		{
			label: until ? t("own.doNotDisturbUntil", { time: times.when(until) }) : t("own.doNotDisturb"),
			icon: BellOff,
			onSelect: () => openOverlay({ name: "doNotDisturb" }),
		},
		{ label: t("own.account"), icon: UserRound, apart: true, onSelect: () => router.push("/account") },
		{
			label: t("own.preferences"),
			icon: SlidersHorizontal,
			onSelect: () => router.push("/preferences"),
		},
		...(wide
			? [
					{
						label: t("own.shortcuts"),
						icon: Keyboard,
						keys: "?",
						onSelect: () => openOverlay({ name: "shortcuts" }),
					},
				]
			: []),
		...(admin ? [{ label: t("own.admin"), icon: Settings, onSelect: () => router.push(admin) }] : []),
		{ label: t("own.signOut"), icon: LogOut, apart: true, onSelect: signOut },
		{ label: t("own.signOutEverywhere"), icon: MonitorX, onSelect: () => setAsking("everywhere") },
	];
	return (
		<>
			{children(items)}
			{asking && <SignOut everywhere={asking === "everywhere"} onClose={() => setAsking(undefined)} />}
		</>
	);
}

function SignOut({ everywhere, onClose }: { everywhere: boolean; onClose: () => void }) {
	const t = useTranslations("sidebar");
	const sentenceOf = useSentenceOf();
	return (
		<Confirm
			title={everywhere ? t("signOut.everywhere") : t("signOut.here")}
			verb={everywhere ? t("own.signOutEverywhere") : t("own.signOut")}
			onConfirm={() => signOutHere({ everywhere })}
			onClose={onClose}
			sentenceOf={sentenceOf}
		>
			{everywhere ? t("signOut.everywhereText") : t("signOut.hereText")}
		</Confirm>
	);
}
