"use client";
import { Bookmark, type LucideIcon, MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePath } from "@/components/frame/address";
import { PlaceLink, THREADS } from "@/components/frame/navigation";
import { classNames } from "@/components/ui/class-names";
import { Count } from "@/components/ui/count";
import { countOfThreads } from "@/lib/client/room-order";
import { useRooms, useUnreadThreads } from "@/lib/client/session";

/** What one may want to see of all rooms together. */
export function Views() {
	const t = useTranslations("sidebar");
	const threads = countOfThreads(useRooms(), useUnreadThreads());
	return (
		<ul aria-label={t("views.label")} className="mt-1">
			<View href={THREADS} icon={MessageSquare} name={t("views.threads")} count={threads} />
			<View href="/saved" icon={Bookmark} name={t("views.saved")} count={0} />
		</ul>
	);
}

type Props = { href: string; icon: LucideIcon; name: string; count: number };

/** @param count how many things in it are meant for me */
function View({ href, icon: Icon, name, count }: Props) {
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
					!isHere && (count > 0 ? "font-semibold text-unread" : "text-muted"),
				)}
			>
				<Icon
					size={18}
					strokeWidth={1.75}
					aria-hidden
					className={classNames("shrink-0", isHere ? "text-accent" : "opacity-85")}
				/>
				<span className="cut flex-1">{name}</span>
				<Count count={count} />
			</PlaceLink>
		</li>
	);
}
