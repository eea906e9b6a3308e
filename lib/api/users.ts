import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { AVATAR_SIZES } from "../shared/limits.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { userSchema } from "../shared/schemas/user.ts";
import { seeAvatar } from "../users/avatar.ts";
import { findUser, findUsers } from "../users/find-users.ts";
import { me } from "./context.ts";
import { answers, bytes, flagQuery, idParams, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";
import { sendContent } from "./send-content.ts";

const LARGEST = 256;

export const userRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/users",
			tags: ["People"],
			summary: "Find people by the beginning of a name, or of a word in their profiles",
			...signedIn(),
			request: {
				query: z.strictObject({
					...pageQuery,
					query: z.string().max(100).optional(),
					/** Also by the fields of profiles that everybody sees. */
					profile: flagQuery.optional(),
				}),
			},
			responses: answers(pageSchema(userSchema), "People, by username."),
		}),
		async (c) => c.json(await findUsers(me(c), c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/users/{id}",
			tags: ["People"],
			summary: "One person, by id or @username",
			...signedIn(),
			request: { params: idParams },
			responses: answers(userSchema, "The person."),
		}),
		async (c) => c.json(await findUser(me(c), c.req.valid("param").id), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/users/{id}/avatar/{version}",
			tags: ["People"],
			summary: "Somebody's picture; another one has another address",
			...signedIn({ counts: "file" }),
			request: {
				params: z.strictObject({ id: idSchema, version: idSchema }),
				query: z.strictObject({
					/** Pixels of its sides. */
					size: z.coerce.number().pipe(z.literal(AVATAR_SIZES)).default(LARGEST),
				}),
			},
			responses: bytes,
		}),
		async (c) => {
			const { id, version } = c.req.valid("param");
			return sendContent(c, await seeAvatar(id, version, c.req.valid("query").size));
		},
	);
