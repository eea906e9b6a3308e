"use client";
import {
	ArrowLeft,
	Gauge,
	type LucideIcon,
	MessageSquare,
	Paperclip,
	SlidersHorizontal,
	UserCheck,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { useSettings } from "@/lib/client/settings";
import { useDrafts } from "./drafts";
import { useSettingWords } from "./use-setting-words";

const icons: Record<string, LucideIcon> = {
	accounts: UserCheck,
	files: Paperclip,
	limits: Gauge,
	messages: MessageSquare,
};

export function AdminNav() {
	const t = useTranslations("admin");
	const words = useSettingWords();
	const { data } = useSettings();
	const { changed } = useDrafts();
	const path = usePathname();
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
			<nav aria-labelledby="settings-nav" className="overflow-auto px-2 pb-2 max-md:px-3">
				<h2 id="settings-nav" className="px-2 pt-1 pb-1.5 text-sm font-medium text-muted max-md:sr-only">
					{t("settings")}
				</h2>
				<ul className="max-md:flex max-md:gap-1">
					{data?.sections.map((section) => {
						const href = `/admin/settings/${encodeURIComponent(section.id)}`;
						const here = path === href;
						const Icon = icons[section.id] ?? SlidersHorizontal;
						const isChanged = changed.some(({ id }) => section.settings.some((setting) => setting.id === id));
						return (
							<li key={section.id} className="max-md:shrink-0">
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
									<span className="cut flex-1">{words.section(section)}</span>
									{isChanged && (
										<span className="size-1.5 shrink-0 rounded-full bg-accent">
											<span className="sr-only">{t("hasChanges")}</span>
										</span>
									)}
								</Link>
							</li>
						);
					})}
				</ul>
			</nav>
		</div>
	);
}
