/**
 * What was begun and not sent, by room and thread. Kept on this device for the person, over reloads and in all tabs: the tab that is typed in
 * tells the others.
 */
import { quotedParts } from "../shared/quoted-text.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import type { File } from "../shared/schemas/file.ts";
import type { ReadableQuote } from "../shared/schemas/message.ts";
import { heldBootstrap, type Talk } from "./cache.ts";
import type { StateEvent } from "./state.ts";
import { createStore, type Store, useStore } from "./store.ts";

export type Draft = {
	text: string;
	at: number;
	/** The server has this draft, since then by its clock; absent while it does not. */
	synced?: string;
	/** The message that it is going to quote. */
	quote?: ReadableQuote;
	/** What was uploaded for it, on whatever device. */
	files?: File[];
};
/** What makes a draft, whatever the server has of it. */
type Content = Pick<Draft, "text" | "quote" | "files">;
export type Drafts = Readonly<Record<string, Draft>>;

/** Storage is written to at most this often while somebody types. */
const WRITE_EVERY_MS = 300;
const MOST_DRAFTS = 200;
const PREFIX = "parley.draft.";
const NO_DRAFTS: Drafts = {};
const NO_FILES: File[] = [];

let store: Store<Drafts> | undefined;
/** Places whose draft is not in the storage yet. */
const unwritten = new Set<string>();
let writing: ReturnType<typeof setTimeout> | undefined;

/** What a draft is kept under. */
export function placeOfDraft({ roomId, threadId }: Talk): string {
	return threadId === undefined ? roomId : `${roomId}/${threadId}`;
}

export function talkOf(place: string): Talk {
	const [roomId = "", threadId] = place.split("/");
	return { roomId, threadId };
}

export function useDraft(place: string): string {
	return useStore(drafts(), (all) => all[place]?.text ?? "");
}

/** What a list of rooms shows: whether somebody meant to say something there. */
export function useHasDraft(place: string): boolean {
	return useStore(drafts(), (all) => isBegun(all[place]));
}

/** A quote alone says nothing yet. */
export function isBegun(draft: Content | undefined): boolean {
	return draft !== undefined && (draft.text.trim() !== "" || (draft.files ?? NO_FILES).length > 0);
}

export function draftOf(place: string): string {
	return drafts().get()[place]?.text ?? "";
}

export function useQuoteInDraft(place: string): ReadableQuote | undefined {
	return useStore(drafts(), (all) => all[place]?.quote);
}

export function quoteOfDraft(place: string): ReadableQuote | undefined {
	return drafts().get()[place]?.quote;
}

export function useFilesInDraft(place: string): File[] {
	return useStore(drafts(), (all) => all[place]?.files ?? NO_FILES);
}

export function filesOfDraft(place: string): File[] {
	return drafts().get()[place]?.files ?? NO_FILES;
}

export const heldDraft = (place: string): Draft | undefined => drafts().get()[place];
export const heldDrafts = (): Drafts => drafts().get();
export const useDrafts = (): Drafts => useStore(drafts(), (all) => all);

/** In how many places something was begun. */
export function useDraftCount(): number {
	return useStore(drafts(), (all) => Object.values(all).filter(isBegun).length);
}

let changed: (place: string) => void = () => {};

/** Hears of what is written on this device, in this tab. */
export function whenDraftChanges(listener: (place: string) => void): void {
	changed = listener;
}

/** What the server has, in the place of what is here. */
export function takeDraft(
	place: string,
	{ text, quote, files, at }: Pick<ServerDraft, "text" | "quote" | "files" | "at">,
): void {
	const content = {
		text,
		...(quote && !("unavailable" in quote) && { quote }),
		...(files.length > 0 && { files }),
	};
	const draft = isNothing(content) ? undefined : { ...content, at: Date.parse(at), synced: at };
	drafts().set((all) => withDraft(all, place, draft));
	write(place);
}

export function keepDraft(place: string, text: string): void {
	change(place, { text });
}

/** What is written there quotes this message, and no other one; nothing without it. */
export function quoteInDraft(place: string, quote: ReadableQuote | undefined): void {
	change(place, { quote });
}

/** What was uploaded for what is written there. */
export function filesInDraft(place: string, files: File[]): void {
	change(place, { files });
}

/** Throws it away, with all that came with it. */
export function dropDraft(place: string): void {
	change(place, { text: "", quote: undefined, files: NO_FILES });
}

/** One that was thrown away. */
export function restoreDraft(place: string, { text, quote, files = NO_FILES }: Draft): void {
	change(place, { text, quote, files });
}

/** Quotes show what became of the messages meanwhile; of a deleted one there is nothing to quote. */
export function requoteDrafts(event: StateEvent): void {
	if (event.name !== "message:changed" && event.name !== "message:deleted") return;
	const id = event.name === "message:changed" ? event.payload.message.id : event.payload.id;
	for (const [place, { quote }] of Object.entries(drafts().get())) {
		if (quote?.id !== id) continue;
		quoteInDraft(
			place,
			event.name === "message:changed" ? { ...quote, ...quotedParts(event.payload.message) } : undefined,
		);
	}
}

type Change = { text?: string; quote?: ReadableQuote | undefined; files?: File[] };

function change(place: string, change: Change): void {
	const before = drafts().get();
	const { text, quote, files = NO_FILES } = { ...(before[place] ?? { text: "" }), ...change };
	const content = { text, ...(quote && { quote }), ...(files.length > 0 && { files }) };
	const isSame = contentKey(content) === contentKey(before[place]);
	const synced = isSame && before[place]?.synced;
	const draft = isNothing(content) ? undefined : { ...content, at: Date.now(), ...(synced && { synced }) };
	drafts().set((all) => withDraft(all, place, draft));
	if (!isSame) changed(place);
	const after = drafts().get();
	for (const id of [place, ...Object.keys(before)]) if (id === place || !after[id]) unwritten.add(id);
	writing ??= setTimeout(writeAll, WRITE_EVERY_MS);
}

function isNothing({ text, quote, files = NO_FILES }: Content): boolean {
	return text === "" && !quote && files.length === 0;
}

/** The same for drafts that say, quote and hold the same, whatever became of what they quote. */
export function contentKey(draft: Content | undefined): string {
	const { text = "", quote, files = NO_FILES } = draft ?? {};
	return JSON.stringify([text, quote?.id ?? "", files.map(({ id }) => id)]);
}

/** The text became a message: the draft goes at once, and from the storage when the message is kept somewhere else. */
export async function draftSent(place: string, kept: Promise<void>): Promise<void> {
	drafts().set((all) => withDraft(all, place, undefined));
	unwritten.delete(place);
	changed(place);
	await kept;
	// Something else may have been begun meanwhile.
	write(place);
}

/** Nobody is signed in any more. */
export function forgetDrafts(): void {
	clearTimeout(writing);
	writing = undefined;
	unwritten.clear();
	for (const name of storedKeys()) remove(name);
	drafts().set(() => NO_DRAFTS);
}

/** Beyond the most that are kept the oldest go, and never the one that is being written. */
export function withDraft(all: Drafts, place: string, draft: Draft | undefined): Drafts {
	const { [place]: held, ...others } = all;
	if (!draft) return held ? others : all;
	const ids = Object.keys(others);
	if (ids.length < MOST_DRAFTS) return { ...others, [place]: draft };
	const kept = ids.sort((a, b) => (others[b]?.at ?? 0) - (others[a]?.at ?? 0)).slice(0, MOST_DRAFTS - 1);
	return { ...Object.fromEntries(Object.entries(others).filter(([id]) => kept.includes(id))), [place]: draft };
}

function drafts(): Store<Drafts> {
	if (store) return store;
	store = createStore(load());
	if (typeof window === "undefined") return store;
	addEventListener("storage", follow);
	addEventListener("pagehide", writeAll);
	document.addEventListener("visibilitychange", writeAll);
	return store;
}

function load(): Drafts {
	return Object.fromEntries(
		storedKeys().flatMap((name) => {
			const draft = parsed(localStorage.getItem(name));
			return draft ? [[name.slice(key("").length), draft]] : [];
		}),
	);
}

/** Another tab wrote. What is typed here is newer: it is written in a moment and wins. */
function follow({ key: name, newValue }: StorageEvent): void {
	if (!name?.startsWith(key(""))) return;
	const place = name.slice(key("").length);
	if (!unwritten.has(place)) drafts().set((all) => withDraft(all, place, parsed(newValue)));
}

function writeAll(): void {
	clearTimeout(writing);
	writing = undefined;
	const places = [...unwritten];
	unwritten.clear();
	for (const place of places) write(place);
}

function write(place: string): void {
	const draft = drafts().get()[place];
	if (!draft) return remove(key(place));
	try {
		localStorage.setItem(key(place), JSON.stringify(draft));
	} catch {
		// Full, or not allowed: the draft lives as long as this page.
	}
}

function storedKeys(): string[] {
	try {
		return Object.keys(localStorage).filter((name) => name.startsWith(key("")));
	} catch {
		return [];
	}
}

function remove(name: string): void {
	try {
		localStorage.removeItem(name);
	} catch {
		// What cannot be read was not written either.
	}
}

function parsed(stored: string | null): Draft | undefined {
	try {
		const draft: unknown = JSON.parse(stored ?? "null");
		return isDraft(draft) ? draft : undefined;
	} catch {
		return undefined;
	}
}

function isDraft(value: unknown): value is Draft {
	if (typeof value !== "object" || value === null || !("text" in value) || !("at" in value)) return false;
	if (typeof value.text !== "string" || typeof value.at !== "number") return false;
	if ("files" in value && !Array.isArray(value.files)) return false;
	return !("quote" in value) || isQuote(value.quote);
}

/** Our own device wrote it, perhaps by an older page. */
function isQuote(value: unknown): value is ReadableQuote {
	return typeof value === "object" && value !== null && "id" in value && "text" in value && "author" in value;
}

/** By person: a browser may be used by one after the other. */
function key(place: string): string {
	return `${PREFIX}${heldBootstrap()?.me.id ?? ""}.${place}`;
}
