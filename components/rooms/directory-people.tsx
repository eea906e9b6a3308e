"use client";
import { SearchX, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { PersonLine } from "@/components/people/person-line";
import { Empty } from "@/components/ui/empty";
import { listUsers } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { foldName } from "@/lib/shared/fold-name";
import type { User } from "@/lib/shared/schemas/user";
import { FoundList } from "./found-list";

export function DirectoryPeople({ query }: { query: string }) {
	const t = useTranslations("rooms");
	return (
		<FoundList
			label={t("directory.list.people")}
			queryKey={keys.people(query)}
			fetchPage={(cursor) => listUsers({ query, cursor, profile: true })}
			rows={(people) =>
				people.map((person) => (
					<li key={person.id} className="border-b border-border">
						<div className="-mx-2 flex rounded-sm [content-visibility:auto] [contain-intrinsic-size:auto_56px] hover:bg-hover hover:[--ground:var(--surface-hover)]">
							<PersonLine person={person} note={toldBy(person, query)} />
						</div>
					</li>
				))
			}
			nothing={
				<Empty
					icon={query === "" ? Users : SearchX}
					title={t("directory.nobody", { words: query })}
					text={t("directory.nobodyText")}
				/>
			}
		/>
	);
}

/** What of the profile was found, where the name was not. */
function toldBy({ name, username, fields = {} }: User, query: string): string | undefined {
	const wanted = foldName(query).trim();
	const begins = (text: string) =>
		[foldName(text), ...foldName(text).split(WORD_ENDS)].some((word) => word.startsWith(wanted));
	if (wanted === "" || begins(name) || begins(username)) return undefined;
	return Object.values(fields).find(begins);
}

const WORD_ENDS = /[\s\p{P}]+/u;
