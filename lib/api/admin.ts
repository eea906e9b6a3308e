import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { listAudit } from "../audit/list-audit.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { viewSettings } from "../settings/view-settings.ts";
import { auditEntrySchema, settingsChangeSchema, settingsSchema } from "../shared/schemas/server.ts";
import { userChangeSchema, userSchema } from "../shared/schemas/user.ts";
import { changeUser } from "../users/change-user.ts";
import { me, origin } from "./context.ts";
import { answers, body, idParams, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const tags = ["Administration"];

export const adminRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/admin/settings",
			tags,
			summary: "All settings; secrets without their values",
			...signedIn({ permission: "settings-manage" }),
			responses: answers(settingsSchema, "Settings by section."),
		}),
		(c) => c.json(viewSettings(), 200),
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/admin/settings",
			tags,
			summary: "Change settings, all or none",
			...signedIn({ permission: "settings-manage" }),
			request: { body: body(settingsChangeSchema) },
			responses: answers(settingsSchema, "Settings by section, changed."),
		}),
		async (c) => {
			await changeSettings(c.req.valid("json").changes, { userId: me(c)._id, address: origin(c).address });
			return c.json(viewSettings(), 200);
		},
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/admin/users/{id}",
			tags,
			summary: "Change what stands in somebody's profile, also where its owner may not",
			...signedIn({ permission: "users-manage" }),
			request: { params: idParams, body: body(userChangeSchema) },
			responses: answers(userSchema, "The person, changed."),
		}),
		async (c) => c.json(await changeUser(me(c), c.req.valid("param").id, c.req.valid("json"), origin(c).address), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/admin/audit",
			tags,
			summary: "Who changed what",
			...signedIn({ permission: "audit-read" }),
			request: { query: z.strictObject({ ...pageQuery, query: z.string().max(100).optional() }) },
			responses: answers(pageSchema(auditEntrySchema), "Entries, newest first."),
		}),
		async (c) => c.json(await listAudit(c.req.valid("query")), 200),
	);
