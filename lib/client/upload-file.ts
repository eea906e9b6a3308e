import type { File as Uploaded } from "../shared/schemas/file.ts";
import { ClientError } from "./errors.ts";
import { refusalOf } from "./request.ts";

type Options = { signal: AbortSignal; onProgress: (sentBytes: number) => void };

/**
 * Uploads one file. By XMLHttpRequest: `fetch` does not tell how far it is.
 * @throws ClientError; `unreachable` when it was aborted too
 */
export function uploadFile(roomId: string, file: File, { signal, onProgress }: Options): Promise<Uploaded> {
	const path = `/api/rooms/${encodeURIComponent(roomId)}/files`;
	return sendFile<{ file: Uploaded }>("POST", path, file, { signal, onProgress }).then((answer) => answer.file);
}

/** Sends a form with one file. @throws ClientError */
export function sendFile<Answer>(
	method: "POST" | "PUT",
	path: string,
	file: Blob,
	{ signal, onProgress }: Partial<Options> = {},
): Promise<Answer> {
	const form = new FormData();
	form.append("file", file);
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open(method, path);
		request.responseType = "json";
		request.upload.onprogress = ({ loaded, total }) => onProgress?.((loaded / Math.max(total, 1)) * file.size);
		request.onload = () => {
			const { status, response } = request;
			// The rest of its shape is the server's promise.
			if (status < 300 && response !== null) resolve(response);
			else reject(refusalOf(status, response, request.getResponseHeader("Retry-After")));
		};
		request.onerror = () => reject(new ClientError("unreachable", 0));
		request.onabort = () => reject(new ClientError("unreachable", 0));
		signal?.addEventListener("abort", () => request.abort());
		request.send(form);
	});
}
