"use client";
import { AtSign, Bookmark, Inbox, type LucideIcon, MessageSquare, PencilLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePath } from "@/components/frame/address";
import { MENTIONS, PlaceLink, THREADS, UNREAD } from "@/components/frame/navigation";
import { classNames } from "@/components/ui/class-names";
import { Count } from "@/components/ui/count";
import { useDraftCount } from "@/lib/client/drafts";
import { countOfThreads, isUnread } from "@/lib/client/room-order";
import { useRooms, useUnreadThreads } from "@/lib/client/session";

/** A larger number says no more. */
const MOST = 99;

/** What one may want to see of all rooms together. */
export function Views() {
	const t = useTranslations("sidebar");
	const rooms = useRooms();
	const threads = countOfThreads(rooms, useUnreadThreads());
	const drafts = useDraftCount();
	const unread = rooms.filter(isUnread).reduce((sum, { membership }) => sum + (membership?.unread ?? 0), 0);
	return (
		<ul aria-label={t("views.label")} className="mt-1">
			<View href={UNREAD} icon={Inbox} name={t("views.unread")} count={unread} plain />
			<View href={THREADS} icon={MessageSquare} name={t("views.threads")} count={threads} />
			<View href={MENTIONS} icon={AtSign} name={t("views.mentions")} count={0} />
			<View href="/saved" icon={Bookmark} name={t("views.saved")} count={0} />
			<View href="/drafts" icon={PencilLine} name={t("views.drafts")} count={drafts} plain />
		</ul>
	);
}

type Props = { href: string; icon: LucideIcon; name: string; count: number; plain?: boolean };

/**
 * @param count how many things in it are meant for me
 * @param plain they are not meant for me in particular: a quiet figure
 */
function View({ href, icon: Icon, name, count, plain = false }: Props) {
	const t = useTranslations("sidebar");
	const isHere = usePath() === href;
	return (
		<li>
			<PlaceLink
				href={href}
				aria-current={isHere ? "page" : undefined}
				aria-label={count > 0 ? `${name}, ${t("row.count", { count })}` : name}
				className={classNames(
					"flex h-(--row-height) items-center gap-2.5 rounded-sm px-2 focus-visible:-outline-offset-2 max-md:gap-3 max-md:text-base",
					isHere ? "bg-selected font-semibold text-text" : "hover:bg-row-hover",
					!isHere && (count > 0 && !plain ? "font-semibold text-unread" : "text-muted"),
				)}
			>
				<Icon
					size={18}
					strokeWidth={1.75}
					aria-hidden
					className={classNames("shrink-0", isHere ? "text-accent" : "opacity-85")}
				/>
				<span className="cut flex-1">{name}</span>
				{plain && count > 0 ? (
					<span aria-hidden className="pe-1 text-xs text-faint tabular-nums">
						{count > MOST ? `${MOST}+` : count}
					</span>
				) : (
					<Count count={count} />
				)}
			</PlaceLink>
		</li>
	);
}
