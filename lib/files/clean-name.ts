import { MAX_FILE_NAME_LENGTH } from "../shared/limits.ts";

const FALLBACK = "file";

/**
 * The name that a file is shown and saved under: without folders, without what cannot be seen or turns the direction of what follows
 * (`photo⁧gpj.exe`), not longer than `MAX_FILE_NAME_LENGTH`, and with its ending.
 */
export function cleanName(given: string): string {
	const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
	const seen = last
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "")
		.replace(/[<>:"|?*]/g, "_")
		.replace(/\s+/g, " ")
		.replace(/^[. ]+|[. ]+$/g, "");
	return shortened(seen) || FALLBACK;
}

/** `.jpg`, in small letters; nothing when there is none. */
export function endingOf(name: string): string {
	return /.(\.[a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

function shortened(name: string): string {
	const characters = [...name];
	if (characters.length <= MAX_FILE_NAME_LENGTH) return name;
	const ending = endingOf(name);
	return characters.slice(0, MAX_FILE_NAME_LENGTH - ending.length).join("") + ending;
}
