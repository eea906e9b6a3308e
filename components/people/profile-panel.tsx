"use client";
import { useMutation } from "@tanstack/react-query";
import { MessageSquare, Pencil, Smile } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath, useGo } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { Panel } from "@/components/rooms/panel";
import { InlineText } from "@/components/text/written-text";
import { Button, buttonLook } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Bar } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { createRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { usePresence } from "@/lib/client/presence";
import { may } from "@/lib/client/rights";
import { useUser } from "@/lib/client/rooms";
import { useMe, useProfileFields } from "@/lib/client/session";
import type { User } from "@/lib/shared/schemas/user";
import { Face } from "./face";

export function ProfilePanel({ userId, onClose }: { userId: string; onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("people");
	const user = useUser(userId);
	const person = userId === me.id ? me : user.data;
	return (
		<Panel title={t("profile.title")} onClose={onClose}>
			{person && <Profile person={person} />}
			{!person && user.isError && <NotLoaded error={user.error} onRetry={() => user.refetch()} />}
			{!person && user.isPending && (
				<div role="status" aria-label={t("profile.loading")} className="grid animate-late justify-items-center gap-4">
					<div className="size-32 rounded-person bg-chip" />
					<Bar className="h-5 w-40" />
					<Bar className="w-28" />
				</div>
			)}
		</Panel>
	);
}

function Profile({ person }: { person: User }) {
	const me = useMe();
	const t = useTranslations("people");
	const { fullTime } = useTimes();
	const state = usePresence(person.id) ?? person.status.state;
	const status = [person.status.emoji, person.status.text].filter(Boolean).join(" ");
	const fields = useProfileFields();
	const told = fields.filter(({ name }) => person.fields?.[name]);
	return (
		<div className="flex flex-col items-center text-center">
			<Face person={person} size={128} />
			<h2 dir="auto" className="mt-4 text-xl tracking-tight wrap-anywhere">
				{person.name}
			</h2>
			<p className="mt-0.5 text-ui text-muted wrap-anywhere">
				<bdi>@{person.username}</bdi> · {t(`state.${state}`)}
			</p>
			{(person.kind === "bot" || !person.active) && (
				<div className="mt-2 flex gap-2">
					{person.kind === "bot" && <Tag>{t("profile.bot")}</Tag>}
					{!person.active && <Tag tone="warning">{t("profile.disabled")}</Tag>}
				</div>
			)}
			{status && (
				<p dir="auto" className="mt-3 max-w-full rounded-md bg-chip px-3 py-1.5 text-ui wrap-anywhere">
					{status}
					{person.status.until && (
						<span className="block text-xs text-faint">
							{t("profile.until", { time: fullTime(person.status.until) })}
						</span>
					)}
				</p>
			)}
			<div className="mt-5 flex w-full gap-2 *:flex-1">
				{person.id === me.id ? <OwnActions /> : <Message person={person} />}
			</div>
			{(person.bio || person.email || told.length > 0) && (
				<dl className="mt-6 grid w-full gap-4 border-t border-border pt-5 text-start text-ui">
					{person.bio && (
						<div>
							<dt className="text-sm text-faint">{t("profile.bio")}</dt>
							<dd dir="auto" className="written">
								<InlineText text={person.bio} />
							</dd>
						</div>
					)}
					{told.map(({ name, label }) => (
						<div key={name}>
							<dt dir="auto" className="text-sm text-faint">
								{label}
							</dt>
							<dd dir="auto" className="written">
								<InlineText text={person.fields?.[name] ?? ""} />
							</dd>
						</div>
					))}
					{person.email && (
						<div>
							<dt className="text-sm text-faint">{t("profile.mail")}</dt>
							<dd className="wrap-anywhere">
								<a href={`mailto:${person.email}`} className="rounded-xs text-link hover:underline">
									{person.email}
								</a>
							</dd>
						</div>
					)}
				</dl>
			)}
			{fields.length > 0 && may(me, "users-manage") && (
				<Button
					look="plain"
					size="small"
					className="mt-5"
					onClick={() => openOverlay({ name: "personFields", userId: person.id })}
				>
					<Pencil size={16} aria-hidden />
					{t("profile.fields")}
				</Button>
			)}
		</div>
	);
}

function OwnActions() {
	const t = useTranslations("people");
	return (
		<>
			<PlaceLink href="/account" className={buttonLook()}>
				<Pencil size={16} aria-hidden />
				{t("profile.edit")}
			</PlaceLink>
			<Button onClick={() => openOverlay({ name: "status" })}>
				<Smile size={16} aria-hidden />
				{t("profile.status")}
			</Button>
		</>
	);
}

/** Opens the conversation that the two have, or begins it. */
function Message({ person }: { person: User }) {
	const me = useMe();
	const go = useGo();
	const t = useTranslations("people");
	const sentenceOf = useSentenceOf();
	const opened = useMutation({
		mutationFn: () => createRoom({ kind: "direct", members: [person.id] }),
		onSuccess(room) {
			applyRoom(room);
			go(roomPath(room.id));
		},
	});
	if (!may(me, "room-create-direct") || !person.active) return null;
	return (
		<div className="grid gap-3">
			<Button look="main" busy={opened.isPending} onClick={() => opened.mutate()}>
				<MessageSquare size={16} aria-hidden />
				{t("profile.message")}
			</Button>
			{opened.isError && <Note tone="danger">{sentenceOf(opened.error)}</Note>}
		</div>
	);
}
