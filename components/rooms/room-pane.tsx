"use client";
import { useEffect, useState } from "react";
import { useParam } from "@/components/frame/address";
import { MessagesSkeleton } from "@/components/messages/messages-skeleton";
import { lateComponent } from "@/components/ui/late-component";
import { NotFetched } from "@/components/words/not-fetched";
import { ClientError } from "@/lib/client/errors";
import { rememberRoom } from "@/lib/client/place";
import { trimHistory, useForeignRoom } from "@/lib/client/rooms";
import { useMyRoom } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { NoLongerHere, NoSuchRoom, RoomNotLoaded } from "./no-room";
import { Room } from "./room";
import { RoomPanel } from "./room-panel";

const ThreadPage = lateComponent(
	() => import("@/components/threads/thread-page").then((module) => module.ThreadPage),
	NotYet,
);
export const loadThreadPage = ThreadPage.load;

/** What stands beside the sidebar for the address of a room or of a thread of it, or why there is none. */
export function RoomPane({ id, threadId }: { id: string; threadId?: string | undefined }) {
	const mine = useMyRoom(id);
	const [lost, setLost] = useState<RoomView>();
	// While it is looked at: the last view is what can still be said of a room that is taken away.
	if (mine && mine !== lost) setLost(mine);
	const foreign = useForeignRoom(id, !mine && !lost);
	const room = mine ?? foreign.data;
	const panel = useParam("panel") ?? null;

	const isMine = mine !== undefined;

	useEffect(() => {
		if (!isMine) return;
		rememberRoom(id);
		return () => trimHistory({ roomId: id });
	}, [id, isMine]);

	if (!mine && lost) return <NoLongerHere room={lost} onLook={() => setLost(undefined)} />;
	if (!room) {
		if (!foreign.error) return <Waiting />;
		const isNone = foreign.error instanceof ClientError && foreign.error.code === "room-not-found";
		return isNone ? <NoSuchRoom /> : <RoomNotLoaded error={foreign.error} onRetry={() => foreign.refetch()} />;
	}
	if (threadId !== undefined) return <ThreadPage room={room} threadId={threadId} />;
	return (
		<>
			<Room room={room} hidden={panel !== null} />
			<RoomPanel room={room} panel={panel} />
		</>
	);
}

/** In the place of what is being fetched, or could not be. */
export function NotYet({ onRetry }: { onRetry?: (() => void) | undefined }) {
	if (!onRetry) return <Waiting />;
	return (
		<main className="grid flex-1 place-items-center p-6">
			<NotFetched onRetry={onRetry} />
		</main>
	);
}

function Waiting() {
	return (
		<main className="flex flex-1 flex-col">
			<div className="h-(--bar-height) border-b border-border" />
			<MessagesSkeleton />
		</main>
	);
}
