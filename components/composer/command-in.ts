/** The command and what follows it; undefined for a text that is none: a path, a comment, a slash alone. */
export function commandIn(text: string): { name: string; rest: string } | undefined {
	const [, name, rest = ""] = /^\/([\p{L}][\p{L}\p{N}_-]*|\?)(?:\s+([\s\S]*))?$/u.exec(text.trimEnd()) ?? [];
	return name === undefined ? undefined : { name: name === "?" ? "help" : name.toLowerCase(), rest: rest.trim() };
}
