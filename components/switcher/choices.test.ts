import { expect, test } from "vitest";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";
import { foundElsewhere, readQuery, roomsAtFirst, roomsFound } from "./choices.ts";

const bob = person("bob", "Bob");
const rooms = [
	room("general", { at: 3 }),
	room("field-trips", { at: 1 }),
	room("the-field", { at: 9 }),
	room("firmware", { at: 5 }),
	{ ...room("Bob", { at: 2 }), kind: "direct" as const, with: [bob] },
];
const names = (found: { id: string }[]) => found.map(({ id }) => id);

test("rooms are found best first, and where I was last before others that fit alike", () => {
	expect(names(roomsFound(rooms, readQuery("fi"), []))).toEqual(["firmware", "field-trips", "the-field"]);
	expect(names(roomsFound(rooms, readQuery("fi"), ["field-trips"]))[0]).toBe("field-trips");
});

test("@ finds people only, # rooms only", () => {
	expect(names(roomsFound(rooms, readQuery("@b"), []))).toEqual(["Bob"]);
	expect(names(roomsFound(rooms, readQuery("@"), []))).toEqual(["Bob"]);
	expect(names(roomsFound(rooms, readQuery("#b"), []))).toEqual([]);
	expect(names(roomsFound(rooms, readQuery("#field"), []))).toEqual(["field-trips", "the-field"]);
});

test("before anything is typed, unread rooms come first, then those visited, and never the one that is open", () => {
	const list = [...rooms, room("alarms", { at: 0, unread: 2 })];
	expect(names(roomsAtFirst(list, "the-field", ["firmware", "the-field"]))).toEqual([
		"alarms",
		"firmware",
		"general",
		"Bob",
		"field-trips",
	]);
});

test("of what the server finds, only what is not mine already is added", () => {
	const found = { people: [bob, person("carol", "Carol")], rooms: [room("general", {}), room("tide", {})] };
	expect(names(foundElsewhere(found, rooms, "x"))).toEqual(["carol", "tide"]);
});

function room(name: string, { at, unread = 0 }: { at?: number; unread?: number }): RoomView {
	return {
		id: name,
		kind: "public",
		name,
		displayName: name,
		topic: "",
		announcement: "",
		memberCount: 2,
		lastSeq: 1,
		rev: 1,
		lastMessageAt: at === undefined ? null : new Date(2026, 1, 1, at).toISOString(),
		archived: false,
		readOnly: false,
		default: false,
		membership: {
			role: "member",
			lastReadSeq: 0,
			unread,
			mentions: 0,
			involvement: { level: "default", mutedUntil: null, email: "default" },
			favorite: false,
		},
	};
}

function person(id: string, name: string): User {
	return { id, username: id, name, avatar: null, kind: "person", active: true, status: { state: "online" } };
}
