/**
 * People who asked to hear of more than what is addressed to them, from memory: whoever writes must not wait for a search among all
 * members. The change stream keeps it as the database has it.
 */
import type { Filter } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { onChange } from "../db/change-stream.ts";
import { log } from "../log.ts";
import { singleton } from "../singleton.ts";

type Wish = Pick<UserDoc, "_id" | "preferences" | "active">;

/** By person: who wants to be alerted to everything in all rooms. */
function state(): { wantAll: Set<string> } {
	return singleton("attentive", () => ({ wantAll: new Set<string>() }));
}

const attentive: Filter<UserDoc> = { "preferences.desktop": "all" };

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

async function readAll(): Promise<void> {
	const found = await users()
		.find<Wish>(attentive, { projection: { preferences: 1, active: 1 } })
		.toArray();
	state().wantAll.clear();
	for (const wish of found) keep(wish);
}

function keep({ _id, active, preferences }: Wish): void {
	const { wantAll } = state();
	if (active && preferences?.desktop === "all") wantAll.add(_id);
	else wantAll.delete(_id);
}
