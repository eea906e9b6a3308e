/** The program: puts the parts together and takes them apart again. Each part is in its own folder of lib/. */
import { createServer, type Server } from "node:http";
import next from "next";
import { makeListener, type Pages, refuseUpgradeWhileStarting } from "./lib/api/listener.ts";
import { setPhase } from "./lib/api/phase.ts";
import { watchAccounts } from "./lib/auth/accounts.ts";
import { nobodysHash } from "./lib/auth/passwords.ts";
import { loadRoles } from "./lib/auth/roles.ts";
import { watchSessions } from "./lib/auth/sessions.ts";
import { ConfigError, config, setEnvironmentOfLibraries } from "./lib/config.ts";
import { startChangeStream, stopChangeStream } from "./lib/db/change-stream.ts";
import { closeDatabase, connectDatabase } from "./lib/db/client.ts";
import { DataFolderTaken } from "./lib/db/data-folder.ts";
import { ensureIndexes } from "./lib/db/define-collection.ts";
import { startEmbeddedMongo } from "./lib/db/embedded.ts";
import { startJobs } from "./lib/jobs/runner.ts";
import { log } from "./lib/log.ts";
import { closeTransport } from "./lib/mail/deliver.ts";
import { stopSender } from "./lib/mails/send-mails.ts";
import { drainRoomQueues } from "./lib/messages/room-queue.ts";
import { migrations } from "./lib/migrations/all.ts";
import { migrate } from "./lib/migrations/run.ts";
import { watchAttentive } from "./lib/notifications/attentive.ts";
import { drainNotifications } from "./lib/notifications/notify.ts";
import { ALIVE_EVERY_MS, hasOtherProcess, startConnections, stopConnections } from "./lib/presence/connections.ts";
import { startWatchers, stopWatchers } from "./lib/presence/watchers.ts";
import { startGateway } from "./lib/realtime/gateway.ts";
import { loadSettings, setting } from "./lib/settings/settings.ts";
import { setupCode } from "./lib/users/set-up.ts";
import { collectionDefinitions } from "./models/all.ts";

/** Then what still runs is cut off: a process manager kills after ten seconds. */
const END_WITHIN_MS = 9_000;
/** The slowest answer is a write while the database is away. */
const REQUESTS_MAY_TAKE_MS = 4_000;
const RECONNECT_IN_MS = 2_000;
/** A large file on a slow line. What is no file has less time (`lib/api/listener.ts`). */
const UPLOADS_MAY_TAKE_MS = 2 * 60 * 60_000;

/**
 * The order of ending. Sockets are told before requests are waited for: a socket is a request that never ends; and what
 * requests still write needs the queues, which need the database.
 */
const PARTS = [
	"sockets",
	"requests",
	"jobs",
	"room queues",
	"notifications",
	"mails",
	"presence watchers",
	"presence",
	"change stream",
	"pages",
	"connection",
	"database",
] as const;
type Part = (typeof PARTS)[number];

/** How to end what was started. */
const ends = new Map<Part, () => unknown>();
let ending = false;

try {
	await start();
} catch (error) {
	// While the program is being ended, what it was just starting may well fail.
	if (!ending) {
		if (error instanceof ConfigError || error instanceof DataFolderTaken) say(error.message);
		else log().fatal({ err: error }, "The server could not start.");
		await end(1);
	}
}

async function start(): Promise<void> {
	process.on("SIGTERM", () => void end(0));
	process.on("SIGINT", () => void end(0));
	setEnvironmentOfLibraries();
	const { port, host, production, rateLimits } = config();
	// Read now, so that a wrong SETTING_… ends the start before anything else is begun.
	setting("Site_Name");

	let pages: Pages | undefined;
	const http = createServer(
		{ requestTimeout: UPLOADS_MAY_TAKE_MS },
		makeListener(() => pages),
	);
	http.on("upgrade", refuseUpgradeWhileStarting);
	await listen(http, port, host);
	const app = next({ dev: !production, httpServer: http, hostname: host, port });
	await Promise.all([
		startDomain(http),
		app.prepare().then(() => {
			pages = app.getRequestHandler();
		}),
	]);
	ends.set("pages", () => app.close());
	if (!rateLimits) log().warn("RATE_LIMITS=off: nobody is kept from guessing passwords or flooding the server.");
	warnOfSecondProcess();
	await greet(port);
}

async function startDomain(http: Server): Promise<void> {
	await connectDatabase(await databaseUrl(), say);
	ends.set("connection", closeDatabase);
	await ensureIndexes(collectionDefinitions);
	await migrate(migrations);
	await Promise.all([loadSettings(), loadRoles(), nobodysHash()]);
	watchAccounts();
	watchSessions();
	watchAttentive();
	await startConnections();
	ends.set("presence", stopConnections);
	startWatchers();
	ends.set("presence watchers", stopWatchers);
	await startChangeStream();
	ends.set("change stream", stopChangeStream);
	ends.set("jobs", await startJobs());
	ends.set("room queues", drainRoomQueues);
	ends.set("notifications", drainNotifications);
	ends.set("mails", () => stopSender().finally(closeTransport));
	const gateway = await startGateway(http);
	ends.set("sockets", () => gateway.close(RECONNECT_IN_MS));
	setPhase("serving");
}

async function databaseUrl(): Promise<string> {
	const { mongoUrl, mongodBinary, dataDir } = config();
	if (mongoUrl) return mongoUrl;
	if (!mongodBinary)
		throw new ConfigError("There is no database: start with `npm start`, or set MONGO_URL or MONGOD_BINARY.");
	const mongod = await startEmbeddedMongo({ dataDir, binary: mongodBinary, log: say });
	ends.set("database", () => mongod.stop());
	return mongod.url;
}

function listen(http: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once("error", (error: NodeJS.ErrnoException) => {
			reject(error.code === "EADDRINUSE" ? new ConfigError(portInUse(port)) : error);
		});
		http.listen(port, host, () => {
			ends.set("requests", () => finishRequests(http));
			resolve();
		});
	});
}

function portInUse(port: number): string {
	return `Port ${port} is in use by another program: end that one, or choose another port with PORT=${port + 1} npm start.`;
}

/** Browsers hold connections on which nothing is asked; one that is idle again after its answer is closed too. */
function finishRequests(http: Server): Promise<void> {
	return new Promise((resolve) => {
		const idle = setInterval(() => http.closeIdleConnections(), 100);
		const rest = setTimeout(() => http.closeAllConnections(), REQUESTS_MAY_TAKE_MS);
		http.close(() => {
			clearInterval(idle);
			clearTimeout(rest);
			resolve();
		});
	});
}

/** Once another one has had the time to show that it lives: the one that was here before a restart has not. */
function warnOfSecondProcess(): void {
	if (config().redisUrl) return;
	const since = new Date();
	const warn = async () => {
		if (ending || !(await hasOtherProcess(since))) return;
		log().warn(
			"Another process serves the same database, and REDIS_URL is not set: people on different processes see each other's messages late.",
		);
	};
	setTimeout(() => void warn().catch(() => {}), ALIVE_EVERY_MS + 1_000).unref();
}

async function greet(port: number): Promise<void> {
	const code = await setupCode();
	say(`Parley is ready: ${setting("Site_Url") || `http://localhost:${port}`}`);
	if (code) say(`Set it up there. From another machine you are asked for this one-time code: ${code}`);
}

/** For whoever started the program, beside the log. */
function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

async function end(code: number): Promise<void> {
	if (ending) return;
	ending = true;
	setPhase("ending");
	const giveUp = setTimeout(() => {
		say("Something did not end in time; it is cut off.");
		process.exit(code || 1);
	}, END_WITHIN_MS);
	giveUp.unref();
	for (const part of PARTS) {
		await Promise.resolve(ends.get(part)?.()).catch((error: unknown) =>
			log().warn({ err: error, part }, "A part did not end well."),
		);
	}
	process.exit(code);
}
