import { expect, test } from "vitest";
import type { RoomView } from "@/lib/shared/schemas/room";
import { membershipOf, meOf, roomOf } from "@/test/samples";
import { commandIn } from "./command-in.ts";
import { commandsFor } from "./commands.ts";
import { runCommand } from "./run-command.ts";

const me = meOf("alice", { permissions: ["room-create-direct"] });
const room = roomOf({ membership: membershipOf() });
const own = roomOf({ membership: membershipOf({ role: "owner" }) });
const direct = roomOf({ kind: "direct", membership: membershipOf() });

test("a command is a slash and a word at the beginning, and a path is none", () => {
	expect(commandIn("/me is on the dike")).toEqual({ name: "me", rest: "is on the dike" });
	expect(commandIn("/Shrug")).toEqual({ name: "shrug", rest: "" });
	expect(commandIn("/?")).toEqual({ name: "help", rest: "" });
	for (const text of ["/etc/hosts", "/etc/hosts is wrong", "/a.out", "// a comment", "/", "/ 2", " /me", "/5"]) {
		expect(commandIn(text), text).toBeUndefined();
	}
});

test("only what one may do here is offered", () => {
	const names = (it: RoomView) => commandsFor(me, it).map(({ name }) => name);
	expect(names(own)).toContain("topic");
	expect(names(room)).not.toContain("topic");
	expect(names(direct)).not.toContain("leave");
	expect(commandsFor({ ...me, permissions: [] }, room).map(({ name }) => name)).not.toContain("msg");
});

test("commands for members, and for the room, are for those who look after it, and not for a direct message", () => {
	const names = (it: RoomView) => commandsFor(me, it).map(({ name }) => name);
	for (const name of ["invite", "kick", "archive"] as const) {
		expect(names(own), name).toContain(name);
		expect(names(room), name).not.toContain(name);
		expect(names(direct), name).not.toContain(name);
	}
	expect(names(direct)).toContain("mute");
	expect(names({ ...room, membership: null })).not.toContain("mute");
});

test("what cannot be meant is not done", async () => {
	const tried = (text: string) => runCommand(text, me, own);
	await expect(tried("/kick @bob @carol")).rejects.toMatchObject({ fault: "tooManyPeople", about: "1" });
	await expect(tried("/kick @")).rejects.toMatchObject({ fault: "noSuchPerson", about: "@" });
	await expect(tried("/kick")).rejects.toMatchObject({ fault: "incomplete" });
	await expect(tried("/mute soon")).rejects.toMatchObject({ fault: "noSpan", about: "soon" });
	await expect(tried("/dnd 2")).rejects.toMatchObject({ fault: "noSpan" });
	await expect(runCommand("/archive", me, room)).rejects.toMatchObject({ fault: "unknown" });
});

test("/me and /shrug are messages that look as they should", async () => {
	expect(await runCommand("/me waves", me, room)).toEqual({ send: "_waves_" });
	expect(await runCommand("/me takes a_b", me, room)).toEqual({ send: "*takes a_b*" });
	expect(await runCommand("/shrug", me, room)).toEqual({ send: "¯\\\\\\_(ツ)\\_/¯" });
	expect(await runCommand("/shrug no idea", me, room)).toEqual({ send: "no idea ¯\\\\\\_(ツ)\\_/¯" });
});

test("one that does not exist, is not for here, or lacks something is not sent", async () => {
	await expect(runCommand("/dance", me, room)).rejects.toMatchObject({ fault: "unknown", about: "/dance" });
	await expect(runCommand("/topic New", me, room)).rejects.toMatchObject({ fault: "unknown" });
	await expect(runCommand("/me", me, room)).rejects.toMatchObject({ fault: "incomplete", about: "/me" });
});
