/** How the person likes the page: the server keeps it for all devices, and this device remembers what it needs before the first paint. */
import { isLanguage, LANGUAGE_COOKIE, type Language } from "../shared/languages.ts";
import { LOOK_KEY } from "../shared/look.ts";
import type { Preferences, PreferencesChange } from "../shared/schemas/preferences.ts";
import { changePreferences, getPreferences } from "./api.ts";
import { applyPreferences, heldBootstrap } from "./cache.ts";

const A_YEAR_S = 365 * 24 * 60 * 60;

/** As the server last said, while something is under way. */
let confirmed: Preferences | undefined;
const underWay: PreferencesChange[] = [];
let turn: Promise<unknown> = Promise.resolve();

/** Shown at once, saved in turn; as it was when the server refuses. @throws ClientError */
export async function prefer(change: PreferencesChange): Promise<void> {
	confirmed ??= heldBootstrap()?.preferences;
	underWay.push(change);
	show();
	const saved = turn.then(() => changePreferences(change));
	turn = saved.catch(() => {});
	try {
		confirmed = await saved;
	} finally {
		underWay.splice(underWay.indexOf(change), 1);
		show();
	}
}

function show(): void {
	if (confirmed) applyPreferences(Object.assign({}, confirmed, ...underWay));
	if (underWay.length === 0) confirmed = undefined;
}

/** Themes, contrast and density are attributes of the document: the style sheet does the rest. */
export function showLook({ theme, contrast, density }: Preferences): void {
	try {
		localStorage.setItem(LOOK_KEY, JSON.stringify({ theme, contrast, density }));
	} catch {
		// A browser that keeps nothing: the next page is drawn as the system likes it, until it knows better.
	}
	dispatchEvent(new Event(LOOK_KEY));
}

/** @returns whether the server would now draw the page in another language than it did */
export function rememberLanguage({ language }: Pick<Preferences, "language">): boolean {
	const held = document.cookie.split("; ").find((pair) => pair.startsWith(`${LANGUAGE_COOKIE}=`));
	if ((held?.split("=")[1] ?? "") === language) return false;
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the page runs in
	document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${language === "" ? 0 : A_YEAR_S}; samesite=lax`;
	return true;
}

const CHOSEN_OUTSIDE = "parley.language-chosen";

/** Before anybody is signed in. @returns as `rememberLanguage` */
export function chooseLanguage(language: Language): boolean {
	try {
		sessionStorage.setItem(CHOSEN_OUTSIDE, language);
	} catch {
		// The cookie has it for this page; after signing in the person chooses once more.
	}
	return rememberLanguage({ language });
}

/** Who chose a language while signing in and none ever before keeps it. */
export async function keepChosenLanguage(): Promise<void> {
	const language = takeChosenLanguage();
	if (!isLanguage(language)) return;
	const held = await getPreferences();
	if (held.language === "") await changePreferences({ language });
}

function takeChosenLanguage(): string | null {
	try {
		const language = sessionStorage.getItem(CHOSEN_OUTSIDE);
		sessionStorage.removeItem(CHOSEN_OUTSIDE);
		return language;
	} catch {
		return null;
	}
}
