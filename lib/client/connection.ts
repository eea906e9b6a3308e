import { createStore, useStore } from "./store.ts";

/** `away`: the connection was lost or could not be made, and is being made again. */
export type Connection = "connecting" | "online" | "away" | "restarting";

/** Most lost connections are back before anybody needs to hear of it. */
const TOLD_AFTER_MS = 1_000;

const connection = createStore<Connection>("connecting");
let telling: ReturnType<typeof setTimeout> | undefined;

export const useConnection = () => useStore(connection, (state) => state);

export function setConnection(state: Connection): void {
	clearTimeout(telling);
	if (state !== "away") connection.set(() => state);
	else telling = setTimeout(() => connection.set(() => "away"), TOLD_AFTER_MS);
}
