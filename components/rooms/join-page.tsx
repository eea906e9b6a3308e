"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Hash, Lock, Unlink } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { Button, buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { useArrival } from "@/components/ui/use-arrival";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { joinByInvite, seeInvite } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { ClientError } from "@/lib/client/errors";
import type { Invitation } from "@/lib/shared/schemas/invite";

/** Where an invitation leads: what one would join, or why it leads nowhere. Who is in the room already goes there. */
export function JoinPage({ code }: { code: string }) {
	const t = useTranslations("rooms");
	const router = useRouter();
	const { data, error, refetch } = useQuery({
		queryKey: ["invitation", code],
		queryFn: () => seeInvite(code),
		gcTime: 0,
		retry: false,
	});
	const joinedId = data?.joined ? data.room.id : undefined;
	useEffect(() => {
		if (joinedId) router.replace(roomPath(joinedId));
	}, [joinedId, router]);

	const isNone = error instanceof ClientError && error.code === "invite-not-found";
	return (
		<main className="grid flex-1 place-items-center overflow-auto p-6">
			<PageTitle title={t("invitation.title")} />
			{data && !data.joined && <Card code={code} invitation={data} />}
			{isNone && (
				<Empty level="h1" icon={Unlink} title={t("invitation.none")} text={t("invitation.noneText")}>
					<PlaceLink href="/" className={buttonLook()}>
						{t("ways.rooms")}
					</PlaceLink>
				</Empty>
			)}
			{error && !isNone && <NotLoaded error={error} onRetry={() => refetch()} />}
		</main>
	);
}

function Card({ code, invitation: { room, invitedBy } }: { code: string; invitation: Invitation }) {
	const t = useTranslations("rooms");
	const router = useRouter();
	const sentenceOf = useSentenceOf();
	const heading = useArrival<HTMLHeadingElement>();
	const joined = useMutation({
		mutationFn: () => joinByInvite(code),
		onSuccess(view) {
			applyRoom(view);
			router.replace(roomPath(view.id));
		},
	});
	const Icon = room.kind === "public" ? Hash : Lock;
	return (
		<section className="w-full max-w-100 rounded-lg border border-border bg-raised p-6 text-center shadow-menu">
			<p className="text-ui text-muted">
				{t.rich("invitation.by", { name: invitedBy.name, b: (name) => <bdi className="text-text">{name}</bdi> })}
			</p>
			<h1
				ref={heading}
				tabIndex={-1}
				className="mt-3 flex items-center justify-center gap-2 text-xl font-semibold outline-none"
			>
				<Icon
					size={20}
					strokeWidth={1.75}
					aria-label={t(`kind.${room.kind === "public" ? "public" : "private"}.title`)}
				/>
				<bdi className="wrap-anywhere">{room.name}</bdi>
			</h1>
			{room.topic && (
				<p dir="auto" className="written mt-2 text-ui text-muted">
					{room.topic}
				</p>
			)}
			<p className="mt-2 text-sm text-faint">{t("invitation.members", { count: room.memberCount })}</p>
			{joined.isError && (
				<Note tone="danger" className="mt-4 text-start">
					{sentenceOf(joined.error)}
				</Note>
			)}
			<div className="mt-5 flex justify-center gap-2">
				<PlaceLink href="/" className={buttonLook("plain")}>
					{t("invitation.later")}
				</PlaceLink>
				<Button look="main" busy={joined.isPending} onClick={() => joined.mutate()}>
					{t("invitation.join")}
				</Button>
			</div>
		</section>
	);
}
