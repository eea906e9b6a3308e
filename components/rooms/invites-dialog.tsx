"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { SelectField } from "@/components/ui/select-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useCopy } from "@/components/ui/use-copy";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { createInvite, listInvites } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { RoomView } from "@/lib/shared/schemas/room";
import { InviteRow } from "./invite-row";

const DAY_MS = 86_400_000;
const spans = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS, never: undefined };
const counts = { any: undefined, one: 1, ten: 10, hundred: 100 };
type Span = keyof typeof spans;
type Count = keyof typeof counts;
const namesOf = <Name extends string>(table: Record<Name, unknown>) => Object.keys(table) as Name[];

/** Links by which others join: the live ones, and a new one, which is copied as it is made. */
export function InvitesDialog({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const cache = useQueryClient();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const { copied, copy } = useCopy();
	const [span, setSpan] = useState<Span>("week");
	const [count, setCount] = useState<Count>("any");
	const { data, error, refetch } = useQuery({
		queryKey: keys.invites(room.id),
		queryFn: async () => (await listInvites(room.id)).items,
		staleTime: 0,
	});
	const made = useMutation({
		mutationFn: () => {
			const lasts = spans[span];
			const uses = counts[count];
			return createInvite(room.id, {
				...(lasts === undefined ? {} : { expiresAt: new Date(Date.now() + lasts).toISOString() }),
				...(uses === undefined ? {} : { uses }),
			});
		},
		onSuccess(invite) {
			copy(invite.id, invite.url);
			void cache.invalidateQueries({ queryKey: keys.invites(room.id) });
		},
	});
	return (
		<Dialog title={t("invites.title", { room: room.displayName })} onClose={onClose}>
			<p className="text-ui text-muted">{t("invites.text")}</p>
			<div className="mt-4 grid grid-cols-2 gap-3 max-md:grid-cols-1">
				<SelectField
					label={t("invites.ends")}
					value={span}
					options={namesOf(spans).map((value) => ({ value, label: t(`invites.span.${value}`) }))}
					onChange={(event) => setSpan(namesOf(spans).find((name) => name === event.target.value) ?? span)}
				/>
				<SelectField
					label={t("invites.uses")}
					value={count}
					options={namesOf(counts).map((value) => ({ value, label: t(`invites.count.${value}`) }))}
					onChange={(event) => setCount(namesOf(counts).find((name) => name === event.target.value) ?? count)}
				/>
			</div>
			<Button look="main" busy={made.isPending} onClick={() => made.mutate()} className="mt-3 w-full">
				<Link2 size={16} aria-hidden />
				{made.data && copied === made.data.id ? t("invites.copied") : t("invites.make")}
			</Button>
			{made.isError && (
				<Note tone="danger" className="mt-3">
					{sentenceOf(made.error)}
				</Note>
			)}
			<h3 className="mt-6 text-sm font-semibold text-muted">{t("invites.live")}</h3>
			{error && <NotLoaded error={error} onRetry={() => refetch()} />}
			{!data && !error && <SkeletonRows rows={2} />}
			{data?.length === 0 && <p className="py-3 text-ui text-faint">{t("invites.none")}</p>}
			<ul aria-label={t("invites.live")} className="divide-y divide-border">
				{data?.map((invite) => (
					<InviteRow key={invite.id} roomId={room.id} invite={invite} copied={copied === invite.id} onCopy={copy} />
				))}
			</ul>
		</Dialog>
	);
}
