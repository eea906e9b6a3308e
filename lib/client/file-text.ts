import { useQuery } from "@tanstack/react-query";
import { keys } from "./cache.ts";
import { ClientError } from "./errors.ts";

/** More is looked at in a program that is made for it. */
const SHOWN_BYTES = 256_000;

export type FileText = { text: string; whole: boolean };

/** The beginning of a file that is a text. */
export function useFileText({ id, url, size }: { id: string; url: string; size: number }) {
	return useQuery<FileText>({
		queryKey: keys.fileText(id),
		async queryFn({ signal }) {
			const headers = { Range: `bytes=0-${SHOWN_BYTES - 1}` };
			const response = await fetch(url, { signal, headers: size === 0 ? {} : headers }).catch((error: unknown) => {
				throw signal.aborted ? error : new ClientError("unreachable", 0);
			});
			if (!response.ok)
				throw new ClientError(response.status === 404 ? "file-not-found" : "internal-error", response.status);
			return { text: await response.text(), whole: size <= SHOWN_BYTES };
		},
	});
}
