"use client";
import { Fragment, type ReactNode, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { openPerson } from "@/components/frame/navigation";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

/** More than this are told by the first ones and a number. */
const ALL_NAMED = 4;
const NAMED = 2;

/** What happened, in words: once, or the same several times over. */
export function NoticeWords({ notices }: { notices: Message[] }) {
	const t = useTranslations("messages");
	const [first] = notices;
	if (!first?.notice) return null;
	const { notice, author } = first;
	const people = withoutTwice(notices.flatMap((message) => message.notice?.users ?? [message.author]));
	const parts = {
		by: () => <Name person={author} />,
		users: () => <Names people={people} />,
		from: () => <bdi className="font-medium text-text">{notice.from}</bdi>,
		to: () => <bdi className="text-text">{notice.to}</bdi>,
		role: notice.to ?? "",
		count: people.length,
	};
	if (notice.type === "topic" && !notice.to) return t.rich("noticeTopicGone", parts);
	return t.rich(`notice.${notice.type}`, parts);
}

function Name({ person }: { person: Author }) {
	return (
		<button
			type="button"
			tabIndex={-1}
			onClick={() => openPerson(person.id)}
			className="inline rounded-xs text-start font-semibold wrap-anywhere text-text hover:underline underline-offset-3"
		>
			<bdi>{person.name}</bdi>
		</button>
	);
}

function Names({ people }: { people: Author[] }): ReactNode {
	const t = useTranslations("messages");
	const locale = useLocale();
	const [all, setAll] = useState(people.length <= ALL_NAMED);
	const named = all || people.length <= ALL_NAMED ? people : people.slice(0, NAMED);
	const rest = people.length - named.length;
	const parts: ReactNode[] = named.map((person) => <Name key={person.id} person={person} />);
	if (rest > 0) {
		parts.push(
			<button
				type="button"
				onClick={() => setAll(true)}
				className="inline rounded-xs font-semibold text-link hover:underline underline-offset-3"
			>
				{t("noticeOthers", { count: rest })}
			</button>,
		);
	}
	const list = new Intl.ListFormat(locale, { type: "conjunction" });
	return list.formatToParts(parts.map((_, index) => String(index))).map(({ type, value }, place) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: words of one sentence, which is drawn whole
		<Fragment key={place}>{type === "element" ? parts[Number(value)] : value}</Fragment>
	));
}

/** Somebody who came twice is named once. */
function withoutTwice(people: Author[]): Author[] {
	return [...new Map(people.map((person) => [person.id, person])).values()];
}
