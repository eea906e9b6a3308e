"use client";
import { useMutation } from "@tanstack/react-query";
import { BellOff, BellRing } from "lucide-react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Segments } from "@/components/ui/segments";
import { SwitchField } from "@/components/ui/switch";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { askForAlerts, testAlert, useAlertPermission } from "@/lib/client/alerts";
import { useDoNotDisturb } from "@/lib/client/do-not-disturb";
import { usePreferences } from "@/lib/client/session";
import { notificationLevels } from "@/lib/shared/notification-reasons";
import type { PreferencesChange } from "@/lib/shared/schemas/preferences";
import { Keywords } from "./keywords";
import { Part } from "./own-page";

/** What alerts me, how, and whether it arrives. */
export function NotificationsPart({ prefer }: { prefer: (change: PreferencesChange) => void }) {
	const t = useTranslations("notifications");
	const { desktop, sound } = usePreferences();
	return (
		<Part title={t("title")} text={t("text")}>
			<div className="grid gap-6">
				<Segments
					legend={t("desktop.legend")}
					help={t(`desktop.help.${desktop}`)}
					segments={notificationLevels.map((value) => ({ value, label: t(`desktop.${value}`) }))}
					chosen={desktop}
					onChoose={(level) => prefer({ desktop: level })}
				/>
				{desktop !== "nothing" && (
					<SwitchField label={t("sound")} help={t("soundHelp")} on={sound} onChange={(on) => prefer({ sound: on })} />
				)}
				<Keywords />
				<Allowance />
				<DoNotDisturb />
				<Test />
			</div>
		</Part>
	);
}

/** Whether this browser lets us. */
function Allowance() {
	const t = useTranslations("notifications");
	const permission = useAlertPermission();
	if (permission === "granted") return null;
	return (
		<Note tone="plain">
			<p>{t(`permission.${permission}`)}</p>
			{permission === "default" && (
				<Button size="small" className="mt-2" onClick={() => void askForAlerts()}>
					<BellRing size={16} strokeWidth={1.75} aria-hidden />
					{t("permission.allow")}
				</Button>
			)}
		</Note>
	);
}

function DoNotDisturb() {
	const t = useTranslations("notifications");
	const times = useTimes();
	const until = useDoNotDisturb();
	return (
		<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
			<div className="min-w-0">
				<p className="text-ui font-medium">{t("dnd.title")}</p>
				<p className="text-sm text-muted">{until ? t("dnd.until", { time: times.fullTime(until) }) : t("dnd.off")}</p>
			</div>
			<Button onClick={() => openOverlay({ name: "doNotDisturb" })}>
				<BellOff size={16} strokeWidth={1.75} aria-hidden />
				{t("dnd.choose")}
			</Button>
		</div>
	);
}

/** An alert about nothing, from the server to this screen, and what became of it. */
function Test() {
	const t = useTranslations("notifications");
	const sentenceOf = useSentenceOf();
	const test = useMutation({ mutationFn: () => testAlert({ title: t("test.title"), body: t("test.text") }) });
	return (
		<div className="grid gap-3">
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
				<div className="min-w-0">
					<p className="text-ui font-medium">{t("test.legend")}</p>
					<p className="text-sm text-muted">{t("test.help")}</p>
				</div>
				<Button busy={test.isPending} onClick={() => test.mutate()}>
					<BellRing size={16} strokeWidth={1.75} aria-hidden />
					{test.isPending ? t("test.busy") : t("test.verb")}
				</Button>
			</div>
			{test.isError && <Note tone="danger">{sentenceOf(test.error)}</Note>}
			{test.data && !test.isPending && (
				<Note tone={test.data.shown ? "success" : "danger"}>
					{test.data.shown ? t(`test.shown.${test.data.sound}`) : t(`test.heldBackBy.${test.data.heldBackBy}`)}
				</Note>
			)}
		</div>
	);
}
