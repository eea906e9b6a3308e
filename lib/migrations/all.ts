import { roles } from "@/models/role";
import { builtInRoles } from "../shared/permissions.ts";
import type { Migration } from "./run.ts";

/** In the order of their numbers; a number is never used again and a migration that was released never changes. */
export const migrations: Migration[] = [
	{
		number: 1,
		name: "built-in roles",
		async run() {
			for (const { id, ...role } of builtInRoles) {
				await roles().updateOne({ _id: id }, { $setOnInsert: { ...role, builtIn: true } }, { upsert: true });
			}
		},
	},
];
