import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "./context.ts";
import { inputError } from "./errors.ts";

/** A group of routes; what their schemas do not accept is one error for all. */
export function routes(): OpenAPIHono<ApiEnv> {
	return new OpenAPIHono<ApiEnv>({
		defaultHook: (result) => {
			if (!result.success) throw inputError(result.error);
		},
	});
}
