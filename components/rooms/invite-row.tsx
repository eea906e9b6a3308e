"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Copy, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { revokeInvite } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { Invite } from "@/lib/shared/schemas/invite";

type Props = { roomId: string; invite: Invite; copied: boolean; onCopy: (name: string, text: string) => void };

export function InviteRow({ roomId, invite: { id, url, createdBy, expiresAt, uses, used }, copied, onCopy }: Props) {
	const cache = useQueryClient();
	const t = useTranslations("rooms");
	const times = useTimes();
	const sentenceOf = useSentenceOf();
	const revoked = useMutation({
		mutationFn: () => revokeInvite(roomId, id),
		onSuccess: () => cache.invalidateQueries({ queryKey: keys.invites(roomId) }),
		onError: (error) => void toast({ text: sentenceOf(error), tone: "danger" }),
	});
	return (
		<li className="flex items-center gap-1 py-2">
			<div className="min-w-0 flex-1">
				<div dir="ltr" title={url} className="cut text-start text-ui">
					{url.replace(/^https?:\/\//, "")}
				</div>
				<div className="text-sm text-faint wrap-anywhere">
					{[
						uses === null ? t("invites.used", { used }) : t("invites.usedOf", { used, uses }),
						expiresAt ? t("invites.until", { time: times.when(expiresAt) }) : t("invites.forever"),
						createdBy.name,
					].join(" · ")}
				</div>
			</div>
			<IconButton icon={copied ? Check : Copy} label={t("invites.copy")} onClick={() => onCopy(id, url)} />
			<IconButton
				ref={focusStays}
				icon={Trash2}
				label={t("invites.revoke")}
				disabled={revoked.isPending}
				onClick={() => revoked.mutate()}
			/>
		</li>
	);
}
