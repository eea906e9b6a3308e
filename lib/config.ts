/**
 * The one reader of the process's environment. Everything else asks `config()`.
 * A wrong value ends the start with a sentence that names what is accepted (`ConfigError`).
 */
import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { singleton } from "./singleton.ts";

export class ConfigError extends Error {
	override readonly name = "ConfigError";
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export type Config = {
	/** 1-65535; 3000 by default. */
	port: number;
	/** Address to listen on; all interfaces by default. */
	host: string;
	/** Where people reach the server, without a trailing slash; locks the setting Site_Url. */
	rootUrl: string | undefined;
	/** Absolute path of the folder for database, files and secrets. */
	dataDir: string;
	/** An outside MongoDB; without it an embedded one is run. */
	mongoUrl: string | undefined;
	mongodBinary: string | undefined;
	redisUrl: string | undefined;
	/** Proxies whose X-Forwarded-* headers are believed: addresses and ranges. */
	trustProxy: [ipaddr.IPv4 | ipaddr.IPv6, number][];
	logLevel: LogLevel;
	/** Asked of who reads /metrics from another machine. */
	metricsToken: string | undefined;
	rateLimits: boolean;
	/** `SETTING_<id>` by id, as text; `lib/settings` parses and checks them. */
	settings: Record<string, string>;
	production: boolean;
};

type Environment = Record<string, string | undefined>;

export function config(): Config {
	return singleton("config", () => readConfig(process.env));
}

/** @throws ConfigError */
export function readConfig(env: Environment): Config {
	return {
		port: port(env),
		host: env.HOST || "0.0.0.0",
		rootUrl: url(env, "ROOT_URL", ["http:", "https:"])?.replace(/\/+$/, ""),
		dataDir: resolve(/*turbopackIgnore: true*/ env.DATA_DIR || "data"),
		mongoUrl: url(env, "MONGO_URL", ["mongodb:", "mongodb+srv:"]),
		mongodBinary: binary(env),
		redisUrl: url(env, "REDIS_URL", ["redis:", "rediss:"]),
		trustProxy: proxies(env),
		logLevel: oneOf(env, "LOG_LEVEL", logLevels, "info"),
		metricsToken: env.METRICS_TOKEN || undefined,
		rateLimits: oneOf(env, "RATE_LIMITS", ["on", "off"] as const, "on") === "on",
		settings: settingsOf(env),
		production: env.NODE_ENV !== "development",
	};
}

function port(env: Environment): number {
	const text = env.PORT || "3000";
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < 1 || value > 65_535) throw wrong("PORT", text, "a whole number from 1 to 65535");
	return value;
}

function url(env: Environment, name: string, protocols: string[]): string | undefined {
	const text = env[name];
	if (!text) return undefined;
	const accepted = `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`;
	// A connection string may name several hosts, which URL cannot parse: only the beginning of it is checked here.
	if (!protocols.some((protocol) => text.startsWith(`${protocol}//`) && text.length > protocol.length + 2)) {
		throw wrong(name, name === "ROOT_URL" ? text : "(not shown)", accepted);
	}
	if (name === "ROOT_URL" && !URL.canParse(text)) throw wrong(name, text, accepted);
	return text;
}

function binary(env: Environment): string | undefined {
	const path = env.MONGOD_BINARY;
	if (!path) return undefined;
	if (!existsSync(path)) throw wrong("MONGOD_BINARY", path, "the path of a mongod program that exists");
	return path;
}

function proxies(env: Environment): Config["trustProxy"] {
	const named: Record<string, string[]> = {
		loopback: ["127.0.0.0/8", "::1/128"],
		private: ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
	};
	return (env.TRUST_PROXY || "")
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.flatMap((part) => named[part] ?? [part])
		.map((part) => {
			const range = isIP(part) ? `${part}/${isIP(part) === 4 ? 32 : 128}` : part;
			if (!ipaddr.isValidCIDR(range)) {
				throw wrong("TRUST_PROXY", part, "addresses or ranges (10.0.0.0/8), loopback or private, separated by commas");
			}
			return ipaddr.parseCIDR(range);
		});
}

function oneOf<const Value extends string>(
	env: Environment,
	name: string,
	accepted: readonly Value[],
	fallback: Value,
): Value {
	const text = env[name] || fallback;
	const value = accepted.find((candidate) => candidate === text);
	if (value === undefined) throw wrong(name, text, accepted.join(", "));
	return value;
}

function settingsOf(env: Environment): Record<string, string> {
	const prefix = "SETTING_";
	return Object.fromEntries(
		Object.entries(env).flatMap(([name, value]) =>
			name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
		),
	);
}

function wrong(name: string, value: string, accepted: string): ConfigError {
	return new ConfigError(`${name} is "${value}", which is not accepted. Accepted: ${accepted}.`);
}

/** What libraries look up in the environment by themselves; called once, before they are used. */
export function setEnvironmentOfLibraries(): void {
	// next-auth: addresses come from the request's headers, which server.ts has checked, not from a fixed variable.
	process.env.AUTH_TRUST_HOST = "1";
	delete process.env.NEXTAUTH_URL;
	process.env.NEXT_TELEMETRY_DISABLED = "1";
}
