/** The long lists of a room, page by page, as hooks for components. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { FileKind, SentFile } from "../shared/schemas/file.ts";
import type { Member } from "../shared/schemas/room.ts";
import { listFiles, listMembers, type Page } from "./api.ts";
import { keys } from "./cache.ts";

export function useFiles(roomId: string, kind: FileKind) {
	return useInfiniteQuery({
		queryKey: [...keys.files(roomId), kind],
		queryFn: ({ pageParam }) => listFiles(roomId, kind, pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<SentFile>) => page.nextCursor ?? undefined,
	});
}

export function useMembers(roomId: string) {
	return useInfiniteQuery({
		queryKey: keys.members(roomId),
		queryFn: ({ pageParam }) => listMembers(roomId, pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<Member>) => page.nextCursor ?? undefined,
	});
}
