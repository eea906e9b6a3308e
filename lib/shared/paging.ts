import { invalidField } from "./errors.ts";

/** One page of a list; `nextCursor` is null on the last one. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/**
 * Cuts what was read to the page.
 * @param found one more than `limit` where there is a next page
 * @param key what the next page begins after
 */
export function pageOf<Item>(found: Item[], limit: number, key: (item: Item) => string[]): Page<Item> {
	const items = found.slice(0, limit);
	const last = items.at(-1);
	return { items, nextCursor: found.length > limit && last ? writeCursor(key(last)) : null };
}

/**
 * The parts of a cursor that an earlier page gave, or nothing on the first page.
 * @throws ParleyError `invalid-input` for a cursor that is none of ours
 */
export function readCursor(cursor: string | undefined, parts: number): string[] {
	if (cursor === undefined) return [];
	try {
		const value: unknown = JSON.parse(
			decodeURIComponent(escapeBytes(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")))),
		);
		if (Array.isArray(value) && value.length === parts && value.every((part) => typeof part === "string")) return value;
	} catch {
		// Falls through to the error below.
	}
	throw invalidField("cursor", "invalid-cursor", "This cursor is not one that a list gave.");
}

/** A cursor of these parts, for `readCursor`. */
export function writeCursor(key: string[]): string {
	const bytes = new TextEncoder().encode(JSON.stringify(key));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

function escapeBytes(binary: string): string {
	return Array.from(binary, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
}
