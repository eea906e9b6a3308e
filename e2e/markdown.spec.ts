import { message, messages, roomLink, say } from "./parts.ts";
import { expect, test } from "./world.ts";

test("what is written as Markdown is drawn as it was meant", async ({ world }) => {
	const room = await world.room();
	const table = "| Station | Readings |\n|---|--:|\n| Halling | 1,871 |";
	await world.say(
		"alice",
		room,
		`**Week 47**, _nine_ stations:\n\n${table}\n\n- [x] read\n- [ ] mended\n\n> both north`,
	);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const shown = message(alice, "Week 47");
	await expect(shown.locator("strong")).toHaveText("Week 47");
	await expect(shown.locator("em")).toHaveText("nine");
	await expect(shown.getByRole("columnheader", { name: "Readings" })).toHaveCSS("text-align", "end");
	await expect(shown.getByRole("cell", { name: "1,871" })).toBeVisible();
	await expect(shown.getByRole("listitem").first().getByRole("img", { name: "Done" })).toBeVisible();
	await expect(shown.locator("blockquote")).toHaveText("both north");
});

test("code has its name, its colours, and is copied as it is", async ({ world }) => {
	const room = await world.room();
	const code = 'export const slot = "UTC";\n\tconst <b>next</b> = 5;';
	await world.say("alice", room, `\`\`\`ts wake.ts\n${code}\n\`\`\``);
	const alice = await world.open("alice", `/rooms/${room.id}`, { permissions: ["clipboard-read", "clipboard-write"] });
	const shown = message(alice, "wake.ts");
	await expect(shown.getByText('"UTC"', { exact: true })).toHaveAttribute("style", /--code-string/);
	await shown.getByRole("button", { name: "Copy code" }).click();
	await expect(shown.getByRole("button", { name: "Copied" })).toBeVisible();
	expect(await alice.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test("nothing that somebody writes becomes markup or runs", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const dialogs: string[] = [];
	alice.on("dialog", (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	const asked: string[] = [];
	alice.on("request", (request) => asked.push(request.url()));
	await say(
		alice,
		[
			"hostile <img src=https://evil.example/a onerror=alert(1)> <svg onload=alert(2)></svg> <script>alert(3)</script>",
			"![x](https://evil.example/b.png) ![x](javascript:alert(4)) [press](javascript:alert(5)) <javascript:alert(6)>",
			"[data](data:text/html,<script>alert(7)</script>) $\\href{javascript:alert(8)}{x}$ :javascript:",
		].join("\n"),
	);
	const shown = message(alice, "hostile");
	await expect(shown).toContainText("<img src=https://evil.example/a onerror=alert(1)>");
	await expect(shown).toContainText("[press](javascript:alert(5))");
	await expect(shown.locator("img, script, iframe, object, embed, [onerror], [onload]")).toHaveCount(0);
	const links = await shown.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
	expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
	for (const link of await shown.getByRole("link").all()) {
		await expect(link).toHaveAttribute("rel", "noopener noreferrer");
	}
	expect(dialogs).toEqual([]);
	expect(asked.filter((address) => address.includes("evil"))).toEqual([]);
});

test("a name leads to the person, a room's name to the room, and no page is loaded for it", async ({ world }) => {
	const other = await world.room({ members: ["bob"] });
	const room = await world.room({ members: ["bob"] });
	await world.say("alice", room, `@bob and @alice and @nobody: see #${other.name}, \`@bob\``);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await bob.evaluate(() => Object.assign(window, { stays: true }));
	const shown = message(bob, "and @nobody");
	await expect(shown.getByRole("link")).toHaveText(["@Bob", "@Alice", `#${other.name}`]);
	await shown.getByRole("link", { name: "@Alice" }).click();
	await expect(bob).toHaveURL(/panel=person-/);
	await shown.getByRole("link", { name: `#${other.name}` }).click();
	await expect(bob.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	expect(await bob.evaluate(() => "stays" in window)).toBe(true);
});

test("a link to a message of ours opens in the page, one to elsewhere does not", async ({ world }) => {
	const other = await world.room();
	const room = await world.room();
	await world.say("alice", room, `there: ${world.url}/rooms/${other.id} and https://tides.example/rooms/a`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await alice.evaluate(() => Object.assign(window, { stays: true }));
	const links = message(alice, "there:").getByRole("link");
	await expect(links.nth(1)).toHaveAttribute("target", "_blank");
	await expect(links.first()).not.toHaveAttribute("target");
	await links.first().click();
	await expect(alice.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	expect(await alice.evaluate(() => "stays" in window)).toBe(true);
});

test("names of emoji are drawn as emoji, and a few alone are large", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "done :tada: `:tada:` :nothing_is_called_so:");
	await world.say("alice", room, ":+1: 🎉");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(message(alice, "done")).toContainText("done 🎉 :tada: :nothing_is_called_so:");
	await expect(message(alice, "👍 🎉").locator("p")).toHaveCSS("font-size", "32px");
});

test("a long message folds, unfolds by keyboard, and stays so while other rooms are looked at", async ({ world }) => {
	const other = await world.room();
	const room = await world.room();
	const lines = Array.from({ length: 46 }, (_, number) => `Line ${number + 1} of the minutes.`);
	await world.say("alice", room, lines.join("\n"));
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const shown = message(alice, "Line 1 of");
	const height = async () => (await shown.boundingBox())?.height ?? 0;
	await expect(shown.getByRole("button", { name: "Show all, 46 lines" })).toBeVisible();
	expect(await height()).toBeLessThan(400);
	await shown.getByRole("button", { name: "Show all, 46 lines" }).press("Enter");
	await expect(shown.getByRole("button", { name: "Show less" })).toBeFocused();
	expect(await height()).toBeGreaterThan(900);

	await roomLink(alice, other.name).click();
	await expect(alice.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	await roomLink(alice, room.name).click();
	await expect(shown.getByRole("button", { name: "Show less" })).toBeVisible();
});

test("what the browser's search scrolls to in a folded message is unfolded", async ({ world }) => {
	const room = await world.room();
	const lines = Array.from({ length: 40 }, (_, number) => `Line ${number + 1} of the log.`);
	await world.say("alice", room, `${lines.join("\n")} https://tides.example/last`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const shown = message(alice, "Line 1 of");
	await expect(shown.getByRole("button", { name: /Show all/ })).toBeVisible();
	await shown.getByRole("link", { name: "tides.example" }).focus();
	await expect(shown.getByRole("button", { name: "Show less" })).toBeVisible();
});

test("math is drawn, money is not, and what is no math is shown as it was written", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "level $h_0 + x^2$ for $5 and $10, broken $\\frac{a$");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const shown = message(alice, "level");
	await expect(shown.locator("math")).toHaveCount(1);
	await expect(shown).toContainText("for $5 and $10, broken");
	await expect(shown.getByText("\\frac{a", { exact: true })).toBeVisible();
});

test("every block has the direction of its words", async ({ world }) => {
	const room = await world.room();
	await world.say("alice", room, "صباح الخير\n\n- نعم\n- لا\n\nGood morning");
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const shown = message(alice, "Good morning");
	await expect(shown.getByText("صباح الخير")).toHaveCSS("direction", "rtl");
	await expect(shown.getByRole("list")).toHaveCSS("direction", "rtl");
	await expect(shown.getByText("Good morning")).toHaveCSS("direction", "ltr");
	await expect(messages(alice)).toHaveCSS("direction", "ltr");
});
