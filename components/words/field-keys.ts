import type { FieldError } from "@/lib/shared/errors";

/** Under which keys the sentence of a wrong field may stand, the one that says most first. */
export function fieldKeys({ path, code, reason }: FieldError): string[] {
	const field = path.split(".").at(-1);
	return [...(reason ? [`${code}.${reason}`] : []), `${field}.${code}`, `${code}.any`, code];
}
