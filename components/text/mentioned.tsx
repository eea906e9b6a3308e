"use client";
import { createContext, type ReactNode, useContext } from "react";
import { usePeople } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

type Mentions = Message["mentions"];
type Known = { mentions: Mentions | undefined; people: Author[] };

const NOBODY: Known = { mentions: undefined, people: [] };
const Names = createContext<Known>(NOBODY);

export const useMentioned = (): Known => useContext(Names);

/** Gives the names in a text those whom the server says it mentions; their names are looked up once for the text. */
export function Mentioned({ mentions, children }: { mentions: Mentions | undefined; children: ReactNode }) {
	if (!mentions) return children;
	if (mentions.users.length > 0) return <WithPeople mentions={mentions}>{children}</WithPeople>;
	return <Names value={{ mentions, people: [] }}>{children}</Names>;
}

function WithPeople({ mentions, children }: { mentions: Mentions; children: ReactNode }) {
	const me = useMe();
	const others = usePeople(mentions.users.filter((id) => id !== me.id));
	const people = mentions.users.includes(me.id) ? [me, ...others] : others;
	return <Names value={{ mentions, people }}>{children}</Names>;
}
