import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { listMails, mailHealth } from "../mails/list-mails.ts";
import { previewMails } from "../mails/preview-mails.ts";
import { discardMail, retryMail } from "../mails/retry-mail.ts";
import { testMail } from "../mails/test-mail.ts";
import { mailLanguage } from "../mails/words.ts";
import { languageIds } from "../shared/languages.ts";
import {
	mailHealthSchema,
	mailPreviewSchema,
	mailSchema,
	mailStates,
	mailTestInputSchema,
	mailTestSchema,
} from "../shared/schemas/mail.ts";
import { me, origin } from "./context.ts";
import { answers, body, idParams, nothing, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { routes } from "./routes.ts";

const tags = ["Mail"];

export const mailRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/admin/mail",
			tags,
			summary: "How the mail is: what waits, what failed, what went wrong last",
			...signedIn({ permission: "settings-manage" }),
			responses: answers(mailHealthSchema, "Numbers and the last problem."),
		}),
		async (c) => c.json(await mailHealth(), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/admin/actions/smtp-test",
			tags,
			summary: "Send a test mail now, and tell what the mail server said",
			...signedIn({ permission: "settings-manage" }),
			request: { body: body(mailTestInputSchema) },
			responses: answers(mailTestSchema, "What was said, whether it arrived or not."),
		}),
		async (c) => c.json(await testMail(me(c), c.req.valid("json").to), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/admin/mail/templates",
			tags,
			summary: "Every mail that the server sends, with examples filled in",
			...signedIn({ permission: "settings-manage" }),
			request: { query: z.strictObject({ language: z.enum(languageIds).optional() }) },
			responses: answers(pageSchema(mailPreviewSchema), "All of them."),
		}),
		async (c) =>
			c.json(
				{
					items: await previewMails(c.req.valid("query").language ?? mailLanguage(me(c).preferences?.language)),
					nextCursor: null,
				},
				200,
			),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/admin/mails",
			tags,
			summary: "Mails that wait, were sent, or failed; never what stands in them",
			...signedIn({ permission: "settings-manage" }),
			request: { query: z.strictObject({ ...pageQuery, state: z.enum(mailStates).default("waiting") }) },
			responses: answers(pageSchema(mailSchema), "Those queued last first."),
		}),
		async (c) => c.json(await listMails(c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "post",
			path: "/api/admin/mails/{id}/retry",
			tags,
			summary: "Send a mail again that failed or waits",
			...signedIn({ permission: "settings-manage" }),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await retryMail(c.req.valid("param").id, { userId: me(c)._id, address: origin(c).address });
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/admin/mails/{id}",
			tags,
			summary: "Do not send a mail that failed or waits",
			...signedIn({ permission: "settings-manage" }),
			request: { params: idParams },
			responses: nothing,
		}),
		async (c) => {
			await discardMail(c.req.valid("param").id, { userId: me(c)._id, address: origin(c).address });
			return c.body(null, 204);
		},
	);
