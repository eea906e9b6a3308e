import { fingerOf, keysOf, phone } from "./hands.ts";
import { composer, roomLink, sidebar } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const section = (page: Page, name: string) => sidebar(page).getByRole("region", { name });

test("a favourite stands above all other rooms, on all devices, until it is none", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const elsewhere = await world.open("alice");
	await button(alice, "More about this room").click();
	await alice.getByRole("menuitem", { name: "Add to favourites" }).click();
	for (const page of [alice, elsewhere]) {
		await expect(section(page, "Favourites").getByRole("link", { name: room.name })).toBeVisible();
		await expect(section(page, "Rooms").getByRole("link", { name: room.name })).toHaveCount(0);
	}
	await alice.reload();
	await expect(section(alice, "Favourites").getByRole("link", { name: room.name })).toBeVisible();
	await button(alice, "More about this room").click();
	await alice.getByRole("menuitem", { name: "Remove from favourites" }).click();
	await expect(section(elsewhere, "Rooms").getByRole("link", { name: room.name })).toBeVisible();
	await expect(section(elsewhere, "Favourites").getByRole("link", { name: room.name })).toHaveCount(0);
});

test("a room is muted until a time, quiet meanwhile, and as before when the time is over", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${other.id}`);
	await bob.clock.install();
	await roomLink(bob, room.name).click();
	await button(bob, "More about this room").click();
	await bob.getByRole("menuitem", { name: "Notifications" }).click();
	await button(bob, "For an hour").click();
	await expect(bob.getByText(/^Muted until/)).toBeVisible();
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(/muted/);
	await roomLink(bob, other.name).click();
	await world.say("alice", room, "Nothing that cannot wait");
	await expect(roomLink(bob, room.name)).not.toHaveAccessibleName(/unread/);
	await bob.clock.fastForward("01:00:01");
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(/unread/);
	await expect(roomLink(bob, room.name)).not.toHaveAccessibleName(/muted/);
});

test("by keys: what of a room tells one is chosen, kept, and put back where the server refuses", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const { use, choose, tabTo, arrowTo, press } = keysOf(alice);
	const level = (name: string) => alice.getByRole("radio", { name: new RegExp(`^${name}`) });
	await tabTo(composer(alice));
	await use(button(alice, "More about this room"), "Shift+Tab");
	await choose("Notifications");
	await tabTo(level("As in all rooms"));
	await arrowTo(level("Nothing"));
	await expect(roomLink(alice, room.name)).toHaveAccessibleName(/muted/);
	await expect
		.poll(async () => {
			const view = await world.as("alice")<{ membership: { involvement: { level: string } } }>(
				"GET",
				`/api/rooms/${room.id}`,
			);
			return view.membership.involvement.level;
		})
		.toBe("nothing");
	await alice.route("**/involvement", (route) => route.abort());
	await press("ArrowUp");
	await expect(alice.getByText(/could not be reached/)).toBeVisible();
	await expect(level("Nothing")).toBeChecked();
});

test("by finger: muted until tomorrow, and unmuted", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	const { tap, choose } = fingerOf(alice);
	await tap(button(alice, "More about this room"));
	await choose("Notifications");
	await tap(button(alice, "Until tomorrow"));
	await expect(alice.getByText(/^Muted until/)).toBeVisible();
	await tap(button(alice, "Unmute"));
	await expect(alice.getByText(/^Muted until/)).toHaveCount(0);
});
