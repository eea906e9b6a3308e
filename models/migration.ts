import { defineCollection } from "../lib/db/define-collection.ts";

export type MigrationDoc = { _id: number; name: string; doneAt: Date };

export const migrations = defineCollection<MigrationDoc>("migrations");
