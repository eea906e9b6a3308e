/** The form in which names are compared: `Élan` and `élan` are the same name, `elan` is another. */
export function foldName(value: string): string {
	return value.normalize("NFKC").toLowerCase().normalize("NFKC");
}
