import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { readChanges, readManyChanges } from "../messages/changes.ts";
import { deleteMessage } from "../messages/delete-message.ts";
import { editMessage } from "../messages/edit-message.ts";
import { findMessage } from "../messages/find-message.ts";
import { readHistory } from "../messages/history.ts";
import { previewQuote } from "../messages/preview-quote.ts";
import { sendMessage } from "../messages/send-message.ts";
import { listVersions } from "../messages/versions.ts";
import { idSchema } from "../shared/schemas/id.ts";
import {
	changesSchema,
	historySchema,
	manyChangesInputSchema,
	manyChangesSchema,
	messageChangeSchema,
	messageInputSchema,
	messageSchema,
	messageVersionSchema,
	quoteSchema,
} from "../shared/schemas/message.ts";
import { me } from "./context.ts";
import { answers, body, created, idParams, limitQuery, nothing, numberQuery } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { historyPlaceOf, historyQuery } from "./place.ts";
import { routes } from "./routes.ts";

const tags = ["Messages"];

export const messageRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/messages",
			tags,
			summary: "A piece of a room's history, oldest first; the newest without a place",
			...signedIn(),
			request: { params: idParams, query: historyQuery },
			responses: answers(historySchema, "Messages."),
		}),
		async (c) => {
			const query = c.req.valid("query");
			return c.json(await readHistory(me(c), c.req.valid("param").id, historyPlaceOf(query), query.limit), 200);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/messages",
			tags,
			summary: "Send a message; the same id again gives the same message",
			...signedIn({ counts: "message" }),
			request: { params: idParams, body: body(messageInputSchema) },
			responses: created(messageSchema, "The new message."),
		}),
		async (c) => {
			const { message, isNew } = await sendMessage(me(c), c.req.valid("param").id, c.req.valid("json"));
			return isNew ? c.json(message, 201) : c.json(message, 200);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/changes",
			tags,
			summary: "What happened in a room after a revision",
			...signedIn(),
			request: { params: idParams, query: z.strictObject({ since: numberQuery, limit: limitQuery }) },
			responses: answers(changesSchema, "Changed messages, oldest revision first."),
		}),
		async (c) => {
			const { since, limit } = c.req.valid("query");
			return c.json(await readChanges(me(c), c.req.valid("param").id, since, limit), 200);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/changes",
			tags,
			summary: "The same for several rooms",
			...signedIn(),
			request: { body: body(manyChangesInputSchema) },
			responses: answers(manyChangesSchema, "Changes by room, in the order asked."),
		}),
		async (c) => c.json(await readManyChanges(me(c), c.req.valid("json").rooms), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}",
			tags,
			summary: "One message",
			...signedIn(),
			request: { params: idParams },
			responses: answers(messageSchema, "The message."),
		}),
		async (c) => c.json(await findMessage(me(c), c.req.valid("param").id), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}/versions",
			tags,
			summary: "What a message said before it was edited, where that is kept; oldest first, the last one as it is now",
			...signedIn(),
			request: { params: idParams },
			responses: answers(z.object({ items: z.array(messageVersionSchema) }), "Versions."),
		}),
		async (c) => c.json({ items: await listVersions(me(c), c.req.valid("param").id) }, 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}/quotes/{roomId}",
			tags,
			summary:
				"What a new message of a room would show of this one, if it quoted it: nothing that not everybody there may read",
			...signedIn(),
			request: { params: z.strictObject({ id: idSchema, roomId: idSchema }) },
			responses: answers(quoteSchema, "The quote."),
		}),
		async (c) => {
			const { id, roomId } = c.req.valid("param");
			return c.json(await previewQuote(me(c), id, roomId), 200);
		},
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/messages/{id}",
			tags,
			summary: "Edit one's message",
			...signedIn({ counts: "message" }),
			request: { params: idParams, body: body(messageChangeSchema) },
			responses: answers(messageSchema, "The message, changed."),
		}),
		async (c) => c.json(await editMessage(me(c), c.req.valid("param").id, c.req.valid("json").text), 200),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}",
			tags,
			summary: "Delete a message",
			...signedIn({ counts: "message" }),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await deleteMessage(me(c), c.req.valid("param").id);
			return c.body(null, 204);
		},
	);
