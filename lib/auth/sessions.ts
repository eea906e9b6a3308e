/**
 * Session records. Every request and every open socket is bound to one; ending it ends both within a second, on every
 * process: this one at once, the others through the change stream.
 */
import { createHash, randomBytes } from "node:crypto";
import { type SessionDoc, sessions } from "@/models/session";
import { cachesAreCurrent, onChange } from "../db/change-stream.ts";
import { setting } from "../settings/settings.ts";
import type { EndReason } from "../shared/end-reasons.ts";
import { ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import type { Session } from "../shared/schemas/user.ts";
import { singleton } from "../singleton.ts";

export type LiveSession = Pick<SessionDoc, "_id" | "userId" | "kind" | "expiresAt" | "lastUsedAt">;
type Cached = { session: LiveSession | undefined; checkedAt: number };
type Ended = (sessionId: string, reason: EndReason) => void;

type State = {
	byHash: Map<string, Cached>;
	hashById: Map<string, string>;
	/** How often something was forgotten: a look-up that began before is not remembered after it. */
	forgotten: number;
	ended: Ended[];
	doubted: (() => void)[];
};

/** While the change stream is away a session is looked up again after this time. */
const BELIEVED_WITHOUT_STREAM_MS = 500;
const BELIEVED_MS = 60_000;
/** Most sessions that are remembered; the oldest make room. */
const REMEMBERED = 20_000;
const LAST_USED_EVERY_MS = 5 * 60_000;
/** Ended records stay this long, for the other processes to read. */
const ENDED_KEPT_MS = 60_000;

function state(): State {
	return singleton<State>("sessions", () => ({
		byHash: new Map(),
		hashById: new Map(),
		forgotten: 0,
		ended: [],
		doubted: [],
	}));
}

/** Hears of each session that ends, wherever it was ended. */
export function onSessionEnded(listener: Ended): void {
	state().ended.push(listener);
}

/** Hears when ends of sessions may have been missed: who holds something of a session has to ask whether it `stillHolds`. */
export function onSessionsDoubted(listener: () => void): void {
	state().doubted.push(listener);
}

export function watchSessions(): void {
	onChange("sessions", {
		changed: ({ id, doc, updated }) => {
			if (doc && !updated?.endReason) return;
			drop(id);
			// Removed: either ended a while ago, or its time was over.
			tell(id, (updated?.endReason as EndReason | undefined) ?? "expired");
		},
		missed: () => {
			state().forgotten++;
			state().byHash.clear();
			for (const listener of state().doubted) listener();
		},
	});
}

/**
 * @returns the token, this once, and the record
 */
export async function createSession(
	userId: string,
	kind: SessionDoc["kind"],
	from: { device: string; address: string },
): Promise<{ token: string; session: SessionDoc }> {
	const token = randomBytes(32).toString("base64url");
	const now = new Date();
	const session: SessionDoc = {
		_id: newId(),
		tokenHash: hashToken(token),
		userId,
		kind,
		device: from.device,
		address: from.address,
		createdAt: now,
		lastUsedAt: now,
		expiresAt: new Date(now.getTime() + setting("Accounts_LoginExpiration") * 86_400_000),
	};
	await sessions().insertOne(session);
	return { token, session };
}

/** Ends the session of a token: for the page's cookie when next-auth signs out. */
export async function endSessionOfToken(token: string, reason: EndReason): Promise<void> {
	const session = await lookUp(hashToken(token));
	if (session) await endSession(session._id, reason);
}

/** The session of a token, from memory where it may be believed. */
export async function findSession(token: string): Promise<LiveSession | undefined> {
	const tokenHash = hashToken(token);
	const cached = state().byHash.get(tokenHash);
	const believed = cachesAreCurrent() ? BELIEVED_MS : BELIEVED_WITHOUT_STREAM_MS;
	const session = cached && Date.now() - cached.checkedAt < believed ? cached.session : await lookUp(tokenHash);
	if (!session || session.expiresAt.getTime() <= Date.now()) return undefined;
	touch(session);
	return session;
}

async function lookUp(tokenHash: string): Promise<LiveSession | undefined> {
	const { forgotten } = state();
	const session = await sessions().findOne(
		{ tokenHash, endedAt: { $exists: false } },
		{ projection: { userId: 1, kind: 1, expiresAt: 1, lastUsedAt: 1 } },
	);
	// A token that is none is not remembered: strangers could fill the memory with them.
	if (!session) return undefined;
	if (state().forgotten !== forgotten) return session;
	const { byHash, hashById } = state();
	byHash.delete(tokenHash);
	byHash.set(tokenHash, { session, checkedAt: Date.now() });
	hashById.set(session._id, tokenHash);
	if (byHash.size > REMEMBERED) {
		const [oldest] = byHash;
		if (oldest) {
			byHash.delete(oldest[0]);
			if (oldest[1].session) hashById.delete(oldest[1].session._id);
		}
	}
	return session;
}

/** Whether a session that was found a moment ago still holds, for what is bound to it only now. */
export async function stillHolds(sessionId: string): Promise<boolean> {
	const { byHash, hashById } = state();
	if (byHash.has(hashById.get(sessionId) ?? "")) return true;
	return (
		(await sessions().findOne({ _id: sessionId, endedAt: { $exists: false } }, { projection: { _id: 1 } })) !== null
	);
}

function touch(session: LiveSession): void {
	const now = new Date();
	if (now.getTime() - session.lastUsedAt.getTime() < LAST_USED_EVERY_MS) return;
	session.lastUsedAt = now;
	// Not waited for: when this is lost, the list of sessions shows an older time.
	void sessions()
		.updateOne({ _id: session._id }, { $set: { lastUsedAt: now } })
		.catch(() => {});
}

/** Ends one session: the next request with it is 401, its sockets are told and closed. */
export async function endSession(sessionId: string, reason: EndReason): Promise<boolean> {
	const now = new Date();
	const { modifiedCount } = await sessions().updateOne(
		{ _id: sessionId, endedAt: { $exists: false } },
		{ $set: { endedAt: now, endReason: reason, expiresAt: new Date(now.getTime() + ENDED_KEPT_MS) } },
	);
	drop(sessionId);
	if (modifiedCount === 1) tell(sessionId, reason);
	return modifiedCount === 1;
}

/** @param except a session that stays, the person's own */
export async function endSessionsOf(userId: string, reason: EndReason, except?: string): Promise<void> {
	const live = await sessions()
		.find({ userId, endedAt: { $exists: false } }, { projection: { _id: 1 } })
		.toArray();
	for (const { _id } of live) if (_id !== except) await endSession(_id, reason);
}

/** Where a person is signed in, the last used first. @param current the session that asks */
export async function listSessions(userId: string, current: string): Promise<Session[]> {
	const docs = await sessions()
		.find({ userId, endedAt: { $exists: false }, expiresAt: { $gt: new Date() } })
		.sort({ lastUsedAt: -1 })
		.toArray();
	return docs.map(({ _id, device, address, createdAt, lastUsedAt, expiresAt }) => ({
		id: _id,
		current: _id === current,
		device,
		address,
		createdAt: createdAt.toISOString(),
		lastUsedAt: lastUsedAt.toISOString(),
		expiresAt: expiresAt.toISOString(),
	}));
}

/** Ends a session of this person. @throws ParleyError `session-not-found` also for one of somebody else */
export async function endOwnSession(userId: string, sessionId: string): Promise<void> {
	const own = await sessions().findOne({ _id: sessionId, userId, endedAt: { $exists: false } });
	if (!own) throw new ParleyError("session-not-found");
	await endSession(sessionId, "ended");
}

function drop(sessionId: string): void {
	state().forgotten++;
	const { byHash, hashById } = state();
	const tokenHash = hashById.get(sessionId);
	if (tokenHash) byHash.delete(tokenHash);
	hashById.delete(sessionId);
}

function tell(sessionId: string, reason: EndReason): void {
	for (const listener of state().ended) listener(sessionId, reason);
}

function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
