import { expect, test } from "vitest";
import type { RoomRole } from "../shared/permissions.ts";
import type { Member } from "../shared/schemas/room.ts";
import type { ShownState } from "../shared/states.ts";
import { inMemberOrder } from "./member-order.ts";

function member(name: string, role: RoomRole = "member", state: ShownState = "offline"): Member {
	const username = name.toLowerCase();
	const user = { id: username, username, name, avatar: null, kind: "person", active: true, status: { state } } as const;
	return { user, role, joinedAt: "2026-11-02T08:00:00.000Z" };
}

test("owners come first, then moderators, then those who are here, and all of them by name", () => {
	const came = [
		member("Zoe"),
		member("Émile", "member", "away"),
		member("alice", "moderator"),
		member("Noor", "member", "online"),
		member("Bob", "owner"),
		member("Dan"),
		member("Mia", "owner", "busy"),
		member("Fay", "member", "online"),
	];
	const order = inMemberOrder(came).map(({ user }) => user.name);
	expect(order).toEqual(["Mia", "Bob", "alice", "Émile", "Fay", "Noor", "Dan", "Zoe"]);
	expect(came[0]?.user.name).toBe("Zoe");
});
