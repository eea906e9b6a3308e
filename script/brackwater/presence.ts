/** Who sits at a page while it is looked at. */
import { io, type Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "../../lib/shared/events.ts";
import type { Accounts } from "./brackwater.ts";
import type { Call } from "./calls.ts";
import { personOf, type Username, usernames } from "./people.ts";

export type Presence = { type(who: Username, roomId: string): void; close(): void };

type Link = Socket<ServerToClientEvents, ClientToServerEvents>;

export async function present(url: string, accounts: Accounts, as: (who: Username) => Call): Promise<Presence> {
	const sockets = new Map<Username, Link>();
	for (const username of usernames) {
		const { shown, status } = personOf(username);
		// Ines is there by the page that is looked at.
		if (shown === "offline" || username === "ines") continue;
		const socket = await connect(url, accounts[username].token);
		sockets.set(username, socket);
		if (shown === "away") socket.emit("presence", { state: "idle" });
		const state = shown === "busy" ? shown : "auto";
		if (status || shown === "busy") await as(username)("PUT", "/api/me/status", { state, ...status });
	}
	return {
		type: (who, roomId) => sockets.get(who)?.emit("typing", { roomId }),
		close: () => {
			for (const socket of sockets.values()) socket.disconnect();
		},
	};
}

function connect(url: string, token: string): Promise<Link> {
	const socket: Link = io(url, { auth: { token }, transports: ["websocket"], forceNew: true });
	return new Promise((resolve, reject) => {
		socket.once("connect", () => resolve(socket));
		socket.once("connect_error", reject);
	});
}
