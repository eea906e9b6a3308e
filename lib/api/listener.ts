/** One request of the outside world: trusted headers, safe headers, then the API, the metrics or a page. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { PROTOCOL_HEADER } from "../auth/client.ts";
import { writeTrustedHeaders } from "../auth/trust.ts";
import { config } from "../config.ts";
import { log } from "../log.ts";
import { api } from "./app.ts";
import { takesFile } from "./body.ts";
import { answerMetrics } from "./metrics.ts";
import { phase } from "./phase.ts";

/** Next's handler, once it is prepared. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A body that comes more slowly holds a connection, perhaps on purpose. */
const BODY_WITHIN_MS = 60_000;

/** @param pages undefined while Next is not prepared */
export function makeListener(pages: () => Pages | undefined): RequestListener {
	const apiListener = getRequestListener((request) => api().fetch(request), { overrideGlobalObjects: false });
	const { production } = config();
	return (request, response) => {
		const path = request.url?.split("?")[0] ?? "/";
		writeTrustedHeaders(request);
		if (!takesFile(request.method, path)) limitTime(request);
		writeSafeHeaders(request, response);
		const isApi = path.startsWith("/api/") && !path.startsWith("/api/auth/");
		if (isApi)
			response.setHeader(
				"Content-Security-Policy",
				"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
			);
		else writeContentPolicy(request, response);
		// Or a client that asks without a pause would keep its connection, and the program, alive.
		if (phase() === "ending") response.setHeader("Connection", "close");
		// A route through Next answers a tenth as many requests; in development it reloads, so Next has it there.
		if (production && isApi) return void apiListener(request, response);
		if (path === "/metrics") return void sendMetrics(request, response);
		const serve = pages();
		// The gateway takes these ahead of us once it is there.
		if (!serve || path.startsWith("/socket.io/")) return sendStarting(response);
		void serve(request, response).catch((error: unknown) => {
			log().error({ err: error, path }, "A page failed.");
			if (!response.headersSent) response.statusCode = 500;
			response.end();
		});
	};
}

/**
 * A socket that comes before the gateway is there gets a clear no: unanswered, its page would wait for its time-out of twenty
 * seconds before it tries again.
 */
export function refuseUpgradeWhileStarting(_request: IncomingMessage, connection: Duplex): void {
	if (phase() !== "starting") return;
	connection.end(
		"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
	);
}

function limitTime(request: IncomingMessage): void {
	if (request.method === "GET" || request.method === "HEAD") return;
	const timer = setTimeout(() => request.destroy(), BODY_WITHIN_MS);
	request.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
}

function writeSafeHeaders(request: IncomingMessage, response: ServerResponse): void {
	response.setHeader("X-Content-Type-Options", "nosniff");
	response.setHeader("Referrer-Policy", "same-origin");
	response.setHeader("X-Frame-Options", "SAMEORIGIN");
	response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
	response.setHeader("Permissions-Policy", "geolocation=(), payment=(), usb=()");
	if (request.headers[PROTOCOL_HEADER] === "https") {
		response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
	}
}

/** For pages: scripts of our own only, each page's named by a number that nobody can guess. */
function writeContentPolicy(request: IncomingMessage, response: ServerResponse): void {
	const nonce = randomBytes(16).toString("base64");
	const policy = contentSecurityPolicy(nonce);
	response.setHeader("Content-Security-Policy", policy);
	// Next reads the nonce for its own scripts from the request's policy; our layout reads x-nonce.
	writeHeader(request, "content-security-policy", policy);
	writeHeader(request, "x-nonce", nonce);
}

function writeHeader(request: IncomingMessage, name: string, value: string): void {
	request.headers[name] = value;
	request.rawHeaders.push(name, value);
}

function contentSecurityPolicy(nonce: string): string {
	const { production } = config();
	// React's development build rebuilds stack traces with eval; the built one does not.
	const scripts = production ? "" : " 'unsafe-eval'";
	return [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'self'",
	].join("; ");
}

async function sendMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
		const { status, type, body } = await answerMetrics(headers);
		response.writeHead(status, { "Content-Type": type }).end(body);
	} catch (error) {
		log().error({ err: error }, "The metrics could not be made.");
		response.writeHead(500).end();
	}
}

function sendStarting(response: ServerResponse): void {
	response.writeHead(503, { "Content-Type": "text/html; charset=utf-8", "Retry-After": "2", Refresh: "2" });
	response.end(
		"<!doctype html><html lang=en><title>Starting</title><p>The server is starting. This page comes back by itself.</p>",
	);
}
