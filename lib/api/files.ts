import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as z from "zod";
import { listFiles } from "../files/list-files.ts";
import { contentOf } from "../files/read-file.ts";
import { filesAreOpen, findOpenFile, seeFile } from "../files/see-file.ts";
import { uploadFile } from "../files/upload-file.ts";
import { fileKinds, fileSchema, sentFileSchema } from "../shared/schemas/file.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { type ApiEnv, me } from "./context.ts";
import { answers, bytes, formWithFile, idParams, made, pageQuery, pageSchema } from "./declare.ts";
import { signedIn } from "./guards.ts";
import { readFormFile } from "./multipart.ts";
import { routes } from "./routes.ts";
import { sendContent } from "./send-content.ts";

const tags = ["Files"];

export const fileRoutes = routes()
	.openapi(
		createRoute({
			method: "post",
			path: "/api/rooms/{id}/files",
			tags,
			summary: "Upload a file for a message that is still to be sent to the room",
			...signedIn({ counts: "upload" }),
			...formWithFile("file"),
			request: { params: idParams },
			responses: made(z.object({ file: fileSchema }), "It is kept for a day; a message sent with its id keeps it."),
		}),
		async (c) => {
			const receive = (most: number) => readFormFile(c.req.raw, "file", most);
			return c.json({ file: await uploadFile(me(c), c.req.valid("param").id, receive) }, 201);
		},
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/rooms/{id}/files",
			tags,
			summary: "The files of a room, newest first",
			...signedIn(),
			request: { params: idParams, query: z.strictObject({ ...pageQuery, kind: z.enum(fileKinds).optional() }) },
			responses: answers(pageSchema(sentFileSchema), "Files, with their messages."),
		}),
		async (c) => c.json(await listFiles(me(c), c.req.valid("param").id, c.req.valid("query")), 200),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/files/{id}/thumbnail",
			tags,
			summary: "A smaller picture of an image",
			...signedIn({ counts: "file", unless: filesAreOpen }),
			request: { params: idParams },
			responses: bytes,
		}),
		async (c) => sendContent(c, contentOf(await fileFor(c, c.req.valid("param").id), "thumbnail")),
	)
	.openapi(
		createRoute({
			method: "get",
			path: "/api/files/{id}/{name}",
			tags,
			summary: "A file; its name is for who reads the address",
			...signedIn({ counts: "file", unless: filesAreOpen }),
			request: { params: z.strictObject({ id: idSchema, name: z.string().max(1_000) }) },
			responses: bytes,
		}),
		async (c) => sendContent(c, contentOf(await fileFor(c, c.req.valid("param").id), "whole")),
	);

/** Whoever has the address, where nobody is signed in: what he may not read is as if he had to sign in for it. */
async function fileFor(c: Context<ApiEnv>, id: string): ReturnType<typeof seeFile> {
	const file = filesAreOpen() ? await findOpenFile(id) : undefined;
	return file ?? seeFile(me(c), id);
}
