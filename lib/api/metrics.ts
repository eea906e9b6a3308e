/** What Prometheus reads at /metrics. */
import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { LOCAL_HEADER } from "../auth/client.ts";
import { config } from "../config.ts";
import { socketServer } from "../realtime/publish.ts";
import { singleton } from "../singleton.ts";
import type { ApiEnv } from "./context.ts";

function metrics() {
	return singleton("metrics", () => {
		const register = new Registry();
		collectDefaultMetrics({ register });
		new Gauge({
			name: "parley_sockets",
			help: "Open sockets of this process",
			registers: [register],
			collect() {
				this.set(socketServer().io?.engine.clientsCount ?? 0);
			},
		});
		return {
			register,
			seconds: new Histogram({
				name: "parley_http_seconds",
				help: "Time until an API call was answered",
				labelNames: ["method", "route", "status"],
				buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
				registers: [register],
			}),
			failures: new Counter({
				name: "parley_http_failures_total",
				help: "API calls that failed because of the server",
				registers: [register],
			}),
		};
	});
}

/** Times each call under its route's pattern, never its path: ids would make a series each. */
export const measured: MiddlewareHandler<ApiEnv> = async (c, next) => {
	const begun = performance.now();
	await next();
	const route = matchedRoutes(c).findLast(({ path }) => path !== "/*")?.path ?? "(none)";
	const { seconds, failures } = metrics();
	seconds.observe({ method: c.req.method, route, status: c.res.status }, (performance.now() - begun) / 1_000);
	if (c.res.status >= 500) failures.inc();
};

/** For programs of the machine itself, or with METRICS_TOKEN; to others there is nothing here. */
export async function answerMetrics(headers: Headers): Promise<{ status: number; type: string; body: string }> {
	const { metricsToken } = config();
	const isLocal = headers.get(LOCAL_HEADER) === "1";
	const allowed = metricsToken ? headers.get("authorization") === `Bearer ${metricsToken}` || isLocal : isLocal;
	if (!allowed) return { status: 404, type: "text/plain", body: "Not found" };
	const { register } = metrics();
	return { status: 200, type: register.contentType, body: await register.metrics() };
}
