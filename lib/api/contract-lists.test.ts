/** Every list is given in pages that follow each other without a gap or a double, whatever it is sorted by. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Member, RoomView } from "../shared/schemas/room.ts";
import type { AuditEntry } from "../shared/schemas/server.ts";
import type { Session, User } from "../shared/schemas/user.ts";

type Page<Item> = { items: Item[]; nextCursor: string | null };

/** More than a page has when nobody says how many. */
const ROOMS = 54;

let world: World;
let people: Person[];
beforeAll(async () => {
	world = await startWorld();
	people = [world.alice, world.bob, world.carol];
	for (const name of ["dave", "erin", "Fay", "gus", "Hal"]) people.push(await world.register(name));
	const rooms = await Promise.all(
		Array.from({ length: ROOMS }, (_, i) =>
			world.bob.post<RoomView>("/api/rooms", {
				kind: i % 3 ? "public" : "private",
				name: `${i % 2 ? "quay" : "Quay"}-${i}`,
				members: people.slice(0, i % 4).map(({ id }) => id),
			}),
		),
	);
	// Two private rooms of one name, direct rooms without one, and talk in some of them.
	for (let i = 0; i < 2; i++)
		rooms.push(await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "twin" }));
	for (const { id } of people.slice(1))
		rooms.push(await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [id] }));
	for (const room of rooms.filter((_, i) => i % 3 === 0))
		await world.bob.post(`/api/rooms/${room.id}/messages`, { text: "ahoy" });
});
afterAll(() => world.stop());

async function walk<Item>(person: Person, list: string, limit: number): Promise<Item[]> {
	const items: Item[] = [];
	let cursor: string | null = null;
	do {
		const page: Page<Item> = await person.get(
			`${list}${list.includes("?") ? "&" : "?"}limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`,
		);
		expect(page.items.length).toBe(page.nextCursor ? limit : page.items.length);
		expect(page.items.length).toBeGreaterThan(0);
		items.push(...page.items);
		cursor = page.nextCursor;
	} while (cursor);
	return items;
}

async function expectSamePages<Item extends object>(
	person: Person,
	list: string,
	key: (item: Item) => string,
): Promise<Item[]> {
	const all = await walk<Item>(person, list, 100);
	expect(new Set(all.map(key)).size).toBe(all.length);
	for (const limit of [1, 3, 7])
		expect([limit, (await walk<Item>(person, list, limit)).map(key)]).toEqual([limit, all.map(key)]);
	return all;
}

const id = ({ id }: { id: string }) => id;

test("people come by their usernames, folded", async () => {
	const all = await expectSamePages<User>(world.bob, "/api/users", id);
	expect(all.map(({ username }) => username)).toEqual(["alice", "bob", "carol", "dave", "erin", "Fay", "gus", "Hal"]);
});

test("rooms come by name: direct ones, which have none, before the others", async () => {
	const all = await expectSamePages<RoomView>(world.bob, "/api/rooms", id);
	expect(all).toHaveLength(ROOMS + 1 + 2 + people.length - 1);
	const names = all.map(({ name }) => name?.toLowerCase() ?? "");
	expect(names).toEqual([...names].sort());
	expect(names.filter((name) => name === "twin")).toHaveLength(2);
	expect(all.filter(({ kind }) => kind === "direct")).toHaveLength(people.length - 1);
});

test("rooms come by their members: the most first", async () => {
	const all = await expectSamePages<RoomView>(world.bob, "/api/rooms?sort=members", id);
	const counts = all.map(({ memberCount }) => memberCount);
	expect(counts).toEqual([...counts].sort((a, b) => b - a));
	expect(new Set(counts).size).toBeGreaterThan(3);
});

test("rooms come by their last message: the newest first, those without one at the end", async () => {
	const all = await expectSamePages<RoomView>(world.bob, "/api/rooms?sort=activity", id);
	const times = all.map(({ lastMessageAt }) => lastMessageAt ?? "");
	expect(times).toEqual([...times].sort().reverse());
	expect(times.filter((time) => time === "").length).toBeGreaterThan(ROOMS / 2);
	expect(times[0]).not.toBe("");
});

test("the directory holds public rooms and one's own, by kind, by name and by whether one is in them", async () => {
	const list = (query: string) => walk<RoomView>(world.carol, `/api/rooms?${query}`, 100);
	const all = await list("");
	expect(all.every(({ kind, membership }) => kind === "public" || membership !== null)).toBe(true);
	for (const kind of ["public", "private", "direct"]) {
		expect(await list(`kind=${kind}`)).toEqual(all.filter((room) => room.kind === kind));
	}
	expect(await list("joined=true")).toEqual(all.filter(({ membership }) => membership !== null));
	expect(await list("joined=false")).toEqual(all.filter(({ membership }) => membership === null));
	expect((await list("query=QUAY-1&kind=public")).map(({ name }) => name?.toLowerCase())).toEqual(
		all
			.map(({ kind, name }) => (kind === "public" && name ? name.toLowerCase() : ""))
			.filter((name) => name.includes("quay-1")),
	);
	for (const wrong of ["kind=secret", "joined=yes", "sort=age", "more=1", `query=${"x".repeat(101)}`]) {
		expect([wrong, (await world.carol.call("GET", `/api/rooms?${wrong}`)).status]).toEqual([wrong, 422]);
	}
});

test("members come as they joined", async () => {
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "pier" });
	for (const person of people.filter((one) => one !== world.bob)) await person.post(`/api/rooms/${room.id}/join`);
	const all = await expectSamePages<Member>(world.carol, `/api/rooms/${room.id}/members`, ({ user }) => user.id);
	expect(all.map(({ user }) => user.id)).toEqual([world.bob, ...people.filter((one) => one !== world.bob)].map(id));
	expect(all.map(({ role }) => role)).toEqual(["owner", ...people.slice(1).map(() => "member")]);
	for (const member of all) expect(Object.keys(member).sort()).toEqual(["joinedAt", "role", "user"]);
});

test("the audit log comes newest first, and can be asked for an action, an actor or a target", async () => {
	const actions = await expectSamePages<AuditEntry>(world.alice, "/api/admin/audit?query=room.created", id);
	expect(actions.length).toBeGreaterThanOrEqual(ROOMS);
	expect(actions.map(({ at }) => at)).toEqual(
		actions
			.map(({ at }) => at)
			.sort()
			.reverse(),
	);
	expect(new Set(actions.map(({ action }) => action))).toEqual(new Set(["room.created"]));
	const [first] = actions;
	expect((await walk<AuditEntry>(world.alice, `/api/admin/audit?query=${first?.target}`, 100)).map(id)).toContain(
		first?.id,
	);
	for (const { actor, target } of await walk<AuditEntry>(
		world.alice,
		`/api/admin/audit?query=${world.carol.id}`,
		100,
	)) {
		expect([actor, target]).toContain(world.carol.id);
	}
});

test("a page has fifty items when nobody says how many, a hundred at most and one at least", async () => {
	expect((await world.bob.get<Page<RoomView>>("/api/rooms")).items).toHaveLength(50);
	const lists = [
		"/api/users",
		"/api/rooms",
		`/api/rooms/${world.general.id}/members`,
		"/api/admin/audit",
		`/api/rooms/${world.general.id}/messages`,
	];
	for (const list of lists) {
		for (const limit of ["1", "100"])
			expect([list, limit, (await world.alice.call("GET", `${list}?limit=${limit}`)).status]).toEqual([
				list,
				limit,
				200,
			]);
		for (const limit of ["0", "101", "-1", "1.5", "many", "", "1000000"]) {
			const answer = await world.alice.call<{ error: { details: { fields: { path: string }[] } } }>(
				"GET",
				`${list}?limit=${limit}`,
			);
			expect([list, limit, answer.status]).toEqual([list, limit, 422]);
			expect(answer.body.error.details.fields[0]?.path).toBe("limit");
		}
	}
});

test("what comes into a list while it is read moves nothing of what follows", async () => {
	const first = await world.bob.get<Page<User>>("/api/users?limit=3");
	await world.register("aaron");
	await world.register("zoe");
	const rest = await world.bob.get<Page<User>>(`/api/users?limit=100&cursor=${first.nextCursor}`);
	expect(first.items.map(({ username }) => username)).toEqual(["alice", "bob", "carol"]);
	expect(rest.items.map(({ username }) => username)).toEqual(["dave", "erin", "Fay", "gus", "Hal", "zoe"]);
});

test("the list of one's sessions is whole: the last used first", async () => {
	await world.signIn("carol", world.carol.password);
	const { items, nextCursor } = await world.carol.get<Page<Session>>("/api/me/sessions");
	expect([items.length, nextCursor]).toEqual([2, null]);
	expect(items.filter(({ current }) => current)).toHaveLength(1);
	expect(items.map(({ lastUsedAt }) => lastUsedAt)).toEqual(
		items
			.map(({ lastUsedAt }) => lastUsedAt)
			.sort()
			.reverse(),
	);
});
