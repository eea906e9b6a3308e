"use client";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { classNames } from "@/components/ui/class-names";
import { useArrival } from "@/components/ui/use-arrival";

const pages = [
	{ id: "account", href: "/account" },
	{ id: "preferences", href: "/preferences" },
] as const;

type Props = { page: (typeof pages)[number]["id"]; children: ReactNode };

/** The frame of the pages about oneself. */
export function OwnPage({ page, children }: Props) {
	const t = useTranslations("account");
	const main = useArrival<HTMLElement>();
	const title = t(`pages.${page}`);
	return (
		<main ref={main} tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
			<PageTitle title={title} />
			<header className="flex h-(--bar-height) shrink-0 items-center gap-4 border-b border-border ps-6 pe-4 max-md:gap-1 max-md:ps-1">
				<PlaceLink href="/" aria-label={t("back")} className="grid size-11 place-items-center text-muted md:hidden">
					<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
				</PlaceLink>
				<h1 className="sr-only">{title}</h1>
				<nav aria-label={t("you")} className="flex gap-1">
					{pages.map(({ id, href }) => (
						<PlaceLink
							key={id}
							href={href}
							aria-current={id === page ? "page" : undefined}
							className={classNames(
								"flex h-8 items-center rounded-sm px-2.5 text-base pointer-coarse:h-11 md:first:-ms-2.5",
								id === page ? "font-semibold" : "text-muted hover:bg-hover",
							)}
						>
							{t(`pages.${id}`)}
						</PlaceLink>
					))}
				</nav>
			</header>
			<div className="min-h-0 flex-1 overflow-y-auto px-6 pb-16 max-md:px-4">
				<div className="mx-auto max-w-180">{children}</div>
			</div>
		</main>
	);
}

/** What it is about at the side, the fields beside it. */
export function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
	const id = useId();
	return (
		<section
			aria-labelledby={id}
			className="grid gap-x-10 gap-y-4 border-b border-border py-7 last:border-b-0 md:grid-cols-[13rem_minmax(0,1fr)]"
		>
			<div>
				<h2 id={id} className="text-base hyphens-auto">
					{title}
				</h2>
				<p className="mt-0.5 text-sm text-muted">{text}</p>
			</div>
			<div className="min-w-0">{children}</div>
		</section>
	);
}
