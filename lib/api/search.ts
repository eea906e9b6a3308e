import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { countHits } from "../search/count-hits.ts";
import { searchMessages } from "../search/search-messages.ts";
import { searchCountsSchema, searchResultsSchema } from "../shared/schemas/search.ts";
import { haves } from "../shared/search-words.ts";
import { me } from "./context.ts";
import { answers, pageQuery } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const searchQuery = z.strictObject({
	q: z.string().max(500).default(""),
	/** Ids or names. */
	room: z.string().min(1).max(100).optional(),
	from: z.string().min(1).max(100).optional(),
	/** Days, YYYY-MM-DD; neither is part of what is searched. */
	before: z.string().max(10).optional(),
	after: z.string().max(10).optional(),
	has: z.enum(haves).optional(),
	timeZone: z.string().max(100).refine(isTimeZone, "This is not a time zone.").default("UTC"),
});

const tags = ["Messages"];

export const searchRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/search",
			tags,
			summary: "Find messages in all rooms that one may read, newest first",
			...signedIn(),
			request: { query: searchQuery.extend(pageQuery) },
			responses: answers(searchResultsSchema, "Messages with their rooms."),
		}),
		async (c) => c.json(await searchMessages(me(c), c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/search/counts",
			tags,
			summary: "How many messages a search finds, in which rooms, and what they have",
			...signedIn(),
			request: { query: searchQuery },
			responses: answers(searchCountsSchema, "Counts."),
		}),
		async (c) => c.json(await countHits(me(c), c.req.valid("query")), 200),
	);

function isTimeZone(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
	} catch {
		return false;
	}
}
