import * as z from "zod";
import { languageIds } from "../languages.ts";

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
};
