import { messages } from "@/models/message";
import { roles } from "@/models/role";
import { serverFacts } from "@/models/server-fact";
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
	{
		number: 2,
		name: "replies have no number in their room",
		async run() {
			// It took a message without a number for one with none, of which a room could have one only; "timeline" took its place.
			await messages()
				.dropIndex("roomId_1_seq_1")
				.catch((error: unknown) => {
					if (!(error instanceof Error && "codeName" in error && error.codeName === "IndexNotFound")) throw error;
				});
		},
	},
	{
		number: 3,
		name: "administrators manage emoji",
		async run() {
			await roles().updateOne({ _id: "admin" }, { $addToSet: { permissions: "emoji-manage" } });
		},
	},
	{
		number: 4,
		name: "administrators change profiles",
		async run() {
			await roles().updateOne({ _id: "admin" }, { $addToSet: { permissions: "users-manage" } });
		},
	},
	{
		number: 5,
		name: "previews are searched",
		async run() {
			// Whatever has no terms is indexed beside the talk (`lib/search/index-messages.ts`), from the beginning once more.
			await messages().updateMany({ "previews.id": { $exists: true } }, { $unset: { terms: true } });
			await serverFacts().deleteOne({ _id: "search-index" });
		},
	},
];
