import { Copy, Link2, type LucideIcon, MessageSquare, Pencil, SmilePlus, Trash2 } from "lucide-react";
import type { Message } from "@/lib/shared/schemas/message";

export type ActionName =
	| "thread"
	| "toggle"
	| "react"
	| "reactions"
	| "copyText"
	| "copyLink"
	| "edit"
	| "remove"
	| "open";

export type Given = {
	/** Before something is destroyed, even where it could be undone. */
	ask?: boolean;
	/** What one reacts with, or no longer. */
	emoji?: string;
};
export type RunAction = (name: ActionName, message: Message, given?: Given) => void;

/** What I may do with a message: judged in the list, once for all rows. */
export type Rights = { mayReact: boolean; mayReply: boolean; mayEdit: boolean; mayDelete: boolean };

type Word = "thread" | "reactions" | "copyText" | "copyLink" | "edit" | "delete";
export type Action = { name: ActionName; icon: LucideIcon; word: Word; keys?: string; danger?: true };

/** All that can be done with a message besides reacting, in the order of its menu. */
export function actionsFor(message: Message, { mayReply, mayEdit, mayDelete }: Rights): Action[] {
	const all: (Action | false)[] = [
		mayReply && { name: "thread", icon: MessageSquare, word: "thread", keys: "T" },
		message.reactions.length > 0 && { name: "reactions", icon: SmilePlus, word: "reactions" },
		{ name: "copyText", icon: Copy, word: "copyText", keys: "C" },
		{ name: "copyLink", icon: Link2, word: "copyLink", keys: "L" },
		mayEdit && { name: "edit", icon: Pencil, word: "edit", keys: "E" },
		mayDelete && { name: "remove", icon: Trash2, word: "delete", keys: "Del", danger: true },
	];
	return all.filter((action) => action !== false);
}
