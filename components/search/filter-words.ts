"use client";
import { useTranslations } from "use-intl";
import { useTimes } from "@/components/words/use-times";
import { useUser } from "@/lib/client/rooms";
import { useRooms } from "@/lib/client/session";
import { haves } from "@/lib/shared/search-words";
import type { Filter } from "./typed";

/** What a filter says to people: `from: Leila` for `from:leila`. */
export function useFilterWords({ name, value }: Filter): string {
	const t = useTranslations("search");
	const { dayOf } = useTimes();
	const rooms = useRooms();
	const person = useUser(name === "from" && value !== "me" ? `@${value.replace(/^@/, "")}` : undefined).data;
	switch (name) {
		case "from":
			return t("filter.from", { value: value === "me" ? t("me") : (person?.name ?? value) });
		case "in":
			return t("filter.in", { value: rooms.find(({ id }) => id === value)?.displayName ?? value.replace(/^#/, "") });
		case "has": {
			const has = haves.find((one) => one === value);
			return t("filter.has", { value: has ? t(`has.${has}`) : value });
		}
		default:
			return t(`filter.${name}`, { value: dayOf(value) });
	}
}
