import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { createInvite } from "../invites/create-invite.ts";
import { listInvites } from "../invites/list-invites.ts";
import { revokeInvite } from "../invites/revoke-invite.ts";
import { joinByInvite, seeInvite } from "../invites/use-invite.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { invitationSchema, inviteInputSchema, inviteSchema } from "../shared/schemas/invite.ts";
import { roomViewSchema } from "../shared/schemas/room.ts";
import { me } from "./context.ts";
import { answers, body, idParams, made, nothing, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const tags = ["Rooms"];
const inviteParams = z.strictObject({ id: idSchema, inviteId: idSchema });
const codeParams = z.strictObject({ code: z.string().min(1).max(100) });

/** Links that lead people into a room. */
export const inviteRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/invites",
			tags,
			summary: "The links that lead people into a room",
			...signedIn(),
			request: { params: idParams },
			responses: answers(pageSchema(inviteSchema), "All that still open it, the newest first."),
		}),
		async (c) => c.json({ items: await listInvites(me(c), c.req.valid("param").id), nextCursor: null }, 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/invites",
			tags,
			summary: "Make a link that leads people into a room",
			...signedIn(),
			request: { params: idParams, body: body(inviteInputSchema) },
			responses: made(inviteSchema, "The new link."),
		}),
		async (c) => c.json(await createInvite(me(c), c.req.valid("param").id, c.req.valid("json")), 201),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/rooms/{id}/invites/{inviteId}",
			tags,
			summary: "Revoke a link",
			...signedIn(),
			request: { params: inviteParams },
			responses: nothing,
		}),
		async (c) => {
			const { id, inviteId } = c.req.valid("param");
			await revokeInvite(me(c), id, inviteId);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/invites/{code}",
			tags,
			summary: "What one would join by a link",
			...signedIn(),
			request: { params: codeParams },
			responses: answers(invitationSchema, "The room, and who invites."),
		}),
		async (c) => c.json(await seeInvite(me(c), c.req.valid("param").code), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/invites/{code}",
			tags,
			summary: "Join the room of a link",
			...signedIn(),
			request: { params: codeParams },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await joinByInvite(me(c), c.req.valid("param").code), 200),
	);
