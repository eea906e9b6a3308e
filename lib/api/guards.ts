/** What a route declares about who may call it: spread into `createRoute`, so that it stands in the OpenAPI document too. */
import type { MiddlewareHandler } from "hono";
import { admitCaller } from "../auth/caller.ts";
import { clientAddress, limitedAs } from "../auth/client.ts";
import { fromOwnOrigin } from "../auth/own-origin.ts";
import { countCall } from "../auth/rate-limits.ts";
import { needPermission } from "../auth/roles.ts";
import { isParleyError, ParleyError } from "../shared/errors.ts";
import type { Permission } from "../shared/permissions.ts";
import type { ApiEnv } from "./context.ts";

type Guarded = {
	middleware: MiddlewareHandler<ApiEnv>[];
	security: Record<string, string[]>[];
	"x-permission"?: Permission;
};
type Options = {
	permission?: Permission;
	counts?: "message" | "upload" | "file";
	/** Others are let through while this is so, counted as what is refused: the route has to judge what it gives them. */
	unless?: () => boolean;
};

/** Only for people and programs that are signed in, with this permission where one is named. */
export function signedIn({ permission, counts, unless = () => false }: Options = {}): Guarded {
	const guard: MiddlewareHandler<ApiEnv> = async (c, next) => {
		const credentials = { authorization: c.req.header("authorization"), cookie: c.req.header("cookie") };
		const caller = await admitCaller(credentials, clientAddress(c.req.raw.headers)).catch((error: unknown) => {
			if (isParleyError(error) && error.code === "not-signed-in" && unless()) return undefined;
			throw error;
		});
		if (!caller) return next();
		if (caller.via === "cookie" && isChange(c.req.method) && originOf(c.req.raw.headers) !== "own") {
			throw new ParleyError("foreign-origin");
		}
		await countCall(`person:${caller.account._id}`, counts ?? (isChange(c.req.method) ? "change" : "read"));
		if (permission) needPermission(caller.account, permission);
		c.set("caller", caller);
		await next();
	};
	return {
		middleware: [guard],
		security: [{ bearer: [] }, { cookie: [] }],
		...(permission && { "x-permission": permission }),
	};
}

/** For anybody; a page of another site may still change nothing. */
export function open(): Guarded {
	const guard: MiddlewareHandler<ApiEnv> = async (c, next) => {
		if (isChange(c.req.method) && originOf(c.req.raw.headers) === "foreign") throw new ParleyError("foreign-origin");
		await countCall(`address:${limitedAs(clientAddress(c.req.raw.headers))}`, "anonymous");
		await next();
	};
	return { middleware: [guard], security: [] };
}

function isChange(method: string): boolean {
	return method !== "GET" && method !== "HEAD";
}

function originOf(headers: Headers): ReturnType<typeof fromOwnOrigin> {
	return fromOwnOrigin({
		origin: headers.get("origin"),
		host: headers.get("host"),
		fetchSite: headers.get("sec-fetch-site"),
	});
}
