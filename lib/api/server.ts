import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { checkDatabase } from "../health/check-database.ts";
import { bootstrapSchema, serverSchema } from "../shared/schemas/server.ts";
import { setupInputSchema, signedInSchema } from "../shared/schemas/user.ts";
import { bootstrap } from "../users/bootstrap.ts";
import { viewServer } from "../users/server-view.ts";
import { setUp } from "../users/set-up.ts";
import { me, origin } from "./context.ts";
import { answers, body, json, made } from "./declare.ts";
import { open, signedIn } from "./guards.ts";
import { phase } from "./phase.ts";
import { routes } from "./routes.ts";

const healthSchema = z.object({
	status: z.enum(["ok", "not-ready"]),
	checks: z.array(z.object({ id: z.string(), ok: z.boolean(), tookMs: z.number().optional() })),
});
const health = { 200: json(healthSchema, "It is well."), 503: json(healthSchema, "It is not.") };

export const serverRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/health/live",
			tags: ["Server"],
			summary: "Does the process live?",
			responses: health,
		}),
		(c) => c.json({ status: "ok" as const, checks: [{ id: "process", ok: true }] }, 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/health/ready",
			tags: ["Server"],
			summary: "Can it serve?",
			responses: health,
		}),
		async (c) => {
			const { tookMs, followsChanges } = await checkDatabase();
			const checks = [
				{ id: "process", ok: phase() === "serving" },
				{ id: "database", ok: tookMs !== undefined, ...(tookMs !== undefined && { tookMs }) },
				{ id: "change-stream", ok: followsChanges },
			];
			const ok = checks.every((check) => check.ok);
			return ok
				? c.json({ status: "ok" as const, checks }, 200)
				: c.json({ status: "not-ready" as const, checks }, 503);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/server",
			tags: ["Server"],
			summary: "What anybody may know of the server",
			...open(),
			responses: answers(serverSchema, "The server."),
		}),
		async (c) => c.json(await viewServer(origin(c).isLocal), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/setup",
			tags: ["Server"],
			summary: "Make the first administrator, once",
			...open(),
			request: { body: body(setupInputSchema) },
			responses: made(signedInSchema, "Set up, and signed in."),
		}),
		async (c) => c.json(await setUp(c.req.valid("json"), origin(c)), 201),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/bootstrap",
			tags: ["Server"],
			summary: "All that the page needs to draw",
			...signedIn(),
			responses: answers(bootstrapSchema, "Oneself, one's rooms and the server."),
		}),
		async (c) => c.json(await bootstrap(me(c)), 200),
	);
