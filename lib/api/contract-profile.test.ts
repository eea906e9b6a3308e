/** Fields of the profile that an administrator sets up: who fills them in, who sees them, who finds people by them. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries } from "../../models/audit-entry.ts";
import { users } from "../../models/user.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import type { Me, User } from "../shared/schemas/user.ts";

type Failure = { error: { code: string; details: { fields: { path: string; code: string; message: string }[] } } };

const FIELDS = {
	team: { type: "select", label: "Team", options: ["Docks", "Sales"], required: true },
	phone: { label: "Phone", maxLength: 12 },
	locker: { label: "Locker", public: false },
	desk: { label: "Desk", editable: false },
};

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
	await users().updateMany({}, { $unset: { fields: true, fieldKeys: true } });
	expect((await setUp(FIELDS)).status).toBe(200);
});

const setUp = (fields: unknown) =>
	world.alice.call<Failure>("PATCH", "/api/admin/settings", {
		changes: { Accounts_CustomFields: typeof fields === "string" ? fields : JSON.stringify(fields) },
	});
const tell = (fields: unknown, person: Person = world.bob) => person.call<Me & Failure>("PATCH", "/api/me", { fields });
const manage = (fields: unknown, person: Person = world.alice, id = world.bob.id) =>
	person.call<User & Failure>("PATCH", `/api/admin/users/${id}`, { fields });
const seenBy = async (person: Person) => (await person.get<User>(`/api/users/${world.bob.id}`)).fields;
const complaints = ({ body }: { body: Failure }) => body.error.details.fields.map(({ path, code }) => [path, code]);
const found = async (query: string, more = "&profile=true", person: Person = world.carol) =>
	(await person.get<{ items: User[] }>(`/api/users?query=${encodeURIComponent(query)}${more}`)).items.map(
		({ username }) => username,
	);

test("what one fills in is seen by others, in its order, and what is not for everybody by those who may see it", async () => {
	const { status, body } = await tell({ locker: "17", phone: "123", team: "Docks" });
	expect([status, body.fields]).toEqual([200, { team: "Docks", phone: "123", locker: "17" }]);
	expect(Object.keys(body.fields ?? {})).toEqual(["team", "phone", "locker"]);
	expect((await world.bob.get<Me>("/api/me")).fields).toEqual({ team: "Docks", phone: "123", locker: "17" });
	expect(await seenBy(world.carol)).toEqual({ team: "Docks", phone: "123" });
	expect(await seenBy(world.alice)).toEqual({ team: "Docks", phone: "123", locker: "17" });
	// Others stay as they are; an empty one is taken away.
	expect((await tell({ phone: "" })).body.fields).toEqual({ team: "Docks", locker: "17" });
});

test("the page is told what can be filled in", async () => {
	const { profileFields } = await world.carol.get<Bootstrap>("/api/bootstrap");
	expect(profileFields.map(({ name, label, type }) => [name, label, type])).toEqual([
		["team", "Team", "select"],
		["phone", "Phone", "text"],
		["locker", "Locker", "text"],
		["desk", "Desk", "text"],
	]);
});

test("a change is heard by all, what is not for everybody by the own devices alone", async () => {
	const [carol, laptop] = [await world.carol.connect(), await world.bob.connect()];
	await tell({ team: "Sales", locker: "21" });
	const fieldsIn = (payload: Record<string, unknown>) => (payload.user as User).fields;
	expect(fieldsIn(await carol.heard("user:changed", (payload) => fieldsIn(payload) !== undefined))).toEqual({
		team: "Sales",
	});
	const own = await laptop.heard("user:changed", (payload) => fieldsIn(payload)?.locker !== undefined);
	expect(fieldsIn(own)).toEqual({ team: "Sales", locker: "21" });
	await tell({ locker: "22" });
	await carol.heard("user:changed", () => carol.events.filter(({ name }) => name === "user:changed").length > 1);
	expect(JSON.stringify(carol.events)).not.toContain("locker");
	carol.close();
	laptop.close();
});

test("a value is refused at its field, and then nothing is changed", async () => {
	expect(complaints(await tell({ phone: "1" }))).toEqual([["fields.team", "too-small"]]);
	expect(complaints(await tell({ team: "Kitchen", phone: "1234567890123", name: "x" }))).toEqual([
		["fields.name", "unknown-field"],
		["fields.team", "invalid-value"],
		["fields.phone", "too-big"],
	]);
	await tell({ team: "Docks" });
	expect(complaints(await tell({ team: "" }))).toEqual([["fields.team", "too-small"]]);
	expect((await world.bob.call<Failure>("PATCH", "/api/me", { name: "Robert", fields: { team: "x" } })).status).toBe(
		422,
	);
	expect(await world.bob.get<Me>("/api/me")).toMatchObject({ name: "Bob", fields: { team: "Docks" } });
	// Who changes something else owes nothing.
	expect((await world.carol.call("PATCH", "/api/me", { bio: "At sea" })).status).toBe(200);
});

test("nothing but fields that are set up can be written by naming it", async () => {
	const before = await users().findOne({ _id: world.bob.id });
	for (const name of ["roles", "passwordHash", "constructor", "$set", "team.x", "a.b", ""]) {
		expect([name, complaints(await tell({ team: "Docks", [name]: "admin" }))]).toEqual([
			name,
			[[`fields.${name}`, "unknown-field"]],
		]);
		expect([name, complaints(await manage({ [name]: "admin" }))]).toEqual([
			name,
			[[`fields.${name}`, "unknown-field"]],
		]);
	}
	for (const value of [null, 7, ["Docks"], { $gt: "" }, "x".repeat(256)]) {
		expect((await tell({ team: value })).status).toBe(422);
	}
	expect(await users().findOne({ _id: world.bob.id })).toEqual(before);
});

test("what is not his to change an administrator fills in; others may not", async () => {
	await tell({ team: "Docks" });
	expect(complaints(await tell({ desk: "B4" }))).toEqual([["fields.desk", "not-editable"]]);
	expect((await manage({ desk: "B4" }, world.carol)).status).toBe(403);
	expect((await manage({ desk: "B4" }, world.bob)).status).toBe(403);
	expect((await manage({ desk: "B4" }, world.alice, "nobody")).status).toBe(404);
	const { status, body } = await manage({ desk: "B4", locker: "9" });
	expect([status, body.fields]).toEqual([200, { team: "Docks", locker: "9", desk: "B4" }]);
	expect(await seenBy(world.carol)).toEqual({ team: "Docks", desk: "B4" });
	expect(complaints(await tell({ desk: "" }))).toEqual([["fields.desk", "not-editable"]]);
	expect(await auditEntries().findOne({ action: "account.fields-changed" })).toMatchObject({
		actorId: world.alice.id,
		target: world.bob.id,
		after: ["desk", "locker"],
	});
});

test("people are found by what they tell everybody, not by what they do not", async () => {
	await tell({ team: "Docks", phone: "049 Pier", locker: "hidden" });
	await manage({ desk: "Élan (B4)" });
	for (const query of ["dock", "049 p", "pier", "élan", "b4"])
		expect([query, await found(query)]).toEqual([query, ["bob"]]);
	expect(await found("bob")).toEqual(["bob"]);
	for (const query of ["hidden", "team=docks", "phone", ".*", "ocks"])
		expect([query, await found(query, "&profile=true", world.alice)]).toEqual([query, []]);
	expect(await found("dock", "")).toEqual([]);
	expect(await found("dock", "&profile=false")).toEqual([]);
	await tell({ team: "Sales" });
	expect(await found("dock")).toEqual([]);
	// As it is set up now.
	await setUp({ ...FIELDS, team: { ...FIELDS.team, public: false } });
	expect(await found("sales")).toEqual([]);
	expect(await seenBy(world.carol)).not.toHaveProperty("team");
});

test("a field that is removed is not shown, and what stood there is back with it", async () => {
	await tell({ team: "Docks", phone: "1" });
	const { phone, ...others } = FIELDS;
	await setUp(others);
	expect(await seenBy(world.alice)).toEqual({ team: "Docks" });
	expect(complaints(await tell({ phone: "2" }))).toEqual([["fields.phone", "unknown-field"]]);
	await setUp({ phone, ...others });
	expect(Object.entries((await seenBy(world.carol)) ?? {})).toEqual([
		["phone", "1"],
		["team", "Docks"],
	]);
	await setUp("");
	expect(await seenBy(world.alice)).toBeUndefined();
});

test("what cannot be set up is refused with what is wrong, and nothing changes", async () => {
	const { status, body } = await setUp({ team: { type: "select" } });
	expect([status, body.error.code]).toEqual([422, "invalid-input"]);
	expect(body.error.details.fields).toEqual([
		expect.objectContaining({
			path: "changes.Accounts_CustomFields",
			code: "invalid-value",
			reason: "structure",
			message: expect.stringContaining("“team”: options are 1 to 100 texts."),
		}),
	]);
	expect((await setUp("{")).status).toBe(422);
	expect((await world.carol.get<Bootstrap>("/api/bootstrap")).profileFields).toHaveLength(4);
});
