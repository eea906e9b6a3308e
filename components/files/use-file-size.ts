"use client";
import { useLocale, useTranslations } from "use-intl";

const UNITS = ["B", "KB", "MB", "GB"] as const;

type Unit = (typeof UNITS)[number];

/** `412 KB`, and `2.1 of 3.4 MB` while it is on its way. */
export function useFileSize(): { size: (bytes: number) => string; progress: (sent: number, bytes: number) => string } {
	const t = useTranslations("files");
	const locale = useLocale();
	const count = (bytes: number, unit: Unit) => {
		const value = bytes / 1_000 ** UNITS.indexOf(unit);
		return new Intl.NumberFormat(locale, { maximumFractionDigits: unit === "B" || value >= 100 ? 0 : 1 }).format(value);
	};
	const size = (bytes: number) => t(`size.${unitOf(bytes)}`, { count: count(bytes, unitOf(bytes)) });
	return {
		size,
		progress: (sent, bytes) => t("sent", { sent: count(sent, unitOf(bytes)), size: size(bytes) }),
	};
}

function unitOf(bytes: number): Unit {
	if (bytes < 1_000) return "B";
	if (bytes < 1_000_000) return "KB";
	return bytes < 1_000_000_000 ? "MB" : "GB";
}
