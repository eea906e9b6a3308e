/** How much a room concerns me: shown at once, and as it was when the server refuses. */
import type { InvolvementInput, RoomView } from "../shared/schemas/room.ts";
import { setInvolvement } from "./api.ts";
import { applyRoom, changeRooms } from "./cache.ts";

type Membership = NonNullable<RoomView["membership"]>;

/** Browsers count no further. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @throws ClientError */
export async function involve({ id, membership }: RoomView, change: InvolvementInput): Promise<void> {
	if (!membership) return;
	const { level, mutedUntil, email } = membership.involvement;
	const before: InvolvementInput = { level, mutedUntil, email, favorite: membership.favorite };
	show(id, change);
	try {
		applyRoom(await setInvolvement(id, change));
	} catch (error) {
		show(id, Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof InvolvementInput]])));
		throw error;
	}
}

function show(roomId: string, change: InvolvementInput): void {
	changeRooms((rooms) =>
		rooms.map((room) => (room.id === roomId ? { ...room, membership: changed(room, change) } : room)),
	);
}

function changed({ membership }: RoomView, { favorite, ...change }: InvolvementInput): Membership | null {
	if (!membership) return null;
	const { level, mutedUntil, email } = membership.involvement;
	return {
		...membership,
		favorite: favorite ?? membership.favorite,
		involvement: {
			level: change.level ?? level,
			mutedUntil: change.mutedUntil === undefined ? mutedUntil : change.mutedUntil,
			email: change.email ?? email,
		},
	};
}

/** Takes mutes away whose time is over, as the server does in what it answers. Answers how to stop waiting for the next one. */
export function endMutes(rooms: RoomView[], now = Date.now()): () => void {
	const ends = rooms.flatMap(({ membership }) => membership?.involvement.mutedUntil ?? []).map((at) => Date.parse(at));
	if (ends.length === 0) return () => {};
	const timer = setTimeout(takeAway, Math.min(LONGEST_TIMER_MS, Math.max(0, Math.min(...ends) - now)));
	return () => clearTimeout(timer);
}

function takeAway(): void {
	const now = Date.now();
	changeRooms((rooms) => {
		const isOver = ({ membership }: RoomView) => Date.parse(membership?.involvement.mutedUntil ?? "") <= now;
		if (!rooms.some(isOver)) return rooms;
		return rooms.map((room) => (isOver(room) ? { ...room, membership: changed(room, { mutedUntil: null }) } : room));
	});
}
