import {
	BellRing,
	Bookmark,
	BookmarkX,
	Copy,
	EyeOff,
	Forward,
	History,
	Link2,
	type LucideIcon,
	MessageSquare,
	Pencil,
	Pin,
	PinOff,
	Quote,
	SmilePlus,
	Trash2,
	Unlink2,
} from "lucide-react";
import type { Message } from "@/lib/shared/schemas/message";

export type ActionName =
	| "thread"
	| "quote"
	/** To what it quotes. */
	| "quoted"
	| "forward"
	| "versions"
	| "toggle"
	| "react"
	| "reactions"
	| "save"
	| "unsave"
	| "pin"
	| "unpin"
	| "unread"
	| "why"
	| "copyText"
	| "copyLink"
	| "removePreviews"
	| "edit"
	| "remove"
	| "open";

export type Given = {
	/** Before something is destroyed, even where it could be undone. */
	ask?: boolean;
	/** What one reacts with, or no longer. */
	emoji?: string;
	/** One of several; all of them where none is named. */
	previewId?: string;
};
export type RunAction = (name: ActionName, message: Message, given?: Given) => void;

/** What I may do with a message: judged in the list, once for all rows. */
export type Rights = {
	mayReact: boolean;
	mayReply: boolean;
	mayQuote: boolean;
	/** What it said before it was edited. */
	maySeeVersions: boolean;
	mayPin: boolean;
	mayUnread: boolean;
	mayExplain: boolean;
	mayEdit: boolean;
	mayDelete: boolean;
	/** Take away what its links show; false where they show nothing. */
	mayRemovePreviews: boolean;
	/** It is on my own list. */
	saved: boolean;
};

type Word =
	| "thread"
	| "quote"
	| "forward"
	| "versions"
	| "reactions"
	| "save"
	| "unsave"
	| "pin"
	| "unpin"
	| "unread"
	| "why"
	| "copyText"
	| "copyLink"
	| "removePreviews"
	| "edit"
	| "delete";
export type Action = { name: ActionName; icon: LucideIcon; word: Word; keys?: string; danger?: true; mirrored?: true };

/** All that can be done with a message besides reacting, in the order of its menu. */
export function actionsFor(message: Message, rights: Rights): Action[] {
	const all: (Action | false)[] = [
		rights.mayReply && { name: "thread", icon: MessageSquare, word: "thread", keys: "T" },
		rights.mayQuote && { name: "quote", icon: Quote, word: "quote", keys: "R", mirrored: true },
		{ name: "forward", icon: Forward, word: "forward", mirrored: true },
		message.reactions.length > 0 && { name: "reactions", icon: SmilePlus, word: "reactions" },
		rights.saved
			? { name: "unsave", icon: BookmarkX, word: "unsave", keys: "S" }
			: { name: "save", icon: Bookmark, word: "save", keys: "S" },
		rights.mayPin &&
			(message.pinned ? { name: "unpin", icon: PinOff, word: "unpin" } : { name: "pin", icon: Pin, word: "pin" }),
		message.text !== "" && { name: "copyText", icon: Copy, word: "copyText", keys: "C" },
		{ name: "copyLink", icon: Link2, word: "copyLink", keys: "L" },
		rights.mayUnread && { name: "unread", icon: EyeOff, word: "unread", keys: "U" },
		rights.mayExplain && { name: "why", icon: BellRing, word: "why" },
		rights.mayRemovePreviews && { name: "removePreviews", icon: Unlink2, word: "removePreviews" },
		rights.maySeeVersions && message.editedAt !== null && { name: "versions", icon: History, word: "versions" },
		rights.mayEdit && { name: "edit", icon: Pencil, word: "edit", keys: "E" },
		rights.mayDelete && { name: "remove", icon: Trash2, word: "delete", keys: "Del", danger: true },
	];
	return all.filter((action) => action !== false);
}
