"use client";
import { SearchX } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { useFieldErrors } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { Hit } from "./hit";
import type { useHits } from "./use-found";

type Props = {
	line: string;
	hits: ReturnType<typeof useHits>;
	/** Up, out of the list. */
	onUp: () => void;
	/** Undefined: there are no filters. */
	onWithoutFilters: (() => void) | undefined;
};

/** Where somebody was in a list that he comes back to. */
let left: { line: string; id: string } | undefined;

export const isComingBack = (line: string) => left?.line === line;

export function Results({ line, hits, onUp, onWithoutFilters }: Props) {
	const t = useTranslations("search");
	const times = useTimes();
	const fieldErrors = useFieldErrors();
	const list = useRef<HTMLUListElement>(null);
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = hits;
	const found = hits.data?.pages.flatMap((page) => page.items) ?? [];
	const end = useComesIntoSight(() => !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
	const isThere = found.length > 0;

	useEffect(() => {
		if (!isThere || left?.line !== line) return;
		hitElement(list.current, left.id)?.focus();
		left = undefined;
	}, [isThere, line]);

	function onKey(event: KeyboardEvent) {
		const all = hitElements(list.current);
		const at = all.findIndex((hit) => hit.matches(":focus"));
		if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
		const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
		const step = steps[event.key];
		if (step === undefined) return;
		event.preventDefault();
		if (step < 0) return onUp();
		const next = all[Math.min(step, all.length - 1)];
		next?.focus({ preventScroll: true });
		next?.closest("li")?.scrollIntoView({ block: "nearest" });
	}

	if (hits.isError) {
		const { q: wrong } = fieldErrors(hits.error);
		return (
			<div className="px-4 py-3 max-md:px-2">
				{wrong ? (
					<p role="alert" className="text-ui text-danger-text">
						{wrong}
					</p>
				) : (
					<NotLoaded error={hits.error} onRetry={() => hits.refetch()} />
				)}
			</div>
		);
	}
	if (hits.isPending) return <div className="px-4 max-md:px-2">{<SkeletonRows rows={6} />}</div>;
	if (!isThere) {
		return (
			<Empty icon={SearchX} title={t("nothing.title")} text={t("nothing.text")}>
				{onWithoutFilters && <Button onClick={onWithoutFilters}>{t("nothing.filters")}</Button>}
			</Empty>
		);
	}
	return (
		<>
			<ul ref={list} aria-label={t("results")} onKeyDown={onKey} className="grid gap-0.5">
				{found.map((hit) => (
					<Hit
						key={hit.message.id}
						hit={hit}
						times={times}
						onOpen={(id) => {
							left = { line, id };
						}}
					/>
				))}
			</ul>
			{hasNextPage && (
				<div ref={end} className="px-4 max-md:px-2">
					<SkeletonRows rows={2} />
				</div>
			)}
		</>
	);
}

export function hitElements(within: Element | null): HTMLElement[] {
	return [...(within?.querySelectorAll<HTMLElement>("[data-hit]") ?? [])];
}

function hitElement(within: Element | null, id: string): HTMLElement | undefined {
	return hitElements(within).find((hit) => hit.dataset.hit === id);
}
