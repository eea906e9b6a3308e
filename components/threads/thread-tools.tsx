"use client";
import { BellOff, BellRing, Ellipsis, Maximize2, MessageSquareShare } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useUnreadThreads } from "@/lib/client/session";
import type { HeldThread } from "@/lib/client/state";
import { useThreadActions } from "./use-thread-actions";

type Props = {
	thread: HeldThread;
	/** Goes to the place in the room. */
	onShow: () => void;
	/** Only where it is not the page already. */
	onPage?: (() => void) | undefined;
	onUnread: () => void;
};

/** In the head of a thread: whether one follows it, and the rest. */
export function ThreadTools({ thread: { root, following }, onShow, onPage, onUnread }: Props) {
	const t = useTranslations("threads");
	const talk = { roomId: root.roomId, threadId: root.id };
	const unread = useUnreadThreads().find(({ threadId }) => threadId === root.id)?.unread ?? 0;
	const { follow, items } = useThreadActions({ talk, following, unread, onUnread });
	const ways: MenuItem[] = [
		{ label: t("open"), icon: MessageSquareShare, onSelect: onShow },
		...(onPage ? [{ label: t("openPage"), icon: Maximize2, onSelect: onPage }] : []),
	];
	return (
		<>
			<IconButton
				icon={following ? BellRing : BellOff}
				label={t(following ? "following" : "follow")}
				aria-pressed={following}
				on={following}
				onClick={follow}
			/>
			<Menu
				label={t("more")}
				items={[...ways, ...items.map((item, index) => (index === 0 ? { ...item, apart: true } : item))]}
				trigger={(props) => <IconButton icon={Ellipsis} label={t("more")} {...props} />}
			/>
		</>
	);
}
