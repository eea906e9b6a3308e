"use client";
import { useTranslations } from "use-intl";
import { ClientError, fieldsOf } from "@/lib/client/errors";

/** One sentence in the reader's language, whatever was thrown. */
export function useSentenceOf(): (error: unknown) => string {
	const t = useTranslations("errors");
	return (error) => (error instanceof ClientError ? t(error.code) : t("unexpected"));
}

/** What is wrong with which field: `{"admin.password": "…"}`. Empty when the error is not about fields. */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
	const t = useTranslations("fields");
	return (error) =>
		Object.fromEntries(
			fieldsOf(error).map(({ path, code, message }) => {
				const name = path.split(".").at(-1);
				// The server says more than its code only in English.
				const key = [`${name}.${code}`, code].find((id) => t.has(id as never));
				return [path, key ? t(key as never) : message];
			}),
		);
}
