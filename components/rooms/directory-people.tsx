"use client";
import { SearchX, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { PersonLine } from "@/components/people/person-line";
import { Empty } from "@/components/ui/empty";
import { listUsers } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { FoundList } from "./found-list";

export function DirectoryPeople({ query }: { query: string }) {
	const t = useTranslations("rooms");
	return (
		<FoundList
			label={t("directory.list.people")}
			queryKey={keys.people(query)}
			fetchPage={(cursor) => listUsers({ query, cursor })}
			rows={(people) =>
				people.map((person) => (
					<li key={person.id} className="border-b border-border">
						<div className="-mx-2 flex rounded-sm [content-visibility:auto] [contain-intrinsic-size:auto_56px] hover:bg-hover hover:[--ground:var(--surface-hover)]">
							<PersonLine person={person} />
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
