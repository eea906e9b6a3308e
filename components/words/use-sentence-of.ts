"use client";
import { useTranslations } from "use-intl";
import { ClientError, fieldsOf } from "@/lib/client/errors";
import { fieldKeys } from "./field-keys";

/** One sentence in the reader's language, whatever was thrown. */
export function useSentenceOf(): (error: unknown) => string {
	const t = useTranslations("errors");
	return (error) => {
		if (!(error instanceof ClientError)) return t("unexpected");
		const seconds = error.details?.retryAfterSeconds ?? 0;
		if (error.code !== "rate-limited" || seconds < SHORT_WAIT_S) return t(error.code);
		return t("rate-limited-until", { minutes: Math.ceil(seconds / 60) });
	};
}

/** Not worth naming. */
const SHORT_WAIT_S = 30;

/** What is wrong with which field: `{"admin.password": "…"}`. Empty when the error is not about fields. */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
	const t = useTranslations("fields");
	return (error) => {
		const sentences: Record<string, string> = {};
		for (const field of fieldsOf(error)) {
			const key = fieldKeys(field).find((id) => t.has(id as never));
			// Of several things that are wrong with one field the first is said.
			sentences[field.path] ??= key ? t(key as never, field.values as never) : t("other");
		}
		return sentences;
	};
}
