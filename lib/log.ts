import { type Logger, pino } from "pino";
import { config } from "./config.ts";
import { singleton } from "./singleton.ts";

/** Values under these names never reach the log, wherever they stand in what is logged. */
const SECRETS = ["password", "current", "next", "token", "secret", "code", "cookie", "authorization", "passwordHash"];

/** The process's log: one JSON object a line on standard output. */
export function log(): Logger {
	return singleton("log", () =>
		pino({
			level: config().logLevel,
			base: undefined,
			redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "(hidden)" },
			formatters: { level: (label) => ({ level: label }) },
			timestamp: pino.stdTimeFunctions.isoTime,
		}),
	);
}
