/**
 * Who is connected, over all processes. Each process knows its own sockets, writes what they amount to for each person, and
 * hears of the other processes' through the change stream.
 */

import { type ConnectionStateDoc, connectionStates } from "@/models/connection-state";
import { serverProcesses } from "@/models/server-process";
import { onChange } from "../db/change-stream.ts";
import { log } from "../log.ts";
import { newId } from "../shared/ids.ts";
import { singleton } from "../singleton.ts";

export type Connection = "online" | "away" | "offline";

/** A program that never says whether its person is there counts him as away after this. */
export const ACTIVE_FOR_MS = 5 * 60_000;
/** A reload or a change of network is no absence. */
export const OFFLINE_AFTER_MS = 30_000;
export const ALIVE_EVERY_MS = 10_000;
const DEAD_AFTER_MS = 30_000;

type Local = { sockets: Map<string, number>; emptySince?: number; written?: "online" | "away" | undefined };
type State = {
	processId: string;
	/** Person → his sockets here and until when each counts as active (ms; 0: idle, Infinity: until it says otherwise). */
	local: Map<string, Local>;
	/** Person → process → what his sockets there amount to. */
	elsewhere: Map<string, Map<string, "online" | "away">>;
	/** People who went and whose state is still to be removed. */
	gone: Set<string>;
	aliveAt: number;
	changed: ((userId: string) => void)[];
	timers: NodeJS.Timeout[];
};

function state(): State {
	return singleton<State>("connections", () => ({
		processId: newId(),
		local: new Map(),
		elsewhere: new Map(),
		gone: new Set(),
		aliveAt: Date.now(),
		changed: [],
		timers: [],
	}));
}

export function onConnectionChanged(listener: (userId: string) => void): void {
	state().changed.push(listener);
}

export function connectionOf(userId: string): Connection {
	const { local, elsewhere } = state();
	const known = [amount(local.get(userId)), ...(elsewhere.get(userId)?.values() ?? [])];
	if (known.includes("online")) return "online";
	return known.includes("away") ? "away" : "offline";
}

export function socketOpened(userId: string, socketId: string): void {
	const { local } = state();
	const mine: Local = local.get(userId) ?? { sockets: new Map() };
	mine.sockets.set(socketId, Date.now() + ACTIVE_FOR_MS);
	delete mine.emptySince;
	local.set(userId, mine);
	tell(userId);
}

export function socketActive(userId: string, socketId: string, active: boolean): void {
	const mine = state().local.get(userId);
	if (!mine?.sockets.has(socketId)) return;
	const before = amount(mine);
	mine.sockets.set(socketId, active ? Number.POSITIVE_INFINITY : 0);
	if (amount(mine) !== before) tell(userId);
}

export function socketClosed(userId: string, socketId: string): void {
	const mine = state().local.get(userId);
	if (!mine) return;
	const before = amount(mine);
	mine.sockets.delete(socketId);
	if (mine.sockets.size === 0) mine.emptySince = Date.now();
	if (amount(mine) !== before) tell(userId);
}

function amount(mine: Local | undefined): Connection {
	if (!mine) return "offline";
	const now = Date.now();
	if ([...mine.sockets.values()].some((activeUntil) => activeUntil > now)) return "online";
	// For the time of a reload the last state holds: neither away nor offline is true yet.
	if (mine.sockets.size === 0) return mine.written ?? "away";
	return "away";
}

function tell(userId: string): void {
	for (const listener of state().changed) listener(userId);
}

/** Shows that this process lives, writes what changed, and forgets processes that died. */
export async function startConnections(): Promise<void> {
	onChange("connectionStates", {
		changed: ({ id, doc }) => heard(id, doc as ConnectionStateDoc | undefined),
		missed: () =>
			void readOthers().catch((error: unknown) => log().warn({ err: error }, "Presence could not be read again.")),
	});
	const { timers } = state();
	await showAlive();
	await readOthers();
	const every = (ms: number, work: () => Promise<void>) =>
		timers.push(
			setInterval(() => void work().catch((error: unknown) => log().warn({ err: error }, "Presence is late.")), ms),
		);
	every(ALIVE_EVERY_MS, async () => {
		await showAlive();
		await readOthers();
	});
	every(1_000, writeChanged);
}

/**
 * Stops. What is written stays: the people of this process are coming back to it or to another one, and should not look
 * offline meanwhile; the others forget them when this process has not shown for a while that it lives.
 */
export function stopConnections(): void {
	for (const timer of state().timers.splice(0)) clearInterval(timer);
}

/** Whether another process of this installation has shown since a moment that it lives. */
export async function hasOtherProcess(since: Date): Promise<boolean> {
	return (await serverProcesses().findOne({ _id: { $ne: state().processId }, aliveAt: { $gt: since } })) !== null;
}

async function showAlive(): Promise<void> {
	const now = new Date();
	await serverProcesses().updateOne(
		{ _id: state().processId },
		{ $set: { aliveAt: now }, $setOnInsert: { startedAt: now } },
		{ upsert: true, writeConcern: { w: 1 } },
	);
	// Taken for dead meanwhile, and what it had written removed by the others: all of it is written again.
	if (now.getTime() - state().aliveAt > DEAD_AFTER_MS)
		for (const mine of state().local.values()) mine.written = undefined;
	state().aliveAt = now.getTime();
}

async function readOthers(): Promise<void> {
	const { elsewhere, processId } = state();
	const alive = await serverProcesses()
		.find({ aliveAt: { $gt: new Date(Date.now() - DEAD_AFTER_MS) } })
		.toArray();
	const ids = alive.map(({ _id }) => _id);
	await connectionStates().deleteMany({ processId: { $nin: ids } }, { writeConcern: { w: 1 } });
	const docs = await connectionStates()
		.find({ processId: { $ne: processId } })
		.toArray();
	const before = [...elsewhere.keys()];
	elsewhere.clear();
	for (const doc of docs) remember(doc);
	for (const userId of new Set([...before, ...elsewhere.keys()])) tell(userId);
}

function heard(id: string, doc: ConnectionStateDoc | undefined): void {
	const [processId = "", userId = ""] = id.split(":");
	if (processId === state().processId) return;
	if (doc) remember(doc);
	else {
		const there = state().elsewhere.get(userId);
		there?.delete(processId);
		if (there?.size === 0) state().elsewhere.delete(userId);
	}
	tell(userId);
}

function remember({ userId, processId, state: connection }: ConnectionStateDoc): void {
	const { elsewhere } = state();
	const there = elsewhere.get(userId) ?? new Map();
	there.set(processId, connection);
	elsewhere.set(userId, there);
}

/** Once a second and all at once: a thousand people who come back are one write, not a thousand. */
async function writeChanged(): Promise<void> {
	const { local, gone, processId } = state();
	const changed: { userId: string; now: "online" | "away"; mine: Local }[] = [];
	for (const [userId, mine] of local) {
		if (mine.emptySince !== undefined && Date.now() - mine.emptySince > OFFLINE_AFTER_MS) {
			local.delete(userId);
			gone.add(userId);
			tell(userId);
			continue;
		}
		gone.delete(userId);
		const now = amount(mine);
		if (now === "offline" || now === mine.written) continue;
		changed.push({ userId, now, mine });
		mine.written = now;
		tell(userId);
	}
	const removed = [...gone];
	if (changed.length + removed.length === 0) return;
	const id = (userId: string) => `${processId}:${userId}`;
	try {
		await connectionStates().bulkWrite(
			[
				...removed.map((userId) => ({ deleteOne: { filter: { _id: id(userId) } } })),
				...changed.map(({ userId, now }) => {
					const update = { $set: { processId, userId, state: now } };
					return { updateOne: { filter: { _id: id(userId) }, update, upsert: true } };
				}),
			],
			{ ordered: false, writeConcern: { w: 1 } },
		);
		for (const userId of removed) gone.delete(userId);
	} catch (error) {
		// Written with the next round: the other processes would show what was, as long as this one lives.
		for (const { mine } of changed) mine.written = undefined;
		throw error;
	}
}
