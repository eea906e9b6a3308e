/** The whole HTTP API. Web-standard Request in, Response out: mounted by server.ts, and by Next in development. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { version } from "@/package.json";
import { ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import { singleton } from "../singleton.ts";
import { accountRoutes } from "./accounts.ts";
import { adminRoutes } from "./admin.ts";
import { jsonBody } from "./body.ts";
import type { ApiEnv } from "./context.ts";
import { docsPage } from "./docs.ts";
import { draftRoutes } from "./drafts.ts";
import { emojiRoutes } from "./emoji.ts";
import { renderError } from "./errors.ts";
import { fileRoutes } from "./files.ts";
import { inviteRoutes } from "./invites.ts";
import { keptMessageRoutes } from "./kept-messages.ts";
import { mailRoutes } from "./mails.ts";
import { messageRoutes } from "./messages.ts";
import { measured } from "./metrics.ts";
import { notificationRoutes } from "./notifications.ts";
import { phase } from "./phase.ts";
import { previewRoutes } from "./previews.ts";
import { reactionRoutes } from "./reactions.ts";
import { roomRoutes } from "./rooms.ts";
import { routes } from "./routes.ts";
import { searchRoutes } from "./search.ts";
import { serverRoutes } from "./server.ts";
import { threadRoutes } from "./threads.ts";
import { userRoutes } from "./users.ts";

/** The types of all routes: lib/client makes its typed client from them. */
export type Api = ReturnType<typeof makeApi>;

/** One per module instance: development reloads it. */
export function api(): Api {
	return singleton(`api:${import.meta.url}`, makeApi);
}

function makeApi() {
	const app = routes();
	app.use(async (c, next) => {
		c.set("requestId", newId());
		await next();
		c.header("X-Request-Id", c.get("requestId"));
		if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
	});
	app.use(measured);
	app.use("/api/*", whenServing);
	app.use(jsonBody);
	app.onError(renderError);
	app.notFound((c) =>
		renderError(new ParleyError(methodsAt(app, c.req.path).length > 0 ? "method-not-allowed" : "no-such-route"), c),
	);

	const all = app
		.route("/", serverRoutes)
		.route("/", accountRoutes)
		.route("/", userRoutes)
		.route("/", mailRoutes)
		.route("/", roomRoutes)
		.route("/", inviteRoutes)
		.route("/", messageRoutes)
		.route("/", keptMessageRoutes)
		.route("/", notificationRoutes)
		.route("/", draftRoutes)
		.route("/", emojiRoutes)
		.route("/", fileRoutes)
		.route("/", previewRoutes)
		.route("/", reactionRoutes)
		.route("/", searchRoutes)
		.route("/", threadRoutes)
		.route("/", adminRoutes);

	app.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
	app.openAPIRegistry.registerComponent("securitySchemes", "cookie", {
		type: "apiKey",
		in: "cookie",
		name: "next-auth.session-token",
	});
	const document = () => app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Parley", version } });
	app.get("/api/openapi.json", (c) => c.json(document()));
	app.get("/api/docs", (c) => docsPage(c, document()));
	return all;
}

/** Whether it lives and is ready may be asked at any time. @throws ParleyError `starting` */
const whenServing: MiddlewareHandler<ApiEnv> = (c, next) => {
	if (phase() === "starting" && !c.req.path.startsWith("/api/health/")) throw new ParleyError("starting");
	return next();
};

/** The methods that an address answers: a wrong method there is 405, not 404. */
function methodsAt(app: OpenAPIHono<ApiEnv>, path: string): string[] {
	return app.routes.filter((route) => route.method !== "ALL" && matches(route.path, path)).map(({ method }) => method);
}

function matches(pattern: string, path: string): boolean {
	const expected = pattern.split("/");
	const parts = path.split("/");
	return expected.length === parts.length && expected.every((part, i) => part.startsWith(":") || part === parts[i]);
}
