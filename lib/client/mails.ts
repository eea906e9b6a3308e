/** The administration's view of mail: how it is, what waits and what failed. Asked anew every ten seconds while one looks. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../shared/languages.ts";
import type { MailView } from "../shared/schemas/mail.ts";
import { getMailHealth, listMails, previewMails } from "./api.ts";

const MAILS = ["mails"];
const ASKED_EVERY_MS = 10_000;

export function useMailHealth() {
	return useQuery({
		queryKey: [...MAILS, "health"],
		queryFn: getMailHealth,
		staleTime: 0,
		refetchInterval: ASKED_EVERY_MS,
	});
}

export function useMails(state: MailView["state"]) {
	return useInfiniteQuery({
		queryKey: [...MAILS, "list", state],
		queryFn: ({ pageParam }: { pageParam: string | undefined }) => listMails(state, pageParam),
		initialPageParam: undefined,
		getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
		staleTime: 0,
		refetchInterval: ASKED_EVERY_MS,
	});
}

export function useMailPreviews(language: Language) {
	return useQuery({ queryKey: [...MAILS, "previews", language], queryFn: () => previewMails(language) });
}

/** After something was done to one of them. */
export function useRefreshMails(): () => void {
	const cache = useQueryClient();
	return () => void cache.invalidateQueries({ queryKey: MAILS });
}
