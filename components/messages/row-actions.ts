import type { Message } from "@/lib/shared/schemas/message";

export type ActionName = "copyText" | "copyLink" | "edit" | "remove" | "open";
/** @param ask before something is destroyed, even where it could be undone */
export type RunAction = (name: ActionName, message: Message, ask?: boolean) => void;

/** What I may do with a message: judged in the list, once for all rows. */
export type Rights = { mayEdit: boolean; mayDelete: boolean };
