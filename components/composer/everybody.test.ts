import { expect, test } from "vitest";
import { membershipOf, meOf, roomOf } from "@/test/samples";
import type { RoomRole } from "../../lib/shared/permissions.ts";
import type { RoomView } from "../../lib/shared/schemas/room.ts";
import { everybodyIn } from "./everybody.ts";

const me = meOf("alice");
const roomWith = (memberCount: number, role: RoomRole, kind: RoomView["kind"] = "public") =>
	roomOf({ kind, memberCount, membership: membershipOf({ role }) });

test.each([
	["@all come", roomWith(51, "owner"), "many"],
	["@HERE: quick", roomWith(51, "moderator"), "many"],
	["@all come", roomWith(50, "owner"), undefined],
	["@all come", roomWith(3, "member"), "nobody"],
	["`@all` is a word", roomWith(3, "member"), undefined],
	["@allan and call@all.example", roomWith(99, "owner"), undefined],
	["@all come", roomWith(3, "member", "direct"), undefined],
	["nobody", roomWith(99, "owner"), undefined],
] as const)("%j in %o: %s", (text, room, expected) => {
	expect(everybodyIn(text, room, me)).toBe(expected);
});
