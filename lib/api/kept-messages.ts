import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { listPins, setPinned } from "../messages/pin-message.ts";
import { listSaved, setSaved } from "../messages/save-message.ts";
import { messageSchema } from "../shared/schemas/message.ts";
import { me } from "./context.ts";
import { answers, idParams, nothing, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const tags = ["Messages"];

/** Messages that are kept at hand: pinned for a room, saved for oneself. */
export const keptMessageRoutes = routes()
	.openapi(
		createRoute({
			method: "put",
			path: "/api/messages/{id}/pin",
			tags,
			summary: "Pin a message for all members of its room",
			...signedIn(),
			request: { params: idParams },
			responses: answers(messageSchema, "The message, pinned."),
		}),
		async (c) => c.json(await setPinned(me(c), c.req.valid("param").id, true), 200),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}/pin",
			tags,
			summary: "Unpin a message",
			...signedIn(),
			request: { params: idParams },
			responses: answers(messageSchema, "The message, not pinned."),
		}),
		async (c) => c.json(await setPinned(me(c), c.req.valid("param").id, false), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/pins",
			tags,
			summary: "The pinned messages of a room, the last pinned first",
			...signedIn(),
			request: { params: idParams },
			responses: answers(pageSchema(messageSchema), "All of them."),
		}),
		async (c) => c.json({ items: await listPins(me(c), c.req.valid("param").id), nextCursor: null }, 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/messages/{id}/star",
			tags,
			summary: "Save a message for oneself",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await setSaved(me(c), c.req.valid("param").id, true);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}/star",
			tags,
			summary: "Save a message no longer",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await setSaved(me(c), c.req.valid("param").id, false);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/saved",
			tags: ["Me"],
			summary: "What one has saved and may still read, the last saved first",
			...signedIn(),
			request: { query: z.strictObject(pageQuery) },
			responses: answers(pageSchema(messageSchema), "Messages."),
		}),
		async (c) => c.json(await listSaved(me(c), c.req.valid("query")), 200),
	);
