import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { inboxThreadSchema, threadSchema } from "../shared/schemas/message.ts";
import { setFollowing, setThreadRead } from "../threads/follow-thread.ts";
import { listThreads } from "../threads/list-threads.ts";
import { readThread } from "../threads/read-thread.ts";
import { me } from "./context.ts";
import { answers, body, flagQuery, idParams, nothing, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { placeOf, placeQuery } from "./place.ts";
import { routes } from "./routes.ts";

const tags = ["Threads"];

export const threadRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}/thread",
			tags,
			summary: "A piece of the thread of a message, oldest first; the newest without a place",
			...signedIn(),
			request: { params: idParams, query: placeQuery },
			responses: answers(threadSchema, "The message that the thread hangs on, and replies."),
		}),
		async (c) => {
			const query = c.req.valid("query");
			return c.json(await readThread(me(c), c.req.valid("param").id, placeOf(query), query.limit), 200);
		},
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/messages/{id}/thread/read",
			tags,
			summary: "Mark a thread read up to a number; going back marks unread",
			...signedIn(),
			request: { params: idParams, body: body(z.strictObject({ threadSeq: z.int().min(0) })) },
			responses: nothing,
		}),
		async (c) => {
			await setThreadRead(me(c), c.req.valid("param").id, c.req.valid("json").threadSeq);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/messages/{id}/follow",
			tags,
			summary: "Follow a thread",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await setFollowing(me(c), c.req.valid("param").id, true);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}/follow",
			tags,
			summary: "Follow a thread no longer",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await setFollowing(me(c), c.req.valid("param").id, false);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/threads",
			tags,
			summary: "The threads that one follows, the last answered first",
			...signedIn(),
			request: { query: z.strictObject({ ...pageQuery, unread: flagQuery.optional() }) },
			responses: answers(pageSchema(inboxThreadSchema), "Threads."),
		}),
		async (c) => c.json(await listThreads(me(c), c.req.valid("query")), 200),
	);
