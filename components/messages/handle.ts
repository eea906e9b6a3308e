import type { Ref } from "react";
import type { RoomView } from "@/lib/shared/schemas/room";

/** What the rest of the room or thread may ask of its list of messages. */
export type MessagesHandle = {
	toNewest: () => void;
	/** The id of the last message that I wrote and may still change. */
	lastOwn: () => string | undefined;
};

export type MessagesProps = {
	ref: Ref<MessagesHandle>;
	room: RoomView;
	/** The message that is being changed. */
	editing: string | undefined;
	onEdit: (id: string | undefined) => void;
};
