import * as z from "zod";
import { languageIds } from "../languages.ts";
import { MAX_KEYWORD_LENGTH, MAX_KEYWORDS, MIN_KEYWORD_LENGTH } from "../limits.ts";
import { notificationLevels } from "../notification-reasons.ts";

const keywordSchema = z
	.string()
	.trim()
	.min(MIN_KEYWORD_LENGTH)
	.max(MAX_KEYWORD_LENGTH)
	.regex(/[\p{L}\p{N}]/u, "A keyword holds a letter or a digit.");

/** What a person chose for himself, the same on all his devices. */
export const preferencesSchema = z.object({
	/** Empty: as the browser asks. */
	language: z.enum(["", ...languageIds]),
	theme: z.enum(["auto", "light", "dark"]),
	contrast: z.enum(["auto", "high"]),
	density: z.enum(["comfortable", "compact"]),
	/** `auto`: as is usual in the language. */
	timeFormat: z.enum(["auto", "12", "24"]),
	/** Otherwise Ctrl or ⌘ with Enter sends, and Enter breaks the line. */
	sendOnEnter: z.boolean(),
	/** What alerts him where nothing else was chosen for a room. */
	desktop: z.enum(notificationLevels),
	/** With an alert. */
	sound: z.boolean(),
	/** Words that concern him wherever somebody writes them in his rooms. */
	keywords: z.array(keywordSchema).max(MAX_KEYWORDS),
	/** No alert disturbs him before this time, and others see him as busy. Null, or over: alerts come. */
	doNotDisturbUntil: z.iso.datetime().nullable(),
	/** What links lead to is shown under messages. */
	linkPreviews: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesChangeSchema = z.strictObject(preferencesSchema.partial().shape);
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;

export const defaultPreferences: Preferences = {
	language: "",
	theme: "auto",
	contrast: "auto",
	density: "comfortable",
	timeFormat: "auto",
	sendOnEnter: true,
	desktop: "mentions",
	sound: true,
	keywords: [],
	doNotDisturbUntil: null,
	linkPreviews: true,
};
