"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { focusStays } from "@/components/ui/focus-stays";
import { isComposing } from "@/components/ui/is-composing";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { listUsers } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { useMe } from "@/lib/client/session";
import type { User } from "@/lib/shared/schemas/user";
import { Face } from "./face";
import { NobodyYet } from "./nobody-yet";

const SHOWN = 20;

type Props = {
	chosen: User[];
	onChange: (people: User[]) => void;
	most: number;
	/** Not offered: who is there already. */
	without?: ReadonlySet<string>;
	/** Said beside a name: "you". */
	remarks?: Readonly<Record<string, string>>;
};

/** A field to look for people, who become chips when they are chosen. */
export function PeoplePicker({ chosen, onChange, most, without, remarks = {} }: Props) {
	const id = useId();
	const t = useTranslations("people");
	const sentenceOf = useSentenceOf();
	const field = useRef<HTMLInputElement>(null);
	const me = useMe();
	const [words, setWords] = useState("");
	const query = useDeferredValue(words.trim());
	const found = useQuery({
		queryKey: keys.users(query),
		queryFn: () => listUsers({ query, limit: SHOWN }),
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	const isFull = chosen.length >= most;
	const offered = (found.data?.items ?? []).filter(
		(person) => !without?.has(person.id) && !chosen.some((other) => other.id === person.id),
	);

	const isAlone = chosen.length === 0 && (found.data?.items ?? []).every(({ id }) => id === me.id);

	function choose(person: User) {
		onChange([...chosen, person]);
		setWords("");
	}

	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-ui font-medium">
				{t("picker.label")}
			</label>
			<div className="field flex flex-wrap items-center gap-1.5 px-3 py-1.5 has-[button]:ps-1.5 focus-within:outline-2 focus-within:outline-focus">
				{chosen.map((person) => (
					<span key={person.id} className="flex max-w-full items-center gap-1 rounded-sm bg-chip py-0.5 ps-2 text-sm">
						<bdi className="cut">{person.name}</bdi>
						<button
							type="button"
							aria-label={t("picker.remove", { name: person.name })}
							onClick={({ currentTarget }) => {
								if (currentTarget.matches(":focus-visible")) field.current?.focus();
								onChange(chosen.filter((other) => other.id !== person.id));
							}}
							className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:text-text pointer-coarse:size-9"
						>
							<X size={14} aria-hidden />
						</button>
					</span>
				))}
				<input
					ref={field}
					id={id}
					value={words}
					readOnly={isFull}
					onChange={(event) => setWords(event.target.value)}
					onKeyDown={(event) => {
						if (isComposing(event)) return;
						const [first] = offered;
						if (event.key === "Enter") event.preventDefault();
						if (event.key === "Enter" && first && words.trim() !== "") choose(first);
						if (event.key === "Backspace" && words === "") onChange(chosen.slice(0, -1));
					}}
					autoComplete="off"
					placeholder={isFull ? t("picker.full", { most }) : t("picker.placeholder")}
					aria-controls={`${id}-found`}
					className="min-w-32 flex-1 bg-transparent py-1 outline-none"
				/>
			</div>
			<div id={`${id}-found`} className="mt-2 h-56 overflow-y-auto">
				{found.isPending && <SkeletonRows />}
				{found.isError && <Note tone="danger">{sentenceOf(found.error)}</Note>}
				{found.isSuccess && offered.length === 0 && (
					<div role="status" className="px-2 py-6 text-center text-ui text-balance text-muted wrap-anywhere">
						{query !== "" && t("picker.nobody", { words: query })}
						{query === "" && (isAlone ? <NobodyYet /> : t("picker.empty"))}
					</div>
				)}
				<ul aria-label={t("picker.found")}>
					{!isFull &&
						offered.map((person) => (
							<li ref={focusStays} key={person.id}>
								<button
									type="button"
									onClick={() => choose(person)}
									className="flex min-h-11 w-full items-center gap-3 rounded-sm px-2 text-start text-ui hover:bg-raised-hover focus-visible:-outline-offset-2"
								>
									<Face person={person} size={28} />
									<bdi className="cut font-medium">{person.name}</bdi>
									<span className="cut text-faint">
										<bdi>@{person.username}</bdi>
										{remarks[person.id] && ` · ${remarks[person.id]}`}
									</span>
								</button>
							</li>
						))}
				</ul>
			</div>
		</div>
	);
}
