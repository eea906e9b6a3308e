import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { removePreview } from "../previews/remove-preview.ts";
import { seePicture } from "../previews/see-picture.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { messageSchema } from "../shared/schemas/message.ts";
import { me } from "./context.ts";
import { answers, bytes } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";
import { sendContent } from "./send-content.ts";

const tags = ["Messages"];
const previewParams = z.strictObject({ id: idSchema, previewId: idSchema });

/** What the links of a message lead to. */
export const previewRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/messages/{id}/previews/{previewId}",
			tags,
			summary: "The picture of a link's preview",
			...signedIn({ counts: "file" }),
			request: { params: previewParams },
			responses: bytes,
		}),
		async (c) => {
			const { id, previewId } = c.req.valid("param");
			return sendContent(c, await seePicture(me(c), id, previewId));
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/messages/{id}/previews/{previewId}",
			tags,
			summary: "Take the preview of a link away",
			...signedIn({ counts: "message" }),
			request: { params: previewParams },
			responses: answers(messageSchema, "The message, without it."),
		}),
		async (c) => {
			const { id, previewId } = c.req.valid("param");
			return c.json(await removePreview(me(c), id, previewId), 200);
		},
	);
