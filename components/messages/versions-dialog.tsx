"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import type { Times } from "@/components/words/times";
import { useTimes } from "@/components/words/use-times";
import { listVersions } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { Message, MessageVersion } from "@/lib/shared/schemas/message";
import { type Piece, wordChanges } from "./word-changes";

/** What an edited message said before, the last change first. It follows further edits. */
export function VersionsDialog({ message, onClose }: { message: Message; onClose: () => void }) {
	const t = useTranslations("messages");
	const times = useTimes();
	const { data, error, refetch } = useQuery({
		queryKey: keys.versions(message.id),
		queryFn: async () => (await listVersions(message.id)).items,
		staleTime: 0,
	});
	return (
		<Dialog title={t("versions.title")} onClose={onClose} wide>
			{!data && !error && <SkeletonRows rows={3} />}
			{error && <NotLoaded error={error} onRetry={() => refetch()} />}
			{!error && data?.length === 1 && <p className="text-ui text-muted">{t("versions.none")}</p>}
			{!error && data && data.length > 1 && (
				<ol aria-label={t("versions.title")} className="grid gap-4">
					{data
						.map((version, index) => (
							<Version key={version.at} version={version} before={data[index - 1]} times={times} />
						))
						.reverse()}
				</ol>
			)}
		</Dialog>
	);
}

type Props = { version: MessageVersion; before: MessageVersion | undefined; times: Times };

function Version({ version: { text, at }, before, times }: Props) {
	const t = useTranslations("messages");
	const pieces = useMemo(
		() => (before ? wordChanges(before.text, text) : [{ text, kind: "same" as const }]),
		[before, text],
	);
	return (
		<li>
			<h3 className="mb-1 flex items-baseline gap-2 text-sm">
				<span className="font-semibold">{before ? t("versions.edited") : t("versions.first")}</span>
				<time dateTime={at} title={times.fullTime(at)} className="text-xs text-faint tabular-nums">
					{times.when(at)}
				</time>
			</h3>
			<div
				dir="auto"
				className="max-h-72 overflow-y-auto rounded-md bg-chip px-3 py-2 text-ui whitespace-pre-wrap wrap-anywhere"
			>
				{pieces.map((piece, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: they are drawn anew together
					<Changed key={index} piece={piece} />
				))}
			</div>
		</li>
	);
}

function Changed({ piece: { text, kind } }: { piece: Piece }) {
	const t = useTranslations("messages");
	if (kind === "same") return text;
	const Mark = kind === "added" ? "ins" : "del";
	const look =
		kind === "added"
			? "bg-success-soft text-success-text no-underline"
			: "bg-danger-soft text-danger-text line-through";
	return (
		<Mark className={`rounded-xs ${look}`}>
			<span className="sr-only">{t(`versions.${kind}`)}</span>
			{text}
		</Mark>
	);
}
