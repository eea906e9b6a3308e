import { defineCollection } from "../lib/db/define-collection.ts";
import type { roomKinds } from "../lib/shared/schemas/room.ts";

/** Numbers that a writer has taken and not yet written under; see docs/realtime.md. */
export type Reservation = {
	id: string;
	/** `posts` sequence numbers from `fromSeq` on, `count` revisions from `fromRev` on. */
	fromSeq: number;
	posts: number;
	fromRev: number;
	count: number;
	at: Date;
};

export type RoomDoc = {
	_id: string;
	kind: (typeof roomKinds)[number];
	name?: string;
	nameKey?: string;
	/** Direct rooms: the members' ids, sorted and joined; there is one room for the same people. */
	directKey?: string;
	topic: string;
	announcement: string;
	readOnly: boolean;
	/** New people join by themselves. */
	isDefault: boolean;
	archivedAt?: Date;
	/** A room on its way out: it does not exist for anybody, its messages are being removed. */
	deletedAt?: Date;
	memberCount: number;
	lastSeq: number;
	rev: number;
	open: Reservation[];
	lastMessageAt?: Date;
	/** Written by each change of roles, so that such changes wait for each other. */
	rolesChangedAt?: Date;
	createdAt: Date;
	createdBy: string;
};

export const rooms = defineCollection<RoomDoc>("rooms", [
	// Names are unique among public rooms only: nobody learns of a private one by trying names.
	{ key: { nameKey: 1 }, unique: true, partialFilterExpression: { kind: "public", nameKey: { $exists: true } } },
	{ key: { directKey: 1 }, unique: true, partialFilterExpression: { directKey: { $exists: true } } },
	{ key: { kind: 1, nameKey: 1 }, name: "directory" },
	{ key: { isDefault: 1 }, partialFilterExpression: { isDefault: true } },
	{ key: { deletedAt: 1 }, partialFilterExpression: { deletedAt: { $exists: true } } },
]);
