import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { listMentions } from "../messages/list-mentions.ts";
import { explainNotification } from "../notifications/explain-notification.ts";
import { testNotification } from "../notifications/test-notification.ts";
import { messageSchema } from "../shared/schemas/message.ts";
import {
	notificationReasonSchema,
	notificationTestInputSchema,
	notificationTestSchema,
} from "../shared/schemas/notification.ts";
import { me } from "./context.ts";
import { answers, body, idParams, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

export const notificationRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/mentions",
			tags: ["Me"],
			summary: "What names one, or everybody in one's rooms, the newest first",
			...signedIn(),
			request: { query: z.strictObject(pageQuery) },
			responses: answers(pageSchema(messageSchema), "Messages."),
		}),
		async (c) => c.json(await listMentions(me(c), c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/me/notification-tests",
			tags: ["Me"],
			summary: "Send a test alert to one's pages, the way of real ones",
			...signedIn(),
			request: { body: body(notificationTestInputSchema) },
			responses: answers(notificationTestSchema, "Why it was held back, if it was."),
		}),
		(c) => c.json({ whyNot: testNotification(me(c), c.req.valid("json").id) ?? null }, 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}/notification",
			tags: ["Messages"],
			summary: "Why one was alerted to a message, or not",
			...signedIn(),
			request: { params: idParams },
			responses: answers(notificationReasonSchema, "The reason."),
		}),
		async (c) => c.json(await explainNotification(me(c), c.req.valid("param").id), 200),
	);
