/** The one way back after a gap: the rooms again, then the changes of those whose history the page holds and that moved on. */
import { MAX_CHANGES_ROOMS } from "../shared/limits.ts";
import type { ManyChanges } from "../shared/schemas/message.ts";
import { getChanges } from "./api.ts";
import {
	applyEvent,
	changeHistories,
	dropRoom,
	heldBootstrap,
	heldHistories,
	heldRoom,
	historiesBehind,
	keys,
	queryClient,
	showsStubs,
} from "./cache.ts";
import { applyChanges } from "./state.ts";

/** Events that overtook each other settle by themselves within this time, and no question is needed. */
const SETTLE_MS = 300;
/** A write that is still open in the server holds back what is above it; asked again until it is there. */
const ASK_AGAIN_MS = 1_500;
const MOST_ASKS = 10;

let isDue = false;
let roomsToo = false;

/** After events that tell of a hole. `rooms`: the counts are in doubt too. */
export function catchUpSoon({ rooms = false } = {}): void {
	roomsToo ||= rooms;
	if (isDue) return;
	isDue = true;
	setTimeout(() => {
		isDue = false;
		void catchUp({ rooms: roomsToo });
	}, SETTLE_MS);
}

/** At once, after a connection was made. */
export async function catchUp({ rooms = true } = {}, ask = 1): Promise<void> {
	roomsToo = false;
	if (rooms) await askOwn();
	try {
		await askChanges();
	} catch {
		// Not answered: asked again below, or by the next connection.
	}
	if (historiesBehind().length > 0 && ask < MOST_ASKS) {
		setTimeout(() => void catchUp({ rooms: false }, ask + 1), ASK_AGAIN_MS);
	}
}

/** The rooms' counts, and how the threads stand that one follows. */
async function askOwn(): Promise<void> {
	await queryClient().refetchQueries({ queryKey: keys.bootstrap });
	for (const thread of heldBootstrap()?.threads ?? []) applyEvent({ name: "thread:changed", payload: { thread } });
	void queryClient().invalidateQueries({ queryKey: keys.inboxes });
	void queryClient().invalidateQueries({ queryKey: keys.mentions });
}

async function askChanges(): Promise<void> {
	dropLostRooms();
	for (let behind = historiesBehind(); behind.length > 0; ) {
		const { rooms } = await getChanges(behind.slice(0, MAX_CHANGES_ROOMS));
		const unfinished = rooms.flatMap((room) => applyRoomChanges(room));
		behind = [...unfinished, ...behind.slice(MAX_CHANGES_ROOMS)];
	}
}

/** Answers what is left to ask for this room. */
function applyRoomChanges(room: ManyChanges["rooms"][number]): { id: string; since: number }[] {
	if ("gone" in room) {
		dropRoom(room.id);
		return [];
	}
	if ("reset" in room) {
		void queryClient().invalidateQueries({ queryKey: keys.history({ roomId: room.id }) });
		return [];
	}
	changeHistories(room.id, (history) => applyChanges(history, room, { stubs: showsStubs() }));
	return room.more ? [{ id: room.id, since: room.rev }] : [];
}

/** Rooms that I was taken out of while I was away: their histories are not mine to keep. */
function dropLostRooms(): void {
	for (const [{ roomId }] of heldHistories()) {
		if (!heldRoom(roomId)) dropRoom(roomId);
	}
}
