/**
 * People who want to hear of more than what is addressed to them, from memory: whoever writes must not wait for a search among all
 * members. The change stream keeps it as the database has it.
 */
import type { Filter } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { onChange } from "../db/change-stream.ts";
import { log } from "../log.ts";
import { termsOf } from "../search/terms.ts";
import { hasKeyword } from "../shared/keywords.ts";
import { MAX_KEYWORD_PEOPLE } from "../shared/limits.ts";
import { singleton } from "../singleton.ts";

type Wish = Pick<UserDoc, "_id" | "preferences" | "active">;
type State = {
	/** Who wants to be alerted to everything in all rooms. */
	wantAll: Set<string>;
	keywords: Map<string, string[]>;
	/** Whose keywords have this word in them. */
	byTerm: Map<string, Set<string>>;
};

const attentive: Filter<UserDoc> = {
	$or: [{ "preferences.desktop": "all" }, { "preferences.keywords.0": { $exists: true } }],
};

function state(): State {
	return singleton<State>("attentive", () => ({ wantAll: new Set(), keywords: new Map(), byTerm: new Map() }));
}

export function watchAttentive(): void {
	onChange("users", {
		changed: ({ id, doc }) => keep(doc ? (doc as UserDoc) : { _id: id, active: false }),
		missed: () =>
			void readAll().catch((error: unknown) => log().warn({ err: error }, "Wishes for alerts were not read.")),
	});
}

export function whoWantsAll(): ReadonlySet<string> {
	return state().wantAll;
}

/** Who has a keyword that stands in the text, in whatever rooms they are. Nobody has: it costs nothing. */
export function peopleWithKeywordIn(text: string): string[] {
	const { keywords, byTerm } = state();
	if (byTerm.size === 0) return [];
	const candidates = new Set(termsOf(text).flatMap((term) => [...(byTerm.get(term) ?? [])]));
	return [...candidates].filter((id) => hasKeyword(text, keywords.get(id) ?? [])).slice(0, MAX_KEYWORD_PEOPLE);
}

async function readAll(): Promise<void> {
	const found = await users()
		.find<Wish>(attentive, { projection: { preferences: 1, active: 1 } })
		.toArray();
	const { wantAll, keywords } = state();
	const known = new Set([...wantAll, ...keywords.keys()]);
	for (const wish of found) {
		keep(wish);
		known.delete(wish._id);
	}
	for (const _id of known) keep({ _id, active: false });
}

function keep({ _id, active, preferences }: Wish): void {
	const { wantAll, keywords, byTerm } = state();
	const chosen = active ? (preferences?.keywords ?? []) : [];
	if (active && preferences?.desktop === "all") wantAll.add(_id);
	else wantAll.delete(_id);
	for (const term of termsIn(keywords.get(_id))) {
		const people = byTerm.get(term);
		people?.delete(_id);
		if (people?.size === 0) byTerm.delete(term);
	}
	if (chosen.length > 0) keywords.set(_id, chosen);
	else keywords.delete(_id);
	for (const term of termsIn(chosen)) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(_id));
}

function termsIn(keywords: string[] = []): Set<string> {
	return new Set(keywords.flatMap(termsOf));
}
