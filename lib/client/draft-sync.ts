/** What is begun here is known on all devices of the person: what is typed goes to the server, and what it tells of others comes here. */
import { MAX_DRAFT_LENGTH } from "../shared/limits.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import { listDrafts, removeDraft, saveDraft } from "./api.ts";
import {
	contentKey,
	type Draft,
	heldDraft,
	heldDrafts,
	placeOfDraft,
	restoreDraft,
	takeDraft,
	talkOf,
	whenDraftChanges,
} from "./drafts.ts";

/** While somebody types, the server is told at most this often. */
const TOLD_EVERY_MS = 2_000;
/** Who signs out does not wait longer for a server that does not answer. */
const FINISHED_WITHIN_MS = 2_000;

/** Places that are to be told of in a moment. */
const due = new Map<string, ReturnType<typeof setTimeout>>();
/** Places that the server is just being told of. */
const running = new Map<string, Promise<void>>();
/** Where the server has something: only there it has to be told that there is none any more. */
const known = new Set<string>();

/** The person has gone: what answers come late are not for whoever is next at this device. */
let over = false;

export function startDraftSync(): void {
	over = false;
	// Sent, perhaps: the page may be closed the next moment.
	whenDraftChanges((place) => (isEmpty(heldDraft(place)) ? tellNow(place) : tellSoon(place)));
}

/** Before somebody signs out, and what he wrote is forgotten here: the server is told of all of it, and then of nothing any more. */
export async function finishDraftSync(): Promise<void> {
	for (const place of due.keys()) tellNow(place);
	const tooLong = new Promise((resolve) => setTimeout(resolve, FINISHED_WITHIN_MS));
	await Promise.race([Promise.all(running.values()), tooLong]);
	stopDraftSync();
}

export function stopDraftSync(): void {
	over = true;
	for (const timer of due.values()) clearTimeout(timer);
}

/** Another device wrote, or this one. What is being written here is newer, and told in a moment. */
export function applyDraft(told: ServerDraft): void {
	const place = placeOf(told);
	if (isEmpty(told)) known.delete(place);
	else known.add(place);
	if (over || due.has(place) || running.has(place)) return;
	const held = heldDraft(place);
	const isOwn = held !== undefined && held.synced === undefined && !isEmpty(held);
	if (isOwn || (held?.synced !== undefined && told.at < held.synced)) return;
	takeDraft(place, told);
}

/** After a gap, and when the page begins: what others wrote meanwhile, and what the server was not told. */
export async function syncDrafts(): Promise<void> {
	const told = await listDrafts().catch(() => undefined);
	if (!told || over) return;
	const places = new Set(told.items.map(placeOf));
	for (const [place, { synced }] of Object.entries(heldDrafts())) {
		// Sent or thrown away elsewhere.
		if (synced !== undefined && !places.has(place) && !due.has(place))
			takeDraft(place, { text: "", quote: null, files: [], at: synced });
		else if (synced === undefined) tellSoon(place);
	}
	for (const place of known) if (!heldDraft(place)) tellSoon(place);
	for (const draft of told.items) applyDraft(draft);
}

function tellSoon(place: string): void {
	if (!due.has(place))
		due.set(
			place,
			setTimeout(() => void tell(place), TOLD_EVERY_MS),
		);
}

function tellNow(place: string): void {
	clearTimeout(due.get(place));
	void tell(place);
}

function isEmpty(draft: Pick<ServerDraft | Draft, "text" | "quote" | "files"> | undefined): boolean {
	return !draft || (draft.text.trim() === "" && !draft.quote && (draft.files ?? []).length === 0);
}

async function tell(place: string): Promise<void> {
	due.delete(place);
	// Whoever is at it looks again when he is done.
	if (over || running.has(place)) return;
	const held = heldDraft(place);
	if (held?.synced !== undefined || (held?.text.length ?? 0) > MAX_DRAFT_LENGTH) return;
	if (isEmpty(held) && !known.has(place)) return;
	// Refused, it is kept on this device, and told after the next connection.
	const told = (held && !isEmpty(held) ? save(place, held) : remove(place)).catch(() => {});
	running.set(place, told);
	await told;
	running.delete(place);
	const now = heldDraft(place);
	// Written on meanwhile.
	if (over || contentKey(now) === contentKey(held)) return;
	if (isEmpty(now)) tellNow(place);
	else tellSoon(place);
}

async function remove(place: string): Promise<void> {
	await removeDraft(talkOf(place));
	known.delete(place);
}

async function save(place: string, sent: Draft): Promise<void> {
	const { text, quote, files = [], at } = sent;
	const body = {
		text,
		...(quote && { quoteOf: quote.id }),
		...(files.length > 0 && { fileIds: files.map(({ id }) => id) }),
		age: Math.max(0, Date.now() - at),
	};
	settle(place, sent, await saveDraft(talkOf(place), body));
}

function settle(place: string, sent: Draft, told: ServerDraft): void {
	known.add(place);
	if (over || contentKey(heldDraft(place)) !== contentKey(sent)) return;
	// What it quotes or holds may be gone; then it is so for all devices.
	if (told.text === sent.text) return takeDraft(place, told);
	// Another device was later, and did not know of this one: neither is lost.
	restoreDraft(place, both(told, sent));
}

function both(theirs: ServerDraft, ours: Draft): Draft {
	const quote = ours.quote ?? (theirs.quote && !("unavailable" in theirs.quote) ? theirs.quote : undefined);
	const known = new Set(theirs.files.map(({ id }) => id));
	const files = [...theirs.files, ...(ours.files ?? []).filter(({ id }) => !known.has(id))];
	return { text: joined(theirs.text, ours.text), at: ours.at, files, ...(quote && { quote }) };
}

/** Both texts; one where it is only the beginning of the other. */
export function joined(theirs: string, ours: string): string {
	if (ours.startsWith(theirs)) return ours;
	if (theirs.startsWith(ours)) return theirs;
	return `${theirs.trimEnd()}\n\n${ours}`;
}

function placeOf({ roomId, threadId }: ServerDraft): string {
	return placeOfDraft({ roomId, ...(threadId !== null && { threadId }) });
}
