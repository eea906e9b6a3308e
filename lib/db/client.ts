/** The process's one connection to MongoDB. */
import {
	type Collection,
	type Db,
	type Document,
	MongoBulkWriteError,
	MongoClient,
	MongoError,
	type MongoServerError,
} from "mongodb";
import { ConfigError } from "../config.ts";
import { ParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

const OLDEST_MAJOR = 6;
/** How long a request waits for a primary before it is answered 503. */
const SELECTION_TIMEOUT_MS = 3_000;
const RETRY_EVERY_MS = 2_000;

type Connection = { client?: MongoClient; db?: Db };

function connection(): Connection {
	return singleton<Connection>("database", () => ({}));
}

/**
 * Connects, waiting as long as it takes while the server is away, and keeps the connection for `db()`.
 * @param url a connection string; its path names the database (`parley` without one)
 * @param say told once for each reason why it still waits
 * @throws ConfigError when waiting would not help: wrong password, not a replica set, too old, an unreadable address
 */
export async function connectDatabase(url: string, say: (line: string) => void, signal?: AbortSignal): Promise<void> {
	let lastReason = "";
	for (;;) {
		signal?.throwIfAborted();
		const client = makeClient(url);
		try {
			await client.connect();
			await checkServer(client);
			const held = connection();
			held.client = client;
			held.db = client.db(
				new URL(url.replace(/^(mongodb(?:\+srv)?:\/\/)[^/]*/, "$1host")).pathname.slice(1) || "parley",
			);
			return;
		} catch (error) {
			await client.close().catch(() => {});
			const reason = explain(error);
			if (reason !== lastReason) say(`The database cannot be reached (${reason}). Waiting for it.`);
			lastReason = reason;
			await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
		}
	}
}

function makeClient(url: string): MongoClient {
	try {
		return new MongoClient(url, {
			appName: "parley",
			serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
			connectTimeoutMS: SELECTION_TIMEOUT_MS,
			writeConcern: { w: "majority", journal: true },
			maxPoolSize: 50,
			ignoreUndefined: true,
		});
	} catch (error) {
		throw new ConfigError(
			`MONGO_URL cannot be read: ${error instanceof Error ? error.message : "it is not an address"}.`,
		);
	}
}

async function checkServer(client: MongoClient): Promise<void> {
	const admin = client.db("admin");
	const hello = await admin.command({ hello: 1 });
	if (!hello.setName) {
		throw new ConfigError(
			"The MongoDB of MONGO_URL is not a replica set, which Parley needs. Start mongod with --replSet rs0, then run once: " +
				'mongosh --eval "rs.initiate()" (a set of one server is enough).',
		);
	}
	const { version } = await admin.command({ buildInfo: 1 });
	if (Number.parseInt(String(version), 10) < OLDEST_MAJOR) {
		throw new ConfigError(`The MongoDB of MONGO_URL is version ${version}; Parley needs ${OLDEST_MAJOR}.0 or newer.`);
	}
	// Tells a wrong password from a missing one: commands above are allowed to anybody.
	await admin.command({ connectionStatus: 1 });
	await client.db("parley").command({ listCollections: 1, nameOnly: true, authorizedCollections: true });
}

/** Why it is worth waiting; what is not is thrown on. */
function explain(error: unknown): string {
	if (error instanceof ConfigError) throw error;
	if (!(error instanceof MongoError)) throw error;
	const { code } = error as MongoServerError;
	if (code === 18 || code === 8000) {
		throw new ConfigError("MongoDB refuses the user name or the password in MONGO_URL.");
	}
	if (code === 13) throw new ConfigError("MongoDB wants a user name and a password: put them into MONGO_URL.");
	if (error.name === "MongoParseError") throw new ConfigError(`MONGO_URL cannot be read: ${error.message}.`);
	return error.message.split("\n")[0] ?? error.name;
}

export function databaseConnected(): boolean {
	return connection().db !== undefined;
}

/** @throws ParleyError `starting` before the database was connected for the first time */
export function db(): Db {
	const { db } = connection();
	if (!db) throw new ParleyError("starting");
	return db;
}

export function mongoClient(): MongoClient {
	const { client } = connection();
	if (!client) throw new ParleyError("starting");
	return client;
}

export async function closeDatabase(): Promise<void> {
	const held = connection();
	await held.client?.close();
	held.client = undefined;
	held.db = undefined;
}

/** True within a second or so of the truth. @returns how long the answer took, in ms; undefined when there was none */
export async function pingDatabase(): Promise<number | undefined> {
	const begun = performance.now();
	try {
		await db().command({ ping: 1 }, { timeoutMS: 1_500 });
		return performance.now() - begun;
	} catch {
		return undefined;
	}
}

/** The server's own words for "not now": it shuts down, steps down, or is not the primary (yet). */
const AWAY_CODES = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const AWAY_NAMES =
	/^Mongo(ServerSelection|Network|NetworkTimeout|PoolCleared|PoolClearedOnNetwork|PoolClosed|WaitQueueTimeout|OperationTimeout|TopologyClosed|NotConnected|ClientClosed|ExpiredSession)Error$/;

/** Errors of the driver that mean "away for now", not "wrong". */
export function isDatabaseAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	// Of a bulk write the driver wraps whatever broke it off, and gives the wrapper no name or code of that.
	if (error instanceof MongoBulkWriteError && isDatabaseAway(error.errorResponse)) return true;
	if (AWAY_NAMES.test(error.name)) return true;
	const { code } = error as { code?: unknown };
	return error instanceof MongoError && (error.hasErrorLabel("RetryableWriteError") || AWAY_CODES.has(Number(code)));
}

export function isDuplicateKey(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === 11_000;
}

/** A collection of the connected database, looked up at each use: the connection is made after the modules are loaded. */
export function collection<Doc extends Document>(name: string): Collection<Doc> {
	return db().collection<Doc>(name);
}
