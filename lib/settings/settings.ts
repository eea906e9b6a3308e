/**
 * The settings in force: environment, then what an administrator chose, then the default. Read from memory; the change
 * stream tells when another process changed one.
 */

import { type SettingDoc, settings } from "@/models/setting";
import { ConfigError, config } from "../config.ts";
import { onChange } from "../db/change-stream.ts";
import { log } from "../log.ts";
import { singleton } from "../singleton.ts";
import { sentenceOf } from "./define.ts";
import { definitionOf, isSettingId, type SettingId, type SettingValue, settingIds } from "./definitions/all.ts";

type Cache = { chosen: Map<string, SettingDoc>; locked: Map<SettingId, unknown> };

function cache(): Cache {
	return singleton<Cache>("settings", () => ({ chosen: new Map(), locked: lockedByEnvironment() }));
}

export function setting<Id extends SettingId>(id: Id): SettingValue<Id> {
	const { chosen, locked } = cache();
	const value = locked.has(id) ? locked.get(id) : (chosen.get(id)?.value ?? definitionOf(id).default);
	return value as SettingValue<Id>;
}

export function isLocked(id: SettingId): boolean {
	return cache().locked.has(id);
}

/** Who chose the value that is kept, and when; undefined while it is the default. */
export function chosenSetting(id: SettingId): SettingDoc | undefined {
	return cache().chosen.get(id);
}

/** Reads what is kept and follows its changes; at the start, once the database is there. */
export async function loadSettings(): Promise<void> {
	onChange("settings", {
		changed: ({ id, doc }) => {
			if (doc) remember(doc as SettingDoc);
			else cache().chosen.delete(id);
		},
		missed: () =>
			void readAll().catch((error: unknown) => log().warn({ err: error }, "The settings could not be read again.")),
	});
	await readAll();
}

async function readAll(): Promise<void> {
	const docs = await settings().find().toArray();
	cache().chosen.clear();
	for (const doc of docs) remember(doc);
}

/** For the operation that writes settings: this process need not wait for the change stream. */
export function remember(doc: SettingDoc): void {
	if (!isSettingId(doc._id)) return;
	// A value from another version of the program that no longer fits counts as not chosen.
	const parsed = definitionOf(doc._id).schema.safeParse(doc.value);
	if (parsed.success) cache().chosen.set(doc._id, { ...doc, value: parsed.data });
	else cache().chosen.delete(doc._id);
}

/**
 * `SETTING_<id>` and ROOT_URL; called at the start so that a wrong value ends it.
 * @throws ConfigError that names what is accepted
 */
export function lockedByEnvironment(): Map<SettingId, unknown> {
	const locked = new Map<SettingId, unknown>();
	const { settings: texts, rootUrl } = config();
	for (const [id, text] of Object.entries(texts)) {
		if (!isSettingId(id)) {
			log().warn(`SETTING_${id} is set, but there is no such setting. Did you mean SETTING_${nearest(id)}?`);
			continue;
		}
		const definition = definitionOf(id);
		const parsed = definition.schema.safeParse(definition.fromText(text));
		if (!parsed.success) {
			const shown = definition.secret ? "(not shown)" : text;
			const why = sentenceOf(definition, parsed.error.issues[0]);
			throw new ConfigError(`SETTING_${id} is "${shown}", which is not accepted. ${why}`);
		}
		locked.set(id, parsed.data);
	}
	if (rootUrl !== undefined) locked.set("Site_Url", rootUrl);
	return locked;
}

function nearest(id: string): SettingId {
	const [best] = settingIds
		.map((candidate) => ({ candidate, steps: editSteps(id.toLowerCase(), candidate.toLowerCase()) }))
		.sort((a, b) => a.steps - b.steps);
	return best?.candidate ?? "Site_Name";
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function editSteps(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		previous = row;
	}
	return previous[b.length] ?? 0;
}
