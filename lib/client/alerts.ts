/**
 * Alerts in this browser. Each open page hears that its person is to be alerted; of one browser's tabs one shows it, and none where he
 * looks at the message already. It is taken back when the message is read or deleted, on whatever device.
 */
import type { ServerEvent } from "../shared/events.ts";
import { newId } from "../shared/ids.ts";
import type { ReasonAgainst } from "../shared/notification-reasons.ts";
import { testNotification } from "./api.ts";
import { heldBootstrap } from "./cache.ts";
import { chime } from "./chime.ts";
import { followBootstrap } from "./session.ts";
import { createStore, useStore } from "./store.ts";
import { inTurn } from "./tabs.ts";

export type Message = ServerEvent<"notification">["message"];
export type AlertWords = { title: string; body: string };

/** What only the page knows. */
export type AlertPage = {
	/** Whether its person looks at the place of the message now. */
	sees: (message: Message) => boolean;
	wordsOf: (message: Message) => AlertWords;
	open: (message: Message) => void;
	/** The browser was never asked whether it shows any. */
	notAsked: (message: Message) => void;
};

/** `default`: never asked. `unsupported`: this browser has none, or not for addresses without TLS. */
export type Permission = NotificationPermission | "unsupported";

const TURN = "parley.alerts";
/** A tab that shows the message has said so by then. */
const SEEN_WITHIN_MS = 150;
const CLAIMED = "parley.alerted";
const CLAIMS_KEPT = 50;
/** Tabs that are out of sight are woken once a minute or so. */
const CLAIM_HELD_MS = 300_000;
const ICON = "/apple-icon.png";
const TEST_ARRIVES_WITHIN_MS = 5_000;
const SHOWN_WITHIN_MS = 3_000;

let page: AlertPage | undefined;
let begin: () => void = () => {};
/** What comes before the page is ready for it waits. */
const begun = new Promise<void>((resolve) => {
	begin = resolve;
});
const permission = createStore<Permission>(readPermission());
const shown = new Map<string, { message: Message; alert: Notification }>();
const tests = new Map<string, (test: ServerEvent<"notification:test">) => void>();

export const useAlertPermission = () => useStore(permission, (state) => state);

/** Begins to alert. Answers how to stop. */
export function startAlerts(given: AlertPage): () => void {
	page = given;
	begin();
	permission.set(readPermission);
	const stopFollowing = followBootstrap(withdrawRead);
	addEventListener("pagehide", withdrawAll);
	return () => {
		page = undefined;
		stopFollowing();
		removeEventListener("pagehide", withdrawAll);
	};
}

/** Only from a press: browsers refuse a page that asks by itself, and so do people. */
export async function askForAlerts(): Promise<Permission> {
	if (readPermission() === "default") await Notification.requestPermission();
	permission.set(readPermission);
	return permission.get();
}

export async function raiseAlert({ message, sound }: ServerEvent<"notification">): Promise<void> {
	await begun;
	if (page?.sees(message)) return void (await claim(message.id));
	await new Promise((resolve) => setTimeout(resolve, SEEN_WITHIN_MS));
	await inTurn(TURN, async () => {
		if (!page || page.sees(message) || isRead(message) || !(await claim(message.id))) return;
		if (sound) void chime();
		if (readPermission() === "default") return page.notAsked(message);
		show(page, message);
	});
}

/** It was deleted. */
export function withdrawAlert(messageId: string): void {
	shown.get(messageId)?.alert.close();
	shown.delete(messageId);
}

function show({ wordsOf, open }: AlertPage, message: Message): void {
	const alert = makeAlert(message.id, wordsOf(message));
	if (!alert) return;
	shown.set(message.id, { message, alert });
	alert.onclick = () => {
		window.focus();
		open(message);
		withdrawAlert(message.id);
	};
	alert.onclose = () => shown.delete(message.id);
}

function makeAlert(tag: string, { title, body }: AlertWords): Notification | undefined {
	if (readPermission() !== "granted") return undefined;
	try {
		// The sound is ours.
		return new Notification(title, { body, tag, icon: ICON, silent: true });
	} catch {
		// Browsers of phones show none for a page.
		return undefined;
	}
}

function withdrawRead(): void {
	for (const [id, { message }] of shown) if (isRead(message)) withdrawAlert(id);
}

function withdrawAll(): void {
	for (const id of shown.keys()) withdrawAlert(id);
}

/** On any device. What is in a thread is read when the thread has nothing unread any more. */
function isRead({ roomId, seq, threadId }: Message): boolean {
	const { rooms = [], threads = [] } = heldBootstrap() ?? {};
	const membership = rooms.find(({ id }) => id === roomId)?.membership;
	if (!membership) return true;
	if (seq !== null) return seq <= membership.lastReadSeq;
	return !threads.some((thread) => thread.threadId === threadId);
}

/**
 * Whether no other tab has alerted to it, or seen it, yet. By a lock, which all tabs see at once: what one of them writes into
 * localStorage others may read late. That is for tabs that are closed, and for browsers without locks.
 */
function claim(messageId: string): Promise<boolean> {
	if (!navigator.locks) return Promise.resolve(noteClaim(messageId));
	return new Promise((resolve) => {
		void navigator.locks.request(`${CLAIMED}.${messageId}`, { ifAvailable: true }, (lock) => {
			resolve(lock !== null && noteClaim(messageId));
			return lock && new Promise((done) => setTimeout(done, CLAIM_HELD_MS));
		});
	});
}

function noteClaim(messageId: string): boolean {
	try {
		const claimed: unknown = JSON.parse(localStorage.getItem(CLAIMED) ?? "[]");
		const ids = Array.isArray(claimed) ? claimed : [];
		if (ids.includes(messageId)) return false;
		localStorage.setItem(CLAIMED, JSON.stringify([...ids.slice(1 - CLAIMS_KEPT), messageId]));
		return true;
	} catch {
		// A browser that keeps nothing: each tab is for itself.
		return true;
	}
}

/** `system`: the browser took it, and did not say that it was shown. */
export type TestOutcome =
	| { shown: true; sound: "heard" | "off" | "blocked" }
	| { shown: false; heldBackBy: HeldBackBy };
type HeldBackBy = (typeof held)[number] | "connection" | "system" | Exclude<Permission, "granted">;

/** What may hold back a direct message to somebody who is there. */
const held = ["switched-off", "do-not-disturb", "offline"] as const satisfies readonly ReasonAgainst[];

/** Asks the server for an alert and shows it as real ones are. @throws ClientError */
export async function testAlert(words: AlertWords): Promise<TestOutcome> {
	const allowed = await askForAlerts();
	const id = newId();
	const arrives = new Promise<ServerEvent<"notification:test"> | undefined>((resolve) => {
		tests.set(id, resolve);
		setTimeout(resolve, TEST_ARRIVES_WITHIN_MS, undefined);
	});
	const { whyNot } = await testNotification(id);
	if (whyNot) return { shown: false, heldBackBy: held.find((reason) => reason === whyNot) ?? "connection" };
	const test = await arrives.finally(() => tests.delete(id));
	if (!test) return { shown: false, heldBackBy: "connection" };
	const sound = test.sound ? ((await chime()) ? "heard" : "blocked") : "off";
	if (allowed !== "granted") return { shown: false, heldBackBy: allowed };
	return (await isShown(makeAlert(id, words))) ? { shown: true, sound } : { shown: false, heldBackBy: "system" };
}

export function hearTest(test: ServerEvent<"notification:test">): void {
	tests.get(test.id)?.(test);
}

function isShown(alert: Notification | undefined): Promise<boolean> {
	return new Promise((resolve) => {
		if (!alert) return resolve(false);
		alert.onshow = () => resolve(true);
		alert.onerror = () => resolve(false);
		setTimeout(resolve, SHOWN_WITHIN_MS, false);
	});
}

function readPermission(): Permission {
	return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}
