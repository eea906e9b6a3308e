import { MAX_USERNAME_LENGTH } from "./limits.ts";

const LETTERS: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	å: "a",
	ð: "d",
	þ: "th",
	ł: "l",
	đ: "d",
	ı: "i",
};

/** A username for somebody of this name, as `mara.olsen`; empty where its letters have no Latin ones. */
export function suggestedUsername(name: string): string {
	return name
		.toLowerCase()
		.replace(/\p{L}/gu, (letter) => LETTERS[letter] ?? letter)
		.normalize("NFKD")
		.replace(/[^a-z0-9\s._-]/g, "")
		.trim()
		.replace(/\s+/g, ".")
		.slice(0, MAX_USERNAME_LENGTH);
}
