import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { addMembers } from "../memberships/add-members.ts";
import { changeRole } from "../memberships/change-role.ts";
import { listMembers } from "../memberships/list-members.ts";
import { setReadMark } from "../memberships/read-mark.ts";
import { leave, removeMember } from "../memberships/remove-member.ts";
import { setInvolvement } from "../memberships/set-involvement.ts";
import { setArchived } from "../rooms/archive-room.ts";
import { changeRoom } from "../rooms/change-room.ts";
import { createRoom } from "../rooms/create-room.ts";
import { deleteRoom } from "../rooms/delete-room.ts";
import { findRoom, findRooms } from "../rooms/find-rooms.ts";
import { joinRoom } from "../rooms/join-room.ts";
import { idSchema } from "../shared/schemas/id.ts";
import {
	involvementInputSchema,
	memberChangeSchema,
	memberSchema,
	membersInputSchema,
	readInputSchema,
	roomChangeSchema,
	roomInputSchema,
	roomKinds,
	roomViewSchema,
} from "../shared/schemas/room.ts";
import { me } from "./context.ts";
import { answers, body, created, flagQuery, idParams, nothing, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const memberParams = z.strictObject({ id: idSchema, userId: idSchema });
const tags = ["Rooms"];

export const roomRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms",
			tags,
			summary: "The directory: public rooms and one's own",
			...signedIn(),
			request: {
				query: z.strictObject({
					...pageQuery,
					query: z.string().max(100).optional(),
					kind: z.enum(roomKinds).optional(),
					joined: flagQuery.optional(),
					sort: z.enum(["name", "members", "activity"]).default("name"),
				}),
			},
			responses: answers(pageSchema(roomViewSchema), "Rooms."),
		}),
		async (c) => c.json(await findRooms(me(c), c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms",
			tags,
			summary: "Make a room, or open a direct one",
			...signedIn(),
			request: { body: body(roomInputSchema) },
			responses: created(roomViewSchema, "The new room."),
		}),
		async (c) => {
			const { room, isNew } = await createRoom(me(c), c.req.valid("json"));
			return isNew ? c.json(room, 201) : c.json(room, 200);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}",
			tags,
			summary: "One room, by id or @name",
			...signedIn(),
			request: { params: idParams },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await findRoom(me(c), c.req.valid("param").id), 200),
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/rooms/{id}",
			tags,
			summary: "Change a room",
			...signedIn(),
			request: { params: idParams, body: body(roomChangeSchema) },
			responses: answers(roomViewSchema, "The room, changed."),
		}),
		async (c) => c.json(await changeRoom(me(c), c.req.valid("param").id, c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/rooms/{id}",
			tags,
			summary: "Delete a room with all its messages",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await deleteRoom(me(c), c.req.valid("param").id);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/join",
			tags,
			summary: "Join a public room",
			...signedIn(),
			request: { params: idParams },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await joinRoom(me(c), c.req.valid("param").id), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/leave",
			tags,
			summary: "Leave a room",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await leave(me(c), c.req.valid("param").id);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/archive",
			tags,
			summary: "Close a room for writing",
			...signedIn(),
			request: { params: idParams },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await setArchived(me(c), c.req.valid("param").id, true), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/unarchive",
			tags,
			summary: "Open an archived room again",
			...signedIn(),
			request: { params: idParams },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await setArchived(me(c), c.req.valid("param").id, false), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/members",
			tags,
			summary: "Who is in a room",
			...signedIn(),
			request: { params: idParams, query: z.strictObject(pageQuery) },
			responses: answers(pageSchema(memberSchema), "Members, the longest-joined first."),
		}),
		async (c) => c.json(await listMembers(me(c), c.req.valid("param").id, c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/members",
			tags,
			summary: "Add people to a room",
			...signedIn(),
			request: { params: idParams, body: body(membersInputSchema) },
			responses: nothing,
		}),
		async (c) => {
			await addMembers(me(c), c.req.valid("param").id, c.req.valid("json").userIds);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/rooms/{id}/members/{userId}",
			tags,
			summary: "Change a member's role",
			...signedIn(),
			request: { params: memberParams, body: body(memberChangeSchema) },
			responses: nothing,
		}),
		async (c) => {
			const { id, userId } = c.req.valid("param");
			await changeRole(me(c), id, userId, c.req.valid("json").role);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/rooms/{id}/members/{userId}",
			tags,
			summary: "Remove somebody from a room",
			...signedIn(),
			request: { params: memberParams },
			responses: nothing,
		}),
		async (c) => {
			const { id, userId } = c.req.valid("param");
			await removeMember(me(c), id, userId);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/rooms/{id}/read",
			tags,
			summary: "Mark read up to a number; going back marks unread",
			...signedIn(),
			request: { params: idParams, body: body(readInputSchema) },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await setReadMark(me(c), c.req.valid("param").id, c.req.valid("json").seq), 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/rooms/{id}/involvement",
			tags,
			summary: "Choose what of a room alerts one; what is not named stays",
			...signedIn(),
			request: { params: idParams, body: body(involvementInputSchema) },
			responses: answers(roomViewSchema, "The room."),
		}),
		async (c) => c.json(await setInvolvement(me(c), c.req.valid("param").id, c.req.valid("json")), 200),
	);
