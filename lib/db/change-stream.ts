/**
 * One change stream per process: what other processes changed reaches this one's caches (settings, roles, people, ended
 * sessions, presence). Messages do not come this way: their push goes out after their write.
 */
import type { ChangeStream, ChangeStreamDocument, Document } from "mongodb";
import { log } from "../log.ts";
import { singleton } from "../singleton.ts";
import { db } from "./client.ts";

export type Change = {
	id: string;
	/** Absent when the document was deleted. */
	doc?: Document;
	/** The fields that an update named; absent for inserts and deletions. */
	updated?: Document;
};
type Listener = { changed(change: Change): void; missed(): void };

type Watch = { listeners: Map<string, Listener[]>; stream?: ChangeStream; healthy: boolean; closed: boolean };

const RETRY_AFTER_MS = 1_000;

function watch(): Watch {
	return singleton<Watch>("change-stream", () => ({ listeners: new Map(), healthy: false, closed: false }));
}

/**
 * @param listener `changed` for each change of a document; `missed` when the stream was away, so that everything may have changed
 */
export function onChange(collection: string, listener: Listener): void {
	const { listeners } = watch();
	listeners.set(collection, [...(listeners.get(collection) ?? []), listener]);
}

/** Whether caches may be believed: the stream is open and has missed nothing. */
export function cachesAreCurrent(): boolean {
	return watch().healthy;
}

/** Opens the stream and keeps it open; resolves when it is open for the first time. */
export async function startChangeStream(): Promise<void> {
	const state = watch();
	state.closed = false;
	await open(state);
}

export async function stopChangeStream(): Promise<void> {
	const state = watch();
	state.closed = true;
	state.healthy = false;
	await state.stream?.close();
}

async function open(state: Watch): Promise<void> {
	if (state.closed) return;
	try {
		const names = [...state.listeners.keys()];
		const ours = { $match: { "ns.coll": { $in: names } } };
		// What nobody in this process needs to know is not even sent to it.
		const withoutSecrets = { $unset: ["fullDocument.passwordHash", "fullDocument.tokenHash"] };
		const stream = db().watch([ours, withoutSecrets], { fullDocument: "updateLookup" });
		state.stream = stream;
		// The cursor exists on the server once this answers; before it, a change would be missed.
		await stream.tryNext();
		for (const listener of [...state.listeners.values()].flat()) listener.missed();
		state.healthy = true;
		void read(state, stream);
	} catch (error) {
		retry(state, error);
	}
}

async function read(state: Watch, stream: ChangeStream): Promise<void> {
	try {
		for await (const change of stream) dispatch(state, change);
		throw new Error("The change stream ended.");
	} catch (error) {
		retry(state, error);
	}
}

function retry(state: Watch, error: unknown): void {
	state.healthy = false;
	if (state.closed) return;
	log().warn({ err: error }, "The change stream is away; caches are not believed until it is back.");
	void state.stream?.close().catch(() => {});
	setTimeout(() => void open(state), RETRY_AFTER_MS).unref();
}

function dispatch(state: Watch, change: ChangeStreamDocument): void {
	if (!("documentKey" in change) || !("ns" in change) || !("coll" in change.ns)) return;
	const full = "fullDocument" in change ? change.fullDocument : undefined;
	const updated = change.operationType === "update" ? change.updateDescription.updatedFields : undefined;
	for (const listener of state.listeners.get(change.ns.coll) ?? []) {
		try {
			listener.changed({ id: String(change.documentKey._id), ...(full && { doc: full }), ...(updated && { updated }) });
		} catch (error) {
			log().error({ err: error }, "A listener of the change stream failed.");
		}
	}
}
