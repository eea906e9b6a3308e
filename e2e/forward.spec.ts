import { fingerOf, keysOf, phone } from "./hands.ts";
import { choose, composer, message } from "./parts.ts";
import { expect, test, type World } from "./world.ts";

const SAID = "The lock opens with 4711";
const dialogOf = (page: Parameters<typeof message>[0]) => page.getByRole("dialog", { name: "Forward this message" });

/** A private room of Alice and Bob with something said in it, another one of both, and one for everybody. */
async function rooms(world: World) {
	const source = await world.room({ kind: "private", members: ["bob"] });
	const both = await world.room({ kind: "private", members: ["bob"] });
	const everybody = await world.room({ members: ["bob"] });
	await world.say("alice", source, SAID);
	return { source, both, everybody };
}

test("by keys: a message is forwarded with a comment, where everybody may read it as a quote, elsewhere as a copy", async ({
	world,
}) => {
	const { source, both, everybody } = await rooms(world);
	const alice = await world.open("alice", `/rooms/${source.id}`);
	const bob = await world.open("bob", `/rooms/${both.id}`);
	const { press, type } = keysOf(alice);
	const dialog = dialogOf(alice);
	await choose(alice, SAID, "Forward…");
	await expect(dialog.getByRole("combobox", { name: "To" })).toBeFocused();
	await type(both.name);
	await expect(dialog.getByRole("option", { name: new RegExp(both.name), selected: true })).toBeVisible();
	await press("Enter");
	await expect(dialog.getByRole("textbox", { name: "Comment" })).toBeFocused();
	await type("For tonight");
	await expect(dialog.getByRole("button", { name: "Forward", exact: true })).toBeEnabled();
	await press("Control+Enter");
	await expect(dialog).toHaveCount(0);
	const passed = message(bob, "For tonight");
	await passed.getByRole("button", { name: new RegExp(`Alice.*${source.name}.*${SAID}`) }).click();
	await expect(bob).toHaveURL(new RegExp(`/rooms/${source.id}`));
	await expect(message(bob, SAID)).toBeFocused();

	await choose(alice, SAID, "Forward…");
	await type(everybody.name);
	await expect(dialog.getByRole("option", { name: new RegExp(everybody.name), selected: true })).toBeVisible();
	await press("Enter");
	await expect(dialog.getByText(`Not everybody in ${everybody.name} may read this message`)).toBeVisible();
	await dialog.getByRole("button", { name: "Send a copy of the text" }).click();
	await alice.getByRole("button", { name: "Show", exact: true }).last().click();
	await expect(composer(alice)).toHaveAccessibleName(new RegExp(everybody.name));
	await expect(message(alice, SAID).getByRole("blockquote")).toContainText(SAID);
});

test("by finger: forwarded from the sheet to a person", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	await world.say("bob", room, SAID);
	const alice = await world.open("alice", `/rooms/${room.id}`, phone);
	const { tap, hold } = fingerOf(alice);
	const sheet = alice.getByRole("dialog", { name: "What to do with this message" });
	await hold(message(alice, SAID), sheet);
	await tap(sheet.getByRole("button", { name: "Forward…" }));
	const dialog = dialogOf(alice);
	await dialog.getByRole("combobox", { name: "To" }).fill("@carol");
	await tap(dialog.getByRole("option", { name: /Carol/ }).first());
	await tap(dialog.getByRole("button", { name: "Forward", exact: true }));
	await tap(alice.getByRole("button", { name: "Show", exact: true }));
	await expect(message(alice, SAID).last()).toContainText(room.name);
});
