import type { Context } from "hono";
import { html, raw } from "hono/html";
import * as z from "zod";
import type { ApiEnv } from "./context.ts";

const schemaPart = z.object({ schema: z.unknown() });
const content = z.object({ "application/json": schemaPart.optional() }).optional();
const operationSchema = z.object({
	tags: z.array(z.string()).default(["Other"]),
	summary: z.string().default(""),
	security: z.array(z.unknown()).default([]),
	"x-permission": z.string().optional(),
	parameters: z
		.array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown() }))
		.default([]),
	requestBody: z.object({ content }).optional(),
	responses: z.record(z.string(), z.object({ description: z.string(), content })).default({}),
});
type Operation = z.infer<typeof operationSchema> & { method: string; path: string };

/** A page of all routes for people, made from the OpenAPI document; nothing on it comes from elsewhere. */
export function docsPage(
	c: Context<ApiEnv>,
	document: { info: { title: string; version: string }; paths?: object | undefined },
) {
	const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
		Object.entries(methods as Record<string, unknown>).map(
			([method, operation]): Operation => ({ ...operationSchema.parse(operation), method: method.toUpperCase(), path }),
		),
	);
	const tags = [...new Set(operations.flatMap((operation) => operation.tags))];
	c.header(
		"Content-Security-Policy",
		"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
	);
	return c.html(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${document.info.title} API</title>
<style>${raw(STYLE)}</style></head>
<body><main>
<h1>${document.info.title} API <small>${document.info.version}</small></h1>
<p>Sign in with <code>POST /api/login</code> and send the token as <code>Authorization: Bearer …</code>. The same for programs:
<a href="/api/openapi.json">openapi.json</a>.</p>
<nav>${tags.map((tag) => html`<a href="#${anchor(tag)}">${tag}</a> `)}</nav>
${tags.map(
	(tag) =>
		html`<h2 id="${anchor(tag)}">${tag}</h2>${operations.filter(({ tags: of }) => of.includes(tag)).map(operationView)}`,
)}
</main></body></html>`);
}

function operationView(operation: Operation) {
	const { method, path, summary, security, parameters, requestBody, responses } = operation;
	const rights = operation["x-permission"] ?? (security.length > 0 ? "signed in" : "anybody");
	return html`<details><summary><b>${method}</b> <code>${path}</code> <span>${summary}</span></summary>
<p>For: ${rights}</p>
${parameters.map(({ name, in: place, required, schema }) => html`<p><code>${name}</code> in ${place}${required ? "" : ", optional"}: <code>${JSON.stringify(schema)}</code></p>`)}
${requestBody?.content?.["application/json"] ? html`<h3>Body</h3>${schemaView(requestBody.content["application/json"].schema)}` : ""}
${Object.entries(responses).map(
	([status, { description, content: answer }]) =>
		html`<h3>${status} ${description}</h3>${answer?.["application/json"] && status !== "default" ? schemaView(answer["application/json"].schema) : ""}`,
)}</details>`;
}

function schemaView(schema: unknown) {
	return html`<pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>`;
}

function anchor(tag: string): string {
	return tag.toLowerCase().replaceAll(" ", "-");
}

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 "Inter",system-ui,sans-serif}
body{margin:0}main{max-width:960px;margin:0 auto;padding:24px}
h2{margin:32px 0 8px}h3{font-size:14px;margin:12px 0 4px}small{font-weight:400;opacity:.7}
nav a{margin-inline-end:12px}details{border-top:1px solid color-mix(in srgb,currentColor 18%,transparent)}
summary{padding:8px 0;cursor:pointer;overflow-wrap:anywhere}summary b{display:inline-block;min-width:64px}summary span{opacity:.8}
pre{overflow:auto;max-height:420px;padding:12px;border-radius:8px;background:color-mix(in srgb,currentColor 7%,transparent);font-size:13px}`;
