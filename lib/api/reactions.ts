import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { react, unreact } from "../reactions/react.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { messageSchema } from "../shared/schemas/message.ts";
import { me } from "./context.ts";
import { answers } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const params = z.strictObject({ id: idSchema, emoji: z.string().min(1).max(64) });

export const reactionRoutes = routes()
	.openapi(
		createRoute({
			method: "put",
			path: "/api/messages/{id}/reactions/{emoji}",
			tags: ["Messages"],
			summary: "React to a message with an emoji",
			...signedIn({ counts: "message" }),
			request: { params },
			responses: answers(messageSchema, "The message, with the reaction."),
		}),
		async (c) => {
			const { id, emoji } = c.req.valid("param");
			return c.json(await react(me(c), id, emoji), 200);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}/reactions/{emoji}",
			tags: ["Messages"],
			summary: "Take one's reaction back",
			...signedIn({ counts: "message" }),
			request: { params },
			responses: answers(messageSchema, "The message, without it."),
		}),
		async (c) => {
			const { id, emoji } = c.req.valid("param");
			return c.json(await unreact(me(c), id, emoji), 200);
		},
	);
