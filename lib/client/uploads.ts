/**
 * Files that somebody has chosen for a message that he still writes, by the place of its draft. They are uploaded at once, a few at a
 * time. What is there belongs to the draft, which is the same on all devices; what is on its way is this tab's, and is called lost after
 * a reload.
 */
import { useMemo } from "react";
import { newId } from "../shared/ids.ts";
import type { File as Uploaded } from "../shared/schemas/file.ts";
import { heldBootstrap } from "./cache.ts";
import { filesInDraft, filesOfDraft, useFilesInDraft } from "./drafts.ts";
import { ClientError } from "./errors.ts";
import type { Failure } from "./outbox.ts";
import { createStore, type Store, useStore } from "./store.ts";
import { uploadFile } from "./upload-file.ts";

export type Upload = {
	id: string;
	name: string;
	/** Bytes. */
	size: number;
	sent: number;
	/** `lost`: the page was reloaded before it was there. */
	state: "waiting" | "sending" | "done" | "failed" | "lost";
	failed?: Failure;
	/** Of an image, as it was chosen. */
	picture?: string;
	/** Once it is there. */
	file?: Uploaded;
};
type Uploads = Readonly<Record<string, Upload[]>>;
type Source = { place: string; roomId: string; file: File };

const AT_ONCE = 3;
const NONE: Upload[] = [];

let store: Store<Uploads> | undefined;
/** What is not done, by the id of its upload. */
const sources = new Map<string, Source>();
const running = new Map<string, AbortController>();
/** What happens once all of a place is there, because somebody wanted to send it before. */
const waiting = createStore<Readonly<Record<string, () => void>>>({});

export function useUploads(place: string): Upload[] {
	const chosen = useStore(uploads(), (all) => all[place] ?? NONE);
	const files = useFilesInDraft(place);
	return useMemo(() => withFiles(chosen, files), [chosen, files]);
}

function heldUploads(place: string): Upload[] {
	return withFiles(uploads().get()[place] ?? NONE, filesOfDraft(place));
}

/** What other devices have uploaded comes first; what was there and is not any more was taken away by them. */
export function withFiles(chosen: Upload[], files: Uploaded[]): Upload[] {
	if (chosen.length + files.length === 0) return NONE;
	const isHeld = ({ file }: Upload) => file === undefined || files.some(({ id }) => id === file.id);
	const others = files.filter(({ id }) => !chosen.some(({ file }) => file?.id === id));
	return [
		...others.map((file): Upload => {
			const { id, name, size } = file;
			return { id, name, size, sent: size, state: "done", file };
		}),
		...chosen.filter(isHeld),
	];
}

/** Whether a file of this name is there for the message of this place. */
export function isUploaded(place: string, name: string): boolean {
	return heldUploads(place).some((upload) => upload.name === name && upload.state === "done");
}

/** Whether the message of this place is sent as soon as its files are there. */
export function useIsWaiting(place: string): boolean {
	return useStore(waiting, (all) => all[place] !== undefined);
}

/** @returns how many were too many for one message, and not taken */
export function addFiles(place: string, roomId: string, files: File[]): number {
	const { uploads: limits } = heldBootstrap()?.server ?? {};
	const held = heldUploads(place);
	const taken = files.slice(0, Math.max(0, (limits?.files ?? 1) - held.length));
	const added = taken.map((file): Upload => {
		const id = newId();
		const { name, size, type } = file;
		const picture = /^image\/(png|jpeg|gif|webp|avif)$/.test(type) ? { picture: URL.createObjectURL(file) } : {};
		const upload = { id, name, size, sent: 0, ...picture };
		if (size > (limits?.fileSize ?? Number.POSITIVE_INFINITY))
			return { ...upload, state: "failed", failed: "too-large" };
		sources.set(id, { place, roomId, file });
		return { ...upload, state: "waiting" };
	});
	change(place, (all) => [...all, ...added]);
	goOn();
	return files.length - taken.length;
}

/** Whether trying again may help: the file is still at hand, and not refused for what it is. */
export function mayRetry({ id, state }: Upload): boolean {
	return state === "failed" && sources.has(id);
}

export function retryUpload(place: string, id: string): void {
	changeOne(place, id, ({ failed: _, ...upload }) => ({ ...upload, state: "waiting", sent: 0 }));
	goOn();
}

/** On its way or there: it is not wanted any more. */
export function removeUpload(place: string, id: string): void {
	running.get(id)?.abort();
	const removed = heldUploads(place).filter((upload) => upload.id === id);
	release(removed);
	change(place, (all) => all.filter((upload) => upload.id !== id));
	const files = filesOfDraft(place);
	const left = files.filter((file) => !removed.some((upload) => upload.file?.id === file.id));
	if (left.length < files.length) filesInDraft(place, left);
	runWaiting(place);
}

/** Takes all files of a place for a message; call it only when they are there, and the draft is about to go. */
export function takeUploads(place: string): Uploaded[] {
	const taken = heldUploads(place);
	release(taken);
	change(place, () => NONE);
	return taken.flatMap(({ file }) => file ?? []);
}

/** Calls `run` when all files of the place are there; never, when one of them cannot be. */
export function whenUploaded(place: string, run: () => void): void {
	waiting.set((all) => ({ ...all, [place]: run }));
	runWaiting(place);
}

export function stopWaiting(place: string): void {
	waiting.set((all) => {
		const { [place]: run, ...others } = all;
		return run ? others : all;
	});
}

/** Nobody is signed in any more. */
export function forgetUploads(): void {
	for (const controller of running.values()) controller.abort();
	sources.clear();
	uploads().set(() => ({}));
	remember();
}

function goOn(): void {
	for (const [id, source] of sources) {
		if (running.size >= AT_ONCE) return;
		const upload = uploads()
			.get()
			[source.place]?.find((one) => one.id === id);
		if (!upload) sources.delete(id);
		else if (upload.state === "waiting" && !running.has(id)) void send(id, source);
	}
}

async function send(id: string, { place, roomId, file }: Source): Promise<void> {
	const controller = new AbortController();
	running.set(id, controller);
	changeOne(place, id, (upload) => ({ ...upload, state: "sending" }));
	const onProgress = (sent: number) => changeOne(place, id, (upload) => ({ ...upload, sent }));
	try {
		const uploaded = await uploadFile(roomId, file, { signal: controller.signal, onProgress });
		sources.delete(id);
		const { size } = file;
		changeOne(place, id, (upload) => ({ ...upload, state: "done", sent: size, file: uploaded }));
		keepWithDraft(place, uploaded);
	} catch (error) {
		const failed = error instanceof ClientError ? error.code : "unexpected";
		if (failed === "too-large" || failed === "file-type-refused" || failed === "uploads-off") sources.delete(id);
		changeOne(place, id, (upload) => ({ ...upload, state: "failed", failed }));
	}
	running.delete(id);
	remember();
	runWaiting(place);
	goOn();
}

/** In the order in which they were chosen, whichever was faster. */
function keepWithDraft(place: string, file: Uploaded): void {
	const isWanted = uploads()
		.get()
		[place]?.some((upload) => upload.file?.id === file.id);
	if (!isWanted) return;
	const all = withFiles(uploads().get()[place] ?? NONE, [...filesOfDraft(place), file]);
	filesInDraft(
		place,
		all.flatMap((upload) => upload.file ?? []),
	);
}

function runWaiting(place: string): void {
	const run = waiting.get()[place];
	const all = heldUploads(place);
	if (!run || all.some(({ state }) => state === "waiting" || state === "sending")) return;
	stopWaiting(place);
	if (all.every(({ state }) => state === "done")) run();
}

function change(place: string, to: (all: Upload[]) => Upload[]): void {
	uploads().set(({ [place]: held = NONE, ...others }) => {
		const changed = to(held);
		return changed.length === 0 ? others : { ...others, [place]: changed };
	});
	remember();
}

/** Nothing for what was taken away meanwhile. */
function changeOne(place: string, id: string, to: (upload: Upload) => Upload): void {
	uploads().set((all) => {
		const held = all[place];
		if (!held?.some((upload) => upload.id === id)) return all;
		return { ...all, [place]: held.map((upload) => (upload.id === id ? to(upload) : upload)) };
	});
}

function release(gone: Upload[]): void {
	for (const { id, picture } of gone) {
		sources.delete(id);
		if (picture) URL.revokeObjectURL(picture);
	}
}

function uploads(): Store<Uploads> {
	store ??= createStore(load());
	return store;
}

/** Of this tab only: what another one uploads is not lost. By person, as a browser may be used by one after the other. */
const key = () => `parley.uploads.${heldBootstrap()?.me.id ?? ""}`;

function remember(): void {
	const kept = Object.entries(uploads().get()).map(([place, all]) => [
		place,
		all.map(({ picture: _, ...upload }) => upload),
	]);
	try {
		if (kept.length === 0) sessionStorage.removeItem(key());
		else sessionStorage.setItem(key(), JSON.stringify(Object.fromEntries(kept)));
	} catch {
		// Full, or not allowed: they live as long as this page.
	}
}

function load(): Uploads {
	if (typeof window === "undefined") return {};
	try {
		// Our own tab wrote it.
		const kept: Uploads = JSON.parse(sessionStorage.getItem(key()) ?? "{}");
		const isThere = ({ state }: Upload) => state === "done";
		return Object.fromEntries(
			Object.entries(kept).map(([place, all]) => [
				place,
				all.map((upload) => (isThere(upload) ? upload : { ...upload, state: "lost", sent: 0 })),
			]),
		);
	} catch {
		return {};
	}
}
