"use client";
import {
	ArrowLeft,
	Gauge,
	Link2,
	type LucideIcon,
	Mail,
	MailCheck,
	MessageSquare,
	Paperclip,
	SlidersHorizontal,
	Smile,
	UserCheck,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { useSettings } from "@/lib/client/settings";
import { useDrafts } from "./drafts";
import { useSettingWords } from "./use-setting-words";

const icons: Record<string, LucideIcon> = {
	accounts: UserCheck,
	files: Paperclip,
	limits: Gauge,
	links: Link2,
	mail: Mail,
	messages: MessageSquare,
};

export function AdminNav() {
	const t = useTranslations("admin");
	const me = useMe();
	return (
		<div className="flex w-(--sidebar-width) shrink-0 flex-col border-e border-border bg-sunken text-ui max-md:w-full max-md:border-e-0 max-md:border-b">
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 px-4 max-md:ps-1">
				<Link
					href="/"
					aria-label={t("back")}
					className="grid size-8 place-items-center rounded-sm text-muted hover:bg-row-hover max-md:size-11"
				>
					<ArrowLeft size={18} aria-hidden className="rtl:-scale-x-100" />
				</Link>
				<span className="cut text-base font-semibold">{t("title")}</span>
			</header>
			<nav
				aria-label={t("title")}
				className="relative overflow-auto px-2 pb-2 max-md:flex max-md:items-center max-md:gap-1 max-md:px-3"
			>
				<ul className="pb-2 empty:hidden max-md:flex max-md:shrink-0 max-md:pb-0">
					{may(me, "settings-manage") && (
						<Entry href="/admin/mail" icon={MailCheck}>
							{t("mail.title")}
						</Entry>
					)}
					{may(me, "emoji-manage") && (
						<Entry href="/admin/emoji" icon={Smile}>
							{t("emoji.title")}
						</Entry>
					)}
				</ul>
				{may(me, "settings-manage") && <Sections />}
			</nav>
		</div>
	);
}

/** Those of the settings. */
function Sections() {
	const t = useTranslations("admin");
	const words = useSettingWords();
	const { data } = useSettings();
	const { changed } = useDrafts();
	return (
		<>
			<h2 id="settings-nav" className="px-2 pt-1 pb-1.5 text-sm font-medium text-muted max-md:sr-only">
				{t("settings")}
			</h2>
			<ul aria-labelledby="settings-nav" className="max-md:flex max-md:gap-1">
				{data?.sections.map((section) => (
					<Entry
						key={section.id}
						href={`/admin/settings/${encodeURIComponent(section.id)}`}
						icon={icons[section.id] ?? SlidersHorizontal}
						isChanged={changed.some(({ id }) => section.settings.some((setting) => setting.id === id))}
					>
						{words.section(section)}
					</Entry>
				))}
			</ul>
		</>
	);
}

type EntryProps = { href: string; icon: LucideIcon; isChanged?: boolean; children: string };

function Entry({ href, icon: Icon, isChanged = false, children }: EntryProps) {
	const t = useTranslations("admin");
	const here = usePathname() === href;
	return (
		<li className="max-md:shrink-0">
			<Link
				href={href}
				aria-current={here ? "page" : undefined}
				className={classNames(
					"flex h-(--row-height) items-center gap-2.5 rounded-sm px-2 focus-visible:-outline-offset-2 max-md:px-3",
					here ? "bg-selected font-semibold" : "text-muted hover:bg-row-hover",
				)}
			>
				<Icon
					size={18}
					strokeWidth={1.75}
					aria-hidden
					className={classNames("shrink-0 max-md:hidden", here && "text-accent")}
				/>
				<span className="cut flex-1">{children}</span>
				{isChanged && (
					<span className="size-1.5 shrink-0 rounded-full bg-accent">
						<span className="sr-only">{t("hasChanges")}</span>
					</span>
				)}
			</Link>
		</li>
	);
}
