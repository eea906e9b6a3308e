import type { ReactNode } from "react";
import type { Message, NoticeType } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";

type Said = { by: ReactNode; users: ReactNode; from: ReactNode; to: ReactNode };

const sentences: Record<NoticeType, (said: Said) => ReactNode> = {
	created: ({ by }) => <>{by} made this room</>,
	joined: ({ by }) => <>{by} joined</>,
	left: ({ by }) => <>{by} left</>,
	added: ({ by, users }) => (
		<>
			{by} added {users}
		</>
	),
	removed: ({ by, users }) => (
		<>
			{by} removed {users}
		</>
	),
	renamed: ({ by, from, to }) => (
		<>
			{by} renamed the room from {from} to {to}
		</>
	),
	topic: ({ by, to }) =>
		to ? (
			<>
				{by} set the topic: {to}
			</>
		) : (
			<>{by} took the topic away</>
		),
	role: ({ by, users, to }) => (
		<>
			{by} made {users} {to}
		</>
	),
	archived: ({ by }) => <>{by} archived the room</>,
	unarchived: ({ by }) => <>{by} unarchived the room</>,
	"made-public": ({ by }) => <>{by} made the room public</>,
	"made-private": ({ by }) => <>{by} made the room private</>,
	"read-only": ({ by }) => <>{by} made the room read-only</>,
	writable: ({ by }) => <>{by} let everybody write in the room</>,
};

const roles: Record<string, string> = { owner: "an owner", moderator: "a moderator", member: "a member" };

/** What happened, in words. */
export function NoticeWords({ message }: { message: Message }) {
	const { notice, author } = message;
	if (!notice) return null;
	return sentences[notice.type]({
		by: <Name person={author} />,
		users: <Names people={notice.users ?? []} />,
		from: <bdi className="font-medium text-text">{notice.from}</bdi>,
		to:
			notice.type === "role"
				? (roles[notice.to ?? ""] ?? notice.to)
				: notice.to && <bdi className="text-text">{notice.to}</bdi>,
	});
}

function Name({ person }: { person: Author }) {
	return <bdi className="font-semibold text-text">{person.name}</bdi>;
}

const list = new Intl.ListFormat("en", { type: "conjunction" });

function Names({ people }: { people: Author[] }) {
	// The words between the names are the same more than once; each belongs to the name that it follows.
	return list.formatToParts(people.map(({ id }) => id)).map(({ type, value }, index, parts) => {
		const person = type === "element" ? people.find(({ id }) => id === value) : undefined;
		return person ? (
			<Name key={person.id} person={person} />
		) : (
			<span key={`after ${parts[index - 1]?.value}`}>{value}</span>
		);
	});
}
