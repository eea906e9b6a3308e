import { useQuery } from "@tanstack/react-query";
import { keys } from "./cache.ts";
import { ClientError } from "./errors.ts";

/** All of a file, for a preview that needs it whole. It is let go when nobody looks at it any more. */
export function useFileBytes({ id, url }: { id: string; url: string }) {
	return useQuery<Uint8Array>({
		queryKey: keys.fileBytes(id),
		gcTime: 0,
		async queryFn({ signal }) {
			const response = await fetch(url, { signal }).catch((error: unknown) => {
				throw signal.aborted ? error : new ClientError("unreachable", 0);
			});
			if (!response.ok) {
				throw new ClientError(response.status === 404 ? "file-not-found" : "internal-error", response.status);
			}
			return new Uint8Array(await response.arrayBuffer());
		},
	});
}
