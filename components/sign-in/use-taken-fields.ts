"use client";
import { useTranslations } from "use-intl";
import { ClientError } from "@/lib/client/errors";

/** A name or an address that somebody else has is said beside its field. */
export function useTakenFields(): (error: unknown) => Record<string, string> {
	const t = useTranslations("fields");
	return (error): Record<string, string> => {
		if (!(error instanceof ClientError)) return {};
		if (error.code === "username-taken") return { username: t("username-taken") };
		return error.code === "email-taken" ? { email: t("email-taken") } : {};
	};
}
