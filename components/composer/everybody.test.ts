import { expect, test } from "vitest";
import type { RoomView } from "../../lib/shared/schemas/room.ts";
import type { Me } from "../../lib/shared/schemas/user.ts";
import { everybodyIn } from "./everybody.ts";

const me = { id: "alice", permissions: [] as string[] } as Me;
const roomOf = (memberCount: number, role: string, kind = "public") =>
	({ kind, memberCount, membership: { role } }) as RoomView;

test.each([
	["@all come", roomOf(51, "owner"), "many"],
	["@HERE: quick", roomOf(51, "moderator"), "many"],
	["@all come", roomOf(50, "owner"), undefined],
	["@all come", roomOf(3, "member"), "nobody"],
	["`@all` is a word", roomOf(3, "member"), undefined],
	["@allan and call@all.example", roomOf(99, "owner"), undefined],
	["@all come", roomOf(3, "member", "direct"), undefined],
	["nobody", roomOf(99, "owner"), undefined],
] as const)("%j in %o: %s", (text, room, expected) => {
	expect(everybodyIn(text, room, me)).toBe(expected);
});
