"use client";
import { Bell, BellOff, CheckCheck, Link2, MailOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { messagePath } from "@/components/frame/navigation";
import type { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { copyText } from "@/components/ui/use-copy";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { markThreadUnread, readWholeThread, setFollowing, type ThreadTalk } from "@/lib/client/threads";

type Options = {
	talk: ThreadTalk;
	following: boolean;
	unread: number;
	/** It is marked unread to be read later: it does not stay open. */
	onUnread?: () => void;
};

/** What can be done with a thread as a whole. */
export function useThreadActions({ talk, following, unread, onUnread }: Options) {
	const t = useTranslations("threads");
	const sentenceOf = useSentenceOf();

	function attempt(done: Promise<void>, then: () => void = () => {}): void {
		done.then(then, (error) => toast({ text: sentenceOf(error), tone: "danger" }));
	}

	const follow = () =>
		attempt(setFollowing(talk, !following), () => toast({ text: t(following ? "unfollowed" : "followed") }));

	const items: MenuItem[] = [
		...(following
			? [
					unread > 0
						? { label: t("markRead"), icon: CheckCheck, onSelect: () => attempt(readWholeThread(talk)) }
						: { label: t("markUnread"), icon: MailOpen, onSelect: () => attempt(markThreadUnread(talk), onUnread) },
				]
			: []),
		{ label: t(following ? "unfollow" : "follow"), icon: following ? BellOff : Bell, onSelect: follow },
		{
			label: t("link"),
			icon: Link2,
			apart: true,
			onSelect() {
				const { threadId: id, roomId } = talk;
				const link = `${location.origin}${messagePath({ id, roomId })}&panel=thread-${encodeURIComponent(id)}`;
				void copyText(link).then(() => toast({ text: t("linkCopied") }));
			},
		},
	];
	return { follow, items };
}
