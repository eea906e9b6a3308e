"use client";
import { Pencil, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { setPanel } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { dayKey } from "@/components/words/times";
import { mayInRoom } from "@/lib/client/rights";
import { isNotes } from "@/lib/client/room-order";
import { useMe, useServerInfo } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Above the first message of a room: what it is, and the first steps in it. */
export function Beginning({ room, created }: { room: RoomView; created: Message | undefined }) {
	const me = useMe();
	const { name: site } = useServerInfo();
	const t = useTranslations("messages");
	const made = useMade(created);
	const may = (right: "manage-members" | "change-room") => !room.archived && mayInRoom(me, room, right);
	const steps = [
		{
			icon: UserPlus,
			title: t("beginning.add"),
			text: t("beginning.here", { count: room.memberCount }),
			open: () => openOverlay({ name: "members", room }),
			offered: may("manage-members"),
		},
		{
			icon: Pencil,
			title: t("beginning.purpose"),
			text: t("beginning.purposeText"),
			open: () => setPanel("settings"),
			offered: room.topic === "" && may("change-room"),
		},
	].filter(({ offered }) => offered);
	return (
		<div className="max-w-160 px-6 pt-6 pb-4 max-md:px-3.5">
			<Bubbles />
			<h2 className="mt-4 text-xl tracking-tight wrap-anywhere">
				{t.rich(`beginning.${titleOf(room, me.id)}`, { name: () => <bdi>{nameOf(room)}</bdi> })}
			</h2>
			<p className="mt-1 text-balance text-muted wrap-anywhere">
				{made && room.kind !== "direct" && <>{made} </>}
				{t(`beginning.${textOf(room, me.id)}`, { site })}
			</p>
			{steps.length > 0 && (
				<div className="mt-5 grid grid-cols-2 gap-2 max-md:grid-cols-1">
					{steps.map(({ icon: Icon, title, text, open }) => (
						<button
							key={title}
							type="button"
							onClick={open}
							className="flex min-w-0 items-center gap-3.5 rounded-lg bg-raised px-4 py-3 text-start shadow-sm ring-1 ring-border hover:bg-raised-hover"
						>
							<Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
							<span className="min-w-0">
								<span className="block text-ui font-semibold">{title}</span>
								<span className="block text-sm text-muted">{text}</span>
							</span>
						</button>
					))}
				</div>
			)}
		</div>
	);
}

function useMade(created: Message | undefined): ReactNode {
	const t = useTranslations("messages");
	const locale = useLocale();
	if (created?.notice?.type !== "created") return undefined;
	const { author, at } = created;
	const by = () => <bdi>{author.name}</bdi>;
	if (dayKey(at) === dayKey(new Date().toISOString())) return t.rich("beginning.madeToday", { by });
	const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(at));
	return t.rich("beginning.made", { by, date });
}

function nameOf({ kind, displayName }: RoomView): string {
	return kind === "direct" ? displayName : `#${displayName}`;
}

function titleOf(room: RoomView, meId: string) {
	if (room.kind !== "direct") return "room";
	return isNotes(room, meId) ? "notes" : "direct";
}

function textOf(room: RoomView, meId: string) {
	if (room.kind === "public") return room.archived ? "archived" : "public";
	if (room.kind === "private") return "private";
	return isNotes(room, meId) ? "notesText" : "directText";
}

/** One that asks and one that answers. */
function Bubbles() {
	return (
		<svg width="88" height="64" viewBox="0 0 88 64" fill="none" aria-hidden="true" className="rtl:-scale-x-100">
			<path
				d="M2 40V18A16 16 0 0 1 18 2h22a16 16 0 0 1 16 16v10a16 16 0 0 1-16 16H6a4 4 0 0 1-4-4z"
				fill="var(--accent-soft)"
			/>
			<path
				d="M84 58V36a14 14 0 0 0-14-14H48a14 14 0 0 0-14 14v12a14 14 0 0 0 14 14h32a4 4 0 0 0 4-4z"
				fill="var(--surface)"
				stroke="var(--accent)"
				strokeWidth="2"
			/>
			<path d="M47 38h24M47 46h14" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
		</svg>
	);
}
