import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { userSchema } from "../shared/schemas/user.ts";
import { findUser, findUsers } from "../users/find-users.ts";
import { me } from "./context.ts";
import { answers, idParams, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

export const userRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/users",
			tags: ["People"],
			summary: "Find people by the beginning of a name",
			...signedIn(),
			request: { query: z.strictObject({ ...pageQuery, query: z.string().max(100).optional() }) },
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
	);
