import { defineCollection } from "../lib/db/define-collection.ts";
import type { Permission } from "../lib/shared/permissions.ts";

export type RoleDoc = { _id: string; name: string; permissions: Permission[]; builtIn: boolean };

export const roles = defineCollection<RoleDoc>("roles");
