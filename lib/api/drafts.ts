import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { listDrafts } from "../drafts/list-drafts.ts";
import { removeDraft, saveDraft } from "../drafts/save-draft.ts";
import { draftInputSchema, draftSchema } from "../shared/schemas/draft.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { me } from "./context.ts";
import { answers, body, nothing, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const tags = ["Me"];
const ofRoom = z.strictObject({ roomId: idSchema });
const ofThread = ofRoom.extend({ threadId: idSchema });
const save = {
	...signedIn(),
	responses: answers(draftSchema, "What is kept: this, or what was written later."),
};

export const draftRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/drafts",
			tags,
			summary: "What one has begun to write, the last written first",
			...signedIn(),
			responses: answers(pageSchema(draftSchema), "All of them."),
		}),
		async (c) => c.json({ items: await listDrafts(me(c)), nextCursor: null }, 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/me/drafts/{roomId}",
			tags,
			summary: "Keep what one has begun to write in a room",
			...save,
			request: { params: ofRoom, body: body(draftInputSchema) },
		}),
		async (c) => c.json(await saveDraft(me(c), c.req.valid("param"), c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/me/drafts/{roomId}/{threadId}",
			tags,
			summary: "Keep what one has begun to write in a thread",
			...save,
			request: { params: ofThread, body: body(draftInputSchema) },
		}),
		async (c) => c.json(await saveDraft(me(c), c.req.valid("param"), c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/me/drafts/{roomId}",
			tags,
			summary: "Throw away what one has begun to write in a room",
			...signedIn(),
			request: { params: ofRoom },
			responses: nothing,
		}),
		async (c) => {
			await removeDraft(me(c), c.req.valid("param"));
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/me/drafts/{roomId}/{threadId}",
			tags,
			summary: "Throw away what one has begun to write in a thread",
			...signedIn(),
			request: { params: ofThread },
			responses: nothing,
		}),
		async (c) => {
			await removeDraft(me(c), c.req.valid("param"));
			return c.body(null, 204);
		},
	);
