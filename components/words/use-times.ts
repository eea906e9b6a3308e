"use client";
import { useMemo } from "react";
import { useLocale } from "use-intl";
import { usePreferences } from "@/lib/client/session";
import type { Preferences } from "@/lib/shared/schemas/preferences";
import { type Times, timesIn } from "./times";

/** Times as the reader writes them. */
export function useTimes(): Times {
	const language = useLocale();
	const { timeFormat } = usePreferences();
	return useMemo(() => timesIn(localeOf(language), hourCycleOf(timeFormat)), [language, timeFormat]);
}

/** The page speaks German, and the reader's browser tells whether as in Austria. */
export function localeOf(language: string): string {
	return navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

export function hourCycleOf(format: Preferences["timeFormat"]): "h12" | "h23" | undefined {
	return format === "auto" ? undefined : format === "12" ? "h12" : "h23";
}
