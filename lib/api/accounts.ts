import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { recordAudit } from "../audit/record-audit.ts";
import { endOwnSession, endSession, endSessionsOf, listSessions } from "../auth/sessions.ts";
import { signIn } from "../auth/sign-in.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { preferencesChangeSchema, preferencesSchema } from "../shared/schemas/preferences.ts";
import {
	emailSchema,
	loginInputSchema,
	meChangeSchema,
	meSchema,
	passwordChangeSchema,
	passwordSchema,
	registrationInputSchema,
	sessionSchema,
	signedInSchema,
	statusInputSchema,
} from "../shared/schemas/user.ts";
import { removeAvatar, setAvatar } from "../users/avatar.ts";
import { changeMe, changePassword, setStatus } from "../users/change-me.ts";
import { changePreferences, preferencesOf } from "../users/preferences.ts";
import { register } from "../users/register.ts";
import { askPasswordReset, checkPasswordReset, resetPassword } from "../users/reset-password.ts";
import { viewMe } from "../users/view-user.ts";
import { callerOf, me, origin } from "./context.ts";
import { accepted, answers, body, formWithFile, idParams, made, nothing, pageSchema } from "./declare.ts";
import { open, signedIn } from "./guards.ts";
import { readFormFile } from "./multipart.ts";
import { routes } from "./routes.ts";

const tokenParams = z.strictObject({ token: idSchema });
const registeredSchema = z.object({ status: z.enum(["active", "awaiting-approval", "awaiting-email"]) });

export const accountRoutes = routes()
	.openapi(
		createRoute({
			method: "post",
			path: "/api/login",
			tags: ["Signing in"],
			summary: "Get a token; sets no cookie",
			...open(),
			request: { body: body(loginInputSchema) },
			responses: answers(signedInSchema, "The token, this once."),
		}),
		async (c) => {
			const { user, token, session } = await signIn(c.req.valid("json"), "token", origin(c));
			return c.json({ user: viewMe(user), token, expiresAt: session.expiresAt.toISOString() }, 200);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/logout",
			tags: ["Signing in"],
			summary: "End this session and its sockets",
			...signedIn(),
			responses: nothing,
		}),
		async (c) => {
			const { session, account } = callerOf(c);
			await endSession(session._id, "logout");
			await recordAudit({ actorId: account._id, action: "sign-out", target: session._id, address: origin(c).address });
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/registrations",
			tags: ["Signing in"],
			summary: "Ask for an account",
			...open(),
			request: { body: body(registrationInputSchema) },
			responses: made(registeredSchema, "Registered."),
		}),
		async (c) => c.json(await register(c.req.valid("json"), origin(c).address), 201),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/password-resets",
			tags: ["Signing in"],
			summary:
				"Ask for a link by mail that lets one choose another password; the same answer whether anybody has this address",
			...open(),
			request: { body: body(z.strictObject({ email: emailSchema })) },
			responses: accepted,
		}),
		async (c) => {
			await askPasswordReset(c.req.valid("json").email, origin(c));
			return c.body(null, 202);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/password-resets/{token}",
			tags: ["Signing in"],
			summary: "Whether such a link still works",
			...open(),
			request: { params: tokenParams },
			responses: nothing,
		}),
		async (c) => {
			await checkPasswordReset(c.req.valid("param").token);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/password-resets/{token}",
			tags: ["Signing in"],
			summary: "Choose another password by such a link, once; ends all sessions",
			...open(),
			request: { params: tokenParams, body: body(z.strictObject({ password: passwordSchema })) },
			responses: nothing,
		}),
		async (c) => {
			await resetPassword(c.req.valid("param").token, c.req.valid("json").password, origin(c));
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me",
			tags: ["Me"],
			summary: "Oneself",
			...signedIn(),
			responses: answers(meSchema, "Oneself."),
		}),
		(c) => c.json(viewMe(me(c)), 200),
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/me",
			tags: ["Me"],
			summary: "Change one's profile",
			...signedIn(),
			request: { body: body(meChangeSchema) },
			responses: answers(meSchema, "Oneself, changed."),
		}),
		async (c) => c.json(await changeMe(me(c), c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/me/avatar",
			tags: ["Me"],
			summary: "Give oneself a picture; what is not square is cut at its sides",
			...signedIn({ counts: "upload" }),
			...formWithFile("file"),
			responses: answers(meSchema, "Oneself, with it."),
		}),
		async (c) => c.json(await setAvatar(me(c), (most) => readFormFile(c.req.raw, "file", most)), 200),
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/me/avatar",
			tags: ["Me"],
			summary: "Have no picture",
			...signedIn(),
			responses: answers(meSchema, "Oneself, without."),
		}),
		async (c) => c.json(await removeAvatar(me(c)), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/preferences",
			tags: ["Me"],
			summary: "How one likes the page",
			...signedIn(),
			responses: answers(preferencesSchema, "All preferences."),
		}),
		(c) => c.json(preferencesOf(me(c)), 200),
	)
	.openapi(
		createRoute({
			method: "patch",
			path: "/api/me/preferences",
			tags: ["Me"],
			summary: "Change some of one's preferences",
			...signedIn(),
			request: { body: body(preferencesChangeSchema) },
			responses: answers(preferencesSchema, "All preferences, changed."),
		}),
		async (c) => c.json(await changePreferences(me(c), c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/me/status",
			tags: ["Me"],
			summary: "Set one's status",
			...signedIn(),
			request: { body: body(statusInputSchema) },
			responses: answers(meSchema, "Oneself, changed."),
		}),
		async (c) => c.json(await setStatus(me(c), c.req.valid("json")), 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/me/password",
			tags: ["Me"],
			summary: "Change one's password; ends the other sessions",
			...signedIn(),
			request: { body: body(passwordChangeSchema) },
			responses: nothing,
		}),
		async (c) => {
			const { current, next } = c.req.valid("json");
			const from = { sessionId: callerOf(c).session._id, device: origin(c).device };
			await changePassword(me(c), from, { current, next });
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/me/sessions",
			tags: ["Me"],
			summary: "Where one is signed in",
			...signedIn(),
			responses: answers(pageSchema(sessionSchema), "All sessions, the last used first."),
		}),
		async (c) => {
			const { session, account } = callerOf(c);
			const items = await listSessions(account._id, session._id);
			return c.json({ items, nextCursor: null }, 200);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/me/sessions",
			tags: ["Me"],
			summary: "End all other sessions",
			...signedIn(),
			responses: nothing,
		}),
		async (c) => {
			const { session, account } = callerOf(c);
			await endSessionsOf(account._id, "ended", session._id);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/me/sessions/{id}",
			tags: ["Me"],
			summary: "End one session",
			...signedIn(),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await endOwnSession(me(c)._id, c.req.valid("param").id);
			return c.body(null, 204);
		},
	);
