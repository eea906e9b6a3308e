/** Whole things of each kind, for tests that look at a few of their fields. */
import type { Message } from "../lib/shared/schemas/message.ts";
import { defaultPreferences } from "../lib/shared/schemas/preferences.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import type { Bootstrap } from "../lib/shared/schemas/server.ts";
import type { Author, Me, User } from "../lib/shared/schemas/user.ts";

export const AT = "2026-11-21T10:00:00.000Z";

type Membership = NonNullable<RoomView["membership"]>;

export function person(name: string): User {
	return {
		id: `u-${name}`,
		username: name,
		name,
		avatar: null,
		kind: "person",
		active: true,
		status: { state: "online" },
	};
}

export function authorOf({ id, username, name, avatar }: User): Author {
	return { id, username, name, avatar };
}

export function meOf(name: string, fields: Partial<Me> = {}): Me {
	return {
		...person(name),
		email: `${name}@example.org`,
		roles: ["user"],
		permissions: [],
		chosenState: "auto",
		...fields,
	};
}

export function messageOf(fields: Partial<Message> = {}): Message {
	return {
		id: "m1",
		roomId: "r1",
		seq: 1,
		rev: 1,
		author: authorOf(person("bob")),
		text: "Morning",
		at: AT,
		editedAt: null,
		deletedAt: null,
		kind: "text",
		threadId: null,
		threadSeq: null,
		alsoToRoom: false,
		thread: null,
		reactions: [],
		files: [],
		mentions: { users: [], rooms: [], all: false, here: false },
		quote: null,
		previews: [],
		pinned: false,
		...fields,
	};
}

/** One that one is not in. */
export function roomOf(fields: Partial<RoomView> = {}): RoomView {
	return {
		id: "r1",
		kind: "public",
		name: "tides",
		displayName: "tides",
		topic: "",
		announcement: "",
		memberCount: 2,
		lastSeq: 0,
		rev: 0,
		lastMessageAt: null,
		archived: false,
		readOnly: false,
		default: false,
		membership: null,
		...fields,
	};
}

export function membershipOf(fields: Partial<Membership> = {}): Membership {
	return {
		role: "member",
		lastReadSeq: 0,
		unread: 0,
		mentions: 0,
		involvement: { level: "default", mutedUntil: null, email: "default" },
		favorite: false,
		...fields,
	};
}

export function bootstrapOf(fields: Partial<Bootstrap> = {}): Bootstrap {
	return {
		me: meOf("alice"),
		preferences: defaultPreferences,
		rooms: [],
		threads: [],
		saved: [],
		profileFields: [],
		time: AT,
		server: {
			name: "Brackwater",
			version: "0.1.0",
			build: "one",
			setUp: true,
			language: "en",
			registration: "open",
			passwordReset: false,
			ldap: false,
			calls: false,
			signInWith: [],
			uploads: { rooms: true, direct: true, fileSize: null, files: 10 },
			limits: { messageLength: 5_000, directMembers: 8, passwordLength: 12 },
			accounts: { mayChangeAvatar: true },
			messages: {
				groupingSeconds: 300,
				mayEdit: true,
				editMinutes: 0,
				mayDelete: true,
				deleteMinutes: 0,
				showDeleted: false,
				longTextAsFile: true,
				keepsVersions: false,
			},
		},
		...fields,
	};
}
