import type { File as Uploaded } from "../shared/schemas/file.ts";
import { ClientError } from "./errors.ts";
import { refusalOf } from "./request.ts";

type Options = { signal: AbortSignal; onProgress: (sentBytes: number) => void };

/**
 * Uploads one file. By XMLHttpRequest: `fetch` does not tell how far it is.
 * @throws ClientError; `unreachable` when it was aborted too
 */
export function uploadFile(roomId: string, file: File, { signal, onProgress }: Options): Promise<Uploaded> {
	const form = new FormData();
	form.append("file", file);
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("POST", `/api/rooms/${encodeURIComponent(roomId)}/files`);
		request.responseType = "json";
		request.upload.onprogress = ({ loaded, total }) => onProgress((loaded / Math.max(total, 1)) * file.size);
		request.onload = () => {
			const { status, response } = request;
			if (status === 201 && isAnswer(response)) resolve(response.file);
			else reject(refusalOf(status, response, request.getResponseHeader("Retry-After")));
		};
		request.onerror = () => reject(new ClientError("unreachable", 0));
		request.onabort = () => reject(new ClientError("unreachable", 0));
		signal.addEventListener("abort", () => request.abort());
		request.send(form);
	});
}

/** The rest of its shape is the server's promise. */
function isAnswer(response: unknown): response is { file: Uploaded } {
	return typeof response === "object" && response !== null && "file" in response;
}
