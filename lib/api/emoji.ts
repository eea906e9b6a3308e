import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { addEmoji } from "../emoji/add-emoji.ts";
import { listEmoji } from "../emoji/list-emoji.ts";
import { removeEmoji } from "../emoji/remove-emoji.ts";
import { seeEmoji } from "../emoji/see-emoji.ts";
import { customEmojiSchema, emojiNameSchema } from "../shared/schemas/emoji.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { me } from "./context.ts";
import { answers, bytes, flagQuery, formWithFile, made, nothing, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { readFormFile } from "./multipart.ts";
import { routes } from "./routes.ts";
import { sendContent } from "./send-content.ts";

const tags = ["Emoji"];
const newName = z.strictObject({ name: emojiNameSchema });
const nameParams = z.strictObject({ name: idSchema });

export const emojiRoutes = routes()
	.openapi(
		createRoute({
			method: "get",
			path: "/api/emoji",
			tags,
			summary: "The emoji of this server's own, by name",
			...signedIn(),
			responses: answers(pageSchema(customEmojiSchema), "All of them."),
		}),
		async (c) => c.json({ items: await listEmoji(), nextCursor: null }, 200),
	)
	.openapi(
		createRoute({
			method: "put",
			path: "/api/emoji/{name}",
			tags,
			summary: "Make an emoji of an image",
			...signedIn({ permission: "emoji-manage", counts: "upload" }),
			...formWithFile("file"),
			request: { params: newName },
			responses: made(customEmojiSchema, "It can be written as :name:."),
		}),
		async (c) => {
			const receive = (most: number) => readFormFile(c.req.raw, "file", most);
			return c.json(await addEmoji(me(c), c.req.valid("param").name, receive), 201);
		},
	)
	.openapi(
		createRoute({
			method: "delete",
			path: "/api/emoji/{name}",
			tags,
			summary: "Remove an emoji; what was written with it shows its name",
			...signedIn({ permission: "emoji-manage" }),
			request: { params: nameParams },
			responses: nothing,
		}),
		async (c) => {
			await removeEmoji(me(c), c.req.valid("param").name);
			return c.body(null, 204);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/emoji/{name}/{version}",
			tags,
			summary: "The picture of an emoji",
			...signedIn({ counts: "file" }),
			request: {
				params: nameParams.extend({ version: idSchema }),
				query: z.strictObject({ still: flagQuery.optional() }),
			},
			responses: bytes,
		}),
		async (c) => {
			const { name, version } = c.req.valid("param");
			return sendContent(c, await seeEmoji(name, version, c.req.valid("query").still ?? false));
		},
	);
