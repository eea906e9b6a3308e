import { dictionary } from "@zxcvbn-ts/language-common";
import { setting } from "../settings/settings.ts";
import { invalidField } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

/** Whose password it is: it may be neither his name nor his address. */
type Person = { name: string; username: string; email: string };

/**
 * NIST SP 800-63B: length and a list of common passwords, no rules of composition.
 * @param path of the field in the request, for the error
 * @throws ParleyError `invalid-input` with the code `weak-password`
 */
export function checkNewPassword(password: string, person: Person, path: string): void {
	if (!setting("Accounts_Password_Policy_Enabled")) return;
	const refuse = (reason: "too-short" | "own-name" | "common", message: string, values?: { minimum: number }) => {
		throw invalidField(path, "weak-password", message, { reason, ...(values && { values }) });
	};
	const shortest = setting("Accounts_Password_Policy_MinLength");
	if ([...password].length < shortest) refuse("too-short", `At least ${shortest} characters.`, { minimum: shortest });
	const folded = password.toLowerCase();
	const own = [person.name, person.username, person.email, person.email.split("@")[0] ?? ""].map((text) =>
		text.toLowerCase(),
	);
	if (own.some((text) => text !== "" && folded === text)) refuse("own-name", "Not your own name or address.");
	if (commonPasswords().has(folded) || new Set(folded).size === 1)
		refuse("common", "This password is among the commonest ones.");
}

function commonPasswords(): Set<string> {
	return singleton("common-passwords", () => new Set(dictionary["passwords-common"].map((word) => String(word))));
}
