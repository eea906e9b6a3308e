/** The typed client: addresses, inputs and answers are those that the routes of lib/api declare. Types only: nothing of it is in the page. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Api } from "../api/app.ts";
import { type Method, request } from "./request.ts";

type Routes = Api extends OpenAPIHono<infer _Env, infer Declared, infer _Base> ? Declared : never;
type Path = keyof Routes & string;
type MethodAt<P extends Path> = Extract<
	{ [M in Method]: `$${Lowercase<M>}` extends keyof Routes[P] ? M : never }[Method],
	Method
>;
type Endpoint<P extends Path, M extends Method> = Routes[P][`$${Lowercase<M>}` & keyof Routes[P]];

type Declared<P extends Path, M extends Method> = Endpoint<P, M> extends { input: infer Input } ? Input : never;
type Given<P extends Path, M extends Method> = (Declared<P, M> extends { param: infer Param }
	? { param: Param }
	: unknown) &
	(Declared<P, M> extends { json: infer Body } ? { body: Body } : unknown) &
	// In a query everything is text in the end.
	(Declared<P, M> extends { query: infer Query }
		? { query?: { [Name in keyof Query]?: string | number | boolean | undefined } }
		: unknown) & {
		signal?: AbortSignal | undefined;
	};

type Done<E> = E extends { status: 200 | 201; output: infer Output } ? Output : never;
/** What the route answers when all is well; nothing for 202 and 204. */
export type Answer<P extends Path, M extends Method> = [Done<Endpoint<P, M>>] extends [never]
	? undefined
	: Done<Endpoint<P, M>>;

/**
 * Calls a route: `call("GET", "/api/rooms/:id", { param: { id } })`.
 * @throws ClientError
 */
export function call<P extends Path, M extends MethodAt<P>>(
	method: M,
	path: P,
	given: Given<P, M>,
): Promise<Answer<P, M>> {
	const {
		param,
		body,
		query,
		signal,
	}: { param?: Record<string, string>; body?: unknown; query?: object; signal?: AbortSignal } = given;
	const address = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(param?.[name] ?? ""));
	return request<Answer<P, M>>(method, address, { body, query: { ...query }, signal });
}
