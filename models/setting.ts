import { defineCollection } from "../lib/db/define-collection.ts";

/** Only what differs from the default is kept. */
export type SettingDoc = { _id: string; value: unknown; changedBy: string; changedAt: Date };

export const settings = defineCollection<SettingDoc>("settings");
