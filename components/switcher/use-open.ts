"use client";
import { useMutation } from "@tanstack/react-query";
import { createRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Found } from "./choices";

/** The room of what was found: of a person the talk with him, which may have to be begun. */
export function useOpen(onRoom: (room: RoomView) => void): { open: (one: Found) => void; error: unknown } {
	const { mutate, error } = useMutation({
		mutationFn: (userId: string) => createRoom({ kind: "direct", members: [userId] }),
		onSuccess(room) {
			applyRoom(room);
			onRoom(room);
		},
	});
	return { open: (one) => (one.kind === "person" ? mutate(one.person.id) : onRoom(one.room)), error };
}
