import { createStore, useStore } from "./store.ts";

/** `away`: the connection was lost or could not be made, and is being made again. */
export type Connection = "connecting" | "online" | "away" | "restarting";

const connection = createStore<Connection>("connecting");

export const currentConnection = connection.get;
export const setConnection = (state: Connection) => connection.set(() => state);
export const useConnection = () => useStore(connection, (state) => state);
