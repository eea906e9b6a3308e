"use client";
import { useTranslations } from "use-intl";
import { openPerson } from "@/components/frame/navigation";
import { useMe } from "@/lib/client/session";
import type { User } from "@/lib/shared/schemas/user";
import { Face } from "./face";

type Props = {
	person: User;
	/** Besides the status. */
	note?: string | undefined;
};

/** Somebody in a list: leads to the profile. */
export function PersonLine({ person, note }: Props) {
	const me = useMe();
	const t = useTranslations("people");
	const status = [person.status.emoji, person.status.text].filter(Boolean).join(" ");
	return (
		<button
			type="button"
			onClick={() => openPerson(person.id)}
			className="flex min-w-0 flex-1 items-center gap-3 rounded-sm px-2 py-2 text-start focus-visible:-outline-offset-2"
		>
			<Face person={person} presence />
			<span className="min-w-0 flex-1">
				<span dir="auto" title={person.name} className="cut block text-ui font-medium">
					{person.name}
					{person.id === me.id && <span className="font-normal text-faint"> {t("you")}</span>}
				</span>
				<span className="cut block text-sm text-faint">
					<bdi>@{person.username}</bdi>
					{[status, note].filter(Boolean).map((words) => ` · ${words}`)}
				</span>
			</span>
		</button>
	);
}
