"use client";
import {
	AtSign,
	CalendarDays,
	ChevronLeft,
	Hash,
	Paperclip,
	Search as SearchIcon,
	SlidersHorizontal,
	X,
} from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useGoBack } from "@/components/frame/navigation";
import { QuietLine } from "@/components/rooms/quiet-line";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useCoarse, useMedia, useWide } from "@/components/ui/use-media";
import { useServerInfo } from "@/lib/client/session";
import { asksFor } from "@/lib/shared/search-words";
import { Narrowing } from "./narrowing";
import { QueryField, type QueryFieldHandle } from "./query-field";
import { hitElements, isComingBack, Results } from "./results";
import { useCounts, useHits } from "./use-found";
import { useLine } from "./use-line";

const BEGINNINGS = [
	{ name: "from", icon: AtSign },
	{ name: "in", icon: Hash },
	{ name: "has", icon: Paperclip },
	{ name: "after", icon: CalendarDays },
] as const;

/** Messages in all rooms, by what was said, by whom, where and when. */
export function Search() {
	const t = useTranslations("search");
	const { name } = useServerInfo();
	const wide = useWide();
	const isBeside = useMedia("(min-width: 1024px)");
	const goBack = useGoBack();
	const field = useRef<QueryFieldHandle>(null);
	const box = useRef<HTMLDivElement>(null);
	const { line, typed, type, choose, ask } = useLine();
	const asked = asksFor(line);
	const coarse = useCoarse();
	const [isBack] = useState(() => isComingBack(line));

	const begin = useEffectEvent(() => {
		// Who comes back goes on in the list, and who looks at what was found wants no keys over it on a phone.
		if (!isBack && (!asked || !coarse)) field.current?.focus();
	});
	useEffect(() => begin(), []);

	const hits = useHits(line);
	const counts = useCounts(line).data;
	const toHits = () => hitElements(box.current)[0]?.focus();
	const narrowing = <Narrowing typed={typed} counts={asked ? counts : undefined} onChoose={choose} />;
	return (
		<main className="flex min-w-0 flex-1 flex-col">
			<title>{`${line === "" ? t("title") : t("titleOf", { line })} · ${name}`}</title>
			<h1 className="sr-only">{t("title")}</h1>
			<header className="flex h-(--bar-height) shrink-0 items-center gap-3 border-b border-border ps-6 pe-4 max-md:gap-0 max-md:ps-0 max-md:pe-2">
				{!wide && (
					<button
						type="button"
						aria-label={t("back")}
						onClick={goBack}
						className="grid size-11 shrink-0 place-items-center rounded-sm text-muted"
					>
						<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
					</button>
				)}
				<QueryField
					ref={field}
					typed={typed}
					onType={type}
					onChoose={choose}
					onEnter={() => {
						ask();
						toHits();
					}}
					onDown={toHits}
					onLeave={goBack}
				/>
				{wide && <IconButton icon={X} label={t("close")} onClick={goBack} className="ms-auto" />}
			</header>
			<QuietLine />
			<div className="flex min-h-0 flex-1 overflow-y-auto overscroll-contain">
				<div ref={box} className="min-w-0 flex-1 px-2 py-4">
					{asked ? (
						<>
							<div className="flex min-h-8 items-center gap-2 px-4 pb-2.5 text-sm text-muted max-md:px-2">
								<p role="status" className="min-w-0 flex-1">
									<Count counts={counts} took={hits.data?.pages[0]?.took} />
								</p>
								{!isBeside && (
									<Popover
										label={t("filters")}
										align="end"
										trigger={
											<Button look="plain" size="small">
												<SlidersHorizontal size={16} strokeWidth={1.75} aria-hidden />
												{t("filters")}
											</Button>
										}
									>
										{() => (
											<div className="max-h-[70dvh] w-64 overflow-y-auto p-4 max-md:max-h-none max-md:w-auto max-md:p-0">
												{narrowing}
											</div>
										)}
									</Popover>
								)}
							</div>
							<Results
								line={line}
								hits={hits}
								onUp={() => field.current?.focus()}
								onWithoutFilters={
									typed.filters.length > 0 && typed.words.trim() !== ""
										? () => choose({ filters: [], words: typed.words })
										: undefined
								}
							/>
						</>
					) : (
						<Empty icon={SearchIcon} title={t("begin.title")} text={t("begin.text")}>
							{BEGINNINGS.map(({ name: filter, icon: Icon }) => (
								<Button key={filter} size="small" onClick={() => field.current?.begin(`${filter}:`)}>
									<Icon size={16} strokeWidth={1.75} aria-hidden />
									{t(`begin.${filter}`)}
								</Button>
							))}
						</Empty>
					)}
				</div>
				{asked && isBeside && (
					<aside aria-label={t("filters")} className="sticky top-0 w-66 shrink-0 self-start py-5.5 ps-4 pe-6">
						{narrowing}
					</aside>
				)}
			</div>
		</main>
	);
}

function Count({ counts, took }: { counts: { total: number; isAll: boolean } | undefined; took: number | undefined }) {
	const t = useTranslations("search");
	if (!counts || took === undefined) return null;
	const values = {
		count: counts.total,
		took,
		b: (words: React.ReactNode) => <b className="font-semibold text-text">{words}</b>,
	};
	return counts.isAll ? t.rich("count", values) : t.rich("countMore", values);
}
