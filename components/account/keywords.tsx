"use client";
import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { usePreferences } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import { MAX_KEYWORD_LENGTH, MAX_KEYWORDS, MIN_KEYWORD_LENGTH } from "@/lib/shared/limits";
import { usePrefer } from "./use-prefer";

type Fault = "full" | "short" | "twice";

/** Words of which I want to hear wherever they are written in my rooms. */
export function Keywords() {
	const id = useId();
	const t = useTranslations("notifications");
	const sentenceOf = useSentenceOf();
	const { keywords } = usePreferences();
	const { mutate: prefer, error } = usePrefer();
	const [word, setWord] = useState("");
	const [fault, setFault] = useState<Fault>();

	function add(event: FormEvent) {
		event.preventDefault();
		const found = faultOf(word.trim(), keywords);
		setFault(found);
		if (found) return;
		prefer({ keywords: [...keywords, word.trim()] });
		setWord("");
	}

	return (
		<div>
			<form onSubmit={add}>
				<label htmlFor={id} className="text-ui font-medium">
					{t("keywords.legend")}
				</label>
				<p id={`${id}-help`} className="text-sm text-muted">
					{t("keywords.help")}
				</p>
				<div className="mt-2 flex gap-2">
					<input
						id={id}
						value={word}
						onChange={(event) => {
							setWord(event.target.value);
							setFault(undefined);
						}}
						maxLength={MAX_KEYWORD_LENGTH}
						placeholder={t("keywords.placeholder")}
						autoComplete="off"
						dir="auto"
						aria-invalid={fault !== undefined}
						aria-describedby={fault ? `${id}-help ${id}-fault` : `${id}-help`}
						className="field h-(--control-height) min-w-0 flex-1"
					/>
					<Button type="submit">{t("keywords.add")}</Button>
				</div>
				{fault && (
					<p id={`${id}-fault`} role="alert" className="mt-1 text-sm text-danger-text">
						{t(`keywords.${fault}`, { most: MAX_KEYWORDS })}
					</p>
				)}
			</form>
			{keywords.length > 0 && (
				<ul ref={focusStays} aria-label={t("keywords.list")} className="mt-3 flex flex-wrap gap-2">
					{keywords.map((keyword) => (
						<li key={keyword} className="flex min-w-0 items-center gap-1 rounded-md bg-chip ps-2.5 text-ui">
							<bdi className="min-w-0 wrap-anywhere">{keyword}</bdi>
							<IconButton
								size="small"
								icon={X}
								label={t("keywords.remove", { keyword })}
								onClick={() => prefer({ keywords: keywords.filter((other) => other !== keyword) })}
							/>
						</li>
					))}
				</ul>
			)}
			{error && (
				<Note tone="danger" className="mt-3">
					{sentenceOf(error)}
				</Note>
			)}
		</div>
	);
}

function faultOf(word: string, keywords: string[]): Fault | undefined {
	if (keywords.length >= MAX_KEYWORDS) return "full";
	if (word.length < MIN_KEYWORD_LENGTH || !/[\p{L}\p{N}]/u.test(word)) return "short";
	return keywords.some((other) => foldName(other) === foldName(word)) ? "twice" : undefined;
}
