"use client";
import { type EmojiData, type EmojiPickerListComponents, EmojiPicker as Parts } from "frimousse";
import { Search } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { isComposing } from "@/components/ui/is-composing";
import { useCoarse, useWide } from "@/components/ui/use-media";
import { NotFetched } from "@/components/words/not-fetched";
import { useAllCustomEmoji } from "@/lib/client/custom-emoji";
import { isLanguage } from "@/lib/shared/languages";
import { CustomGroup } from "./custom-group";
import type { EmojiPickerProps } from "./emoji-picker";
import { firstFound } from "./first-found";
import { type Group, GroupBar } from "./group-bar";
import { pickerData } from "./picker-data";
import { PickerFrame } from "./picker-frame";
import { SkinTones } from "./skin-tones";
import { chooseTone, chosenTone, countEmoji } from "./used";
import { UsedSign, useUsedEmoji } from "./used-emoji";

const COLUMNS = 9;
const CELL_PX = 44;
const EDGES_PX = 32;

export function Picker({ onPick, onClose, plain = false }: EmojiPickerProps) {
	const t = useTranslations("emoji");
	const locale = useLocale();
	const language = isLanguage(locale) ? locale : "en";
	const wide = useWide();
	const coarse = useCoarse();
	const [query, setQuery] = useState("");
	const [tone, setTone] = useState(chosenTone);
	const columns = wide && !coarse ? COLUMNS : Math.max(6, Math.floor((Math.min(innerWidth, 400) - EDGES_PX) / CELL_PX));
	const used = useUsedEmoji(columns, plain);
	const [data, setData] = useState<EmojiData>();
	const [fetched, setFetched] = useState({ tries: 0, failed: false });
	const groups: Group[] = useMemo(() => (data ? groupsOf(data) : []), [data]);
	const own = useAllCustomEmoji();
	const wanted = query.trim().toLowerCase();
	const custom = plain ? [] : [...(own?.values() ?? [])].filter(({ name }) => name.includes(wanted));
	const viewport = useRef<HTMLDivElement>(null);
	// Since the last letter nobody has gone elsewhere in the list: Enter means the first one.
	const meansFirst = useRef(false);

	async function resolve() {
		try {
			const all = await pickerData(language);
			setData(all);
			return all;
		} catch (error) {
			setFetched(({ tries }) => ({ tries, failed: true }));
			throw error;
		}
	}

	function onSearchKey(event: KeyboardEvent) {
		if (event.key.startsWith("Arrow")) meansFirst.current = false;
		if (event.key !== "Enter") return;
		const composing = isComposing(event);
		if (!composing && !(meansFirst.current && query.trim() !== "")) return;
		event.preventDefault();
		if (composing) return;
		const first = custom[0] ? `:${custom[0].name}:` : data && firstFound(data, query, tone);
		if (first) pick(first);
	}

	function pick(emoji: string) {
		countEmoji(emoji);
		onPick(emoji);
		onClose();
	}

	return (
		<PickerFrame>
			<Parts.Root
				key={fetched.tries}
				locale={language}
				resolveEmojiData={resolve}
				columns={columns}
				skinTone={tone}
				onEmojiSelect={({ emoji }) => pick(emoji)}
				className="isolate flex min-h-0 flex-1 flex-col"
			>
				<div className="relative p-2 pb-1 max-md:pt-0">
					<Search size={16} strokeWidth={1.75} aria-hidden className="absolute start-5 top-5 text-faint max-md:top-3" />
					<Parts.Search
						autoFocus={!coarse}
						value={query}
						onChange={(event) => {
							meansFirst.current = true;
							setQuery(event.target.value);
						}}
						onKeyDown={onSearchKey}
						placeholder={t("search")}
						aria-label={t("search")}
						className="field h-10 ps-9 [&::-webkit-search-cancel-button]:hidden"
					/>
				</div>
				{query === "" && <GroupBar groups={groups} columns={columns} viewport={viewport} />}
				{query === "" && (
					<fieldset className="overflow-hidden px-2 [scrollbar-gutter:stable]">
						<legend className="px-1 pt-1 pb-0.5 text-xs font-semibold text-muted">{t("used")}</legend>
						<div className="grid" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
							{used.map((each) => (
								<button
									key={each.emoji}
									type="button"
									{...(each.own && { "aria-label": each.emoji })}
									onClick={() => pick(each.emoji)}
									className={classNames(
										cell,
										each.own && "text-lg",
										"hover:bg-raised-hover focus-visible:-outline-offset-2",
									)}
								>
									<UsedSign used={each} />
								</button>
							))}
						</div>
					</fieldset>
				)}
				{custom.length > 0 && <CustomGroup emoji={custom} columns={columns} onPick={pick} />}
				<Parts.Viewport
					ref={viewport}
					tabIndex={0}
					onPointerMove={() => {
						meansFirst.current = false;
					}}
					className="relative min-h-0 flex-1 overscroll-contain outline-none"
				>
					{fetched.failed ? (
						<div className="p-2">
							<NotFetched onRetry={() => setFetched(({ tries }) => ({ tries: tries + 1, failed: false }))} />
						</div>
					) : (
						<Parts.Loading className="absolute inset-0 grid animate-late place-items-center text-sm text-muted">
							{t("loading")}
						</Parts.Loading>
					)}
					<Parts.Empty className="absolute inset-0 grid place-items-center px-6 text-center text-sm text-muted">
						{t("none")}
					</Parts.Empty>
					<Parts.List className="px-2 pb-2 select-none" components={components} />
				</Parts.Viewport>
				<div className="flex h-11 shrink-0 items-center gap-2 border-t border-border px-3">
					<Parts.ActiveEmoji>
						{({ emoji }) => (
							<span className="flex min-w-0 flex-1 items-center gap-2 text-sm text-muted">
								{emoji && <span className="text-xl leading-none">{emoji.emoji}</span>}
								<span className="cut">{emoji ? emoji.label : t("hint")}</span>
							</span>
						)}
					</Parts.ActiveEmoji>
					<SkinTones
						tone={tone}
						onChoose={(next) => {
							setTone(next);
							chooseTone(next);
						}}
					/>
				</div>
			</Parts.Root>
		</PickerFrame>
	);
}

const cell = "grid h-9 place-items-center rounded-sm text-[22px] leading-none pointer-coarse:h-11";

function groupsOf({ categories, emojis }: EmojiData): Group[] {
	return categories.map(({ index, label }) => {
		return { id: index, label, count: emojis.filter(({ category }) => category === index).length };
	});
}

const components: Partial<EmojiPickerListComponents> = {
	CategoryHeader: ({ category, ...props }) => (
		<div {...props} className="bg-raised px-1 pt-2 pb-0.5 text-xs font-semibold text-muted">
			{category.label}
		</div>
	),
	// Frimousse counts from 0, which ARIA does not have; it finds the other rows by their numbers again.
	Row: ({ children, ...props }) => (
		<div {...props} {...{ "aria-rowindex": props["aria-rowindex"] || undefined }}>
			{children}
		</div>
	),
	Emoji: ({ emoji, ...props }) => (
		<button
			type="button"
			{...props}
			{...{ "aria-colindex": props["aria-colindex"] || undefined }}
			className={classNames(cell, "w-[calc(100%/var(--frimousse-list-columns))] data-active:bg-raised-hover")}
		>
			{emoji.emoji}
		</button>
	),
};
