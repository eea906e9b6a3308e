"use client";
import { Fragment, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

/** What happened, in words. */
export function NoticeWords({ message: { notice, author } }: { message: Message }) {
	const t = useTranslations("messages");
	if (!notice) return null;
	const parts = {
		by: () => <Name person={author} />,
		users: () => <Names people={notice.users ?? [author]} />,
		from: () => <bdi className="font-medium text-text">{notice.from}</bdi>,
		to: () => <bdi className="text-text">{notice.to}</bdi>,
		role: notice.to ?? "",
		count: 1,
	};
	if (notice.type === "topic" && !notice.to) return t.rich("noticeTopicGone", parts);
	return t.rich(`notice.${notice.type}`, parts);
}

function Name({ person }: { person: Author }) {
	return <bdi className="font-semibold text-text">{person.name}</bdi>;
}

function Names({ people }: { people: Author[] }): ReactNode {
	const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
	const [...names] = people;
	return list.formatToParts(people.map(({ id }) => id)).map(({ type, value }, place) => {
		const person = type === "element" ? names.shift() : undefined;
		// biome-ignore lint/suspicious/noArrayIndexKey: words of one sentence, which is drawn whole
		return <Fragment key={place}>{person ? <Name person={person} /> : value}</Fragment>;
	});
}
