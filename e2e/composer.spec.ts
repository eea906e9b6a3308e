import { devices } from "@playwright/test";
import { composer, message, messages, roomLink } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

const list = (page: Page) => page.getByRole("listbox");
const refusal = (page: Page) => page.getByRole("form", { name: /^Write to/ }).getByRole("alert");
const select = (page: Page, start: number, end: number) =>
	composer(page).evaluate((field, range) => (field as HTMLTextAreaElement).setSelectionRange(...range), [
		start,
		end,
	] as [number, number]);

/** As the browser does it when somebody pastes. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
	await composer(page).evaluate((field, types) => {
		const clipboardData = new DataTransfer();
		for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
		const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
		// What the page leaves to the browser goes in as plain text.
		if (field.dispatchEvent(event)) document.execCommand("insertText", false, types["text/plain"]);
	}, data);
}

test("the tools and their keys mark what is selected, and undo takes it back", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.pressSequentially("see Halling now");
	await select(alice, 4, 11);
	await alice.getByRole("button", { name: "Bold" }).click();
	await expect(field).toHaveValue("see **Halling** now");
	await expect(field).toBeFocused();
	await field.press("Control+b");
	await expect(field).toHaveValue("see Halling now");
	await field.press("Control+i");
	await expect(field).toHaveValue("see _Halling_ now");
	await field.press("Control+z");
	await expect(field).toHaveValue("see Halling now");
	await select(alice, 4, 11);
	await field.press("Control+Shift+x");
	await expect(field).toHaveValue("see ~~Halling~~ now");
	await field.press("Control+z");
	await select(alice, 4, 11);
	await field.press("Control+k");
	await expect(field).toHaveValue("see [Halling](https://) now");
	await alice.keyboard.type("https://tides.example");
	await expect(field).toHaveValue("see [Halling](https://tides.example) now");
	await alice.getByRole("button", { name: "Quote" }).click();
	await expect(field).toHaveValue("> see [Halling](https://tides.example) now");
});

test("Enter sends, Shift and Enter break the line, and a list goes on", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await expect(alice.getByText("Enter sends, Shift Enter breaks the line")).toBeVisible();
	await field.pressSequentially("1. rope");
	await field.press("Shift+Enter");
	await expect(field).toHaveValue("1. rope\n2. ");
	await field.pressSequentially("lamp");
	await field.press("Shift+Enter");
	await field.press("Shift+Enter");
	await expect(field).toHaveValue("1. rope\n2. lamp\n");
	await field.press("Enter");
	await expect(field).toHaveValue("");
	await expect(messages(alice).getByRole("listitem")).toHaveText(["rope", "lamp"]);
});

test("in a block of code Enter breaks the line until it is closed", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.pressSequentially("```ts");
	await field.press("Enter");
	await field.pressSequentially("  wake();");
	await field.press("Enter");
	await field.pressSequentially("sleep();");
	await field.press("Enter");
	await expect(field).toHaveValue("```ts\n  wake();\n  sleep();\n  ");
	await field.press("Backspace");
	await field.press("Backspace");
	await field.pressSequentially("```");
	await field.press("Enter");
	await expect(field).toHaveValue("");
	await expect(message(alice, "wake();")).toBeVisible();
});

test("who prefers that Enter breaks the line sends with Ctrl and Enter", async ({ world }) => {
	const room = await world.room({ members: ["carol"] });
	await world.as("carol")("PATCH", "/api/me/preferences", { sendOnEnter: false });
	const carol = await world.open("carol", `/rooms/${room.id}`);
	const field = composer(carol);
	await expect(carol.getByText("Ctrl Enter sends, Enter breaks the line")).toBeVisible();
	await field.pressSequentially("- one");
	await field.press("Enter");
	await field.pressSequentially("two");
	await expect(field).toHaveValue("- one\n- two");
	await field.press("Control+Enter");
	await expect(field).toHaveValue("");
	await expect(messages(carol).getByRole("listitem")).toHaveText(["one", "two"]);
	await world.as("carol")("PATCH", "/api/me/preferences", { sendOnEnter: true });
});

test("people are completed: members first, others with a remark, by keys and by mouse", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.pressSequentially("Ask @");
	await expect(list(alice).getByRole("option").first()).toContainText("Bob");
	await expect(list(alice).getByRole("option", { name: "Carol" })).toContainText("not in this room");
	await expect(list(alice).getByRole("option", { name: "Bob" })).not.toContainText("not in this room");
	await expect(field).toHaveAttribute("aria-activedescendant", /bob|.+/);
	await field.press("ArrowDown");
	await expect(list(alice).getByRole("option", { selected: true })).not.toContainText("Bob");
	await field.press("ArrowUp");
	await field.press("Enter");
	await expect(field).toHaveValue("Ask @bob ");
	await expect(list(alice)).toHaveCount(0);

	await field.pressSequentially("and @ca");
	await list(alice).getByRole("option", { name: "Carol" }).click();
	await expect(field).toHaveValue("Ask @bob and @carol ");
	await expect(field).toBeFocused();
	await field.pressSequentially("or @bo");
	await expect(list(alice)).toBeVisible();
	await field.press("Escape");
	await expect(list(alice)).toHaveCount(0);
	await field.press("Enter");
	await expect(message(alice, "or @bo")).toBeVisible();
});

test("rooms and emoji are completed too", async ({ world }) => {
	const room = await world.room();
	const other = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.pressSequentially(`see #${other.name}`);
	await expect(list(alice).getByRole("option", { name: other.name })).toBeVisible();
	await field.press("Tab");
	await expect(field).toHaveValue(`see #${other.name} `);
	await field.pressSequentially(":rocke");
	await expect(list(alice).getByRole("option", { selected: true })).toContainText("🚀");
	await field.press("Enter");
	await expect(field).toHaveValue(`see #${other.name} 🚀 `);
	await alice.getByRole("button", { name: "Mention somebody" }).click();
	await expect(list(alice)).toBeVisible();
});

test("commands say and do things", async ({ world }) => {
	const room = await world.room();
	const other = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.pressSequentially("/");
	await expect(list(alice).getByRole("option", { name: "/topic" })).toBeVisible();
	await field.pressSequentially("to");
	await field.press("Enter");
	await expect(field).toHaveValue("/topic ");
	await field.pressSequentially("Outages here");
	await field.press("Enter");
	await expect(field).toHaveValue("");
	await expect(alice.getByRole("main").getByText("Outages here").first()).toBeVisible();

	await field.fill("/shrug no idea");
	await field.press("Enter");
	await expect(message(alice, "no idea ¯\\_(ツ)_/¯")).toBeVisible();
	await field.fill("/me is on the dike");
	await field.press("Enter");
	await expect(messages(alice).locator("em", { hasText: "is on the dike" })).toBeVisible();

	await field.fill("/msg @bob Are you there?");
	await field.press("Enter");
	await expect(alice.getByRole("heading", { level: 1, name: "Bob" })).toBeVisible();
	await expect(message(alice, "Are you there?")).toBeVisible();

	await composer(alice).fill(`/join #${other.name}`);
	await composer(alice).press("Enter");
	await expect(alice.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	await composer(alice).fill("/help");
	await composer(alice).press("Enter");
	await expect(alice.getByRole("dialog", { name: "Commands" })).toContainText("/status");
});

test("commands bring people in and out, keep a room and everything quiet, and archive", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	const command = async (text: string) => {
		await field.fill(text);
		await field.press("Enter");
	};
	await field.pressSequentially("/inv");
	await field.press("Enter");
	await field.pressSequentially("@car");
	await list(alice).getByRole("option", { name: /Carol/ }).click();
	await field.press("Enter");
	await expect(messages(alice).getByText("added Carol")).toBeVisible();
	await command("/kick @bob @carol");
	await expect(refusal(alice)).toContainText("Name one person, and nothing else.");
	await command("/kick @nobody");
	await expect(refusal(alice)).toContainText("There is nobody called @nobody.");
	await command("/kick @alice");
	await expect(refusal(alice)).toContainText("To go yourself, write /leave.");
	await command("/kick @carol");
	await expect(messages(alice).getByText("removed Carol")).toBeVisible();
	await command("/mute soon");
	await expect(refusal(alice)).toContainText("“soon” is no length of time.");
	await command("/mute 2h");
	await expect(alice.getByText("This room is quiet for you until")).toBeVisible();
	await command("/dnd 30m");
	await expect(alice.getByText("No alerts until")).toBeVisible();
	await command("/dnd off");
	await expect(alice.getByText("Alerts come again.")).toBeVisible();
	await command("/archive");
	await expect(alice.getByRole("button", { name: "Unarchive" })).toBeVisible();
});

test("somebody leaves a room and sets a status by writing it", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await composer(bob).fill("/status :sailboat: On the water");
	await composer(bob).press("Enter");
	await expect(bob.getByText("Your status was changed.")).toBeVisible();
	const { me } = await world.as("bob")<{ me: { status: { text?: string; emoji?: string } } }>("GET", "/api/bootstrap");
	expect(me.status).toMatchObject({ text: "On the water", emoji: "⛵" });
	await composer(bob).fill("/leave");
	await composer(bob).press("Enter");
	await expect(roomLink(bob, room.name)).toHaveCount(0);
});

test("what is no command is not sent unless one says so, and a path is a path", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await field.fill("/dance with me");
	await field.press("Enter");
	await expect(refusal(alice)).toContainText("There is no command /dance here. Nothing was sent.");
	await expect(field).toHaveValue("/dance with me");
	await expect(messages(alice).getByRole("article")).toHaveCount(0);
	await alice.getByRole("button", { name: "Send it as a message" }).click();
	await expect(message(alice, "/dance with me")).toBeVisible();

	await field.fill("/msg @nobody Hello");
	await field.press("Enter");
	await expect(refusal(alice)).toContainText("There is nobody called @nobody.");
	await expect(field).toHaveValue("/msg @nobody Hello");
	await field.fill("/etc/hosts");
	await expect(refusal(alice)).toHaveCount(0);
	await field.press("Enter");
	await expect(message(alice, "/etc/hosts")).toBeVisible();
});

test("tables, code and formatted text are pasted as Markdown, and undo gives the plain words", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await expect(field).toBeFocused();
	await paste(alice, { "text/plain": "Station\tVolt\nHalling\t3.61" });
	await expect(field).toHaveValue("| Station | Volt |\n| --- | --- |\n| Halling | 3.61 |\n");
	await field.press("Control+z");
	await expect(field).toHaveValue("Station\tVolt\nHalling\t3.61");

	await field.fill("");
	await paste(alice, {
		"text/plain": "Two boxes\nnow see the plan",
		"text/html":
			'<meta charset="utf-8"><p><b>Two</b> boxes</p><ul><li>now <i>see</i> the <a href="https://a.example/">plan</a></li></ul>',
	});
	await expect(field).toHaveValue("**Two** boxes\n\n- now _see_ the [plan](https://a.example/)");

	await field.fill("");
	await paste(alice, {
		"text/plain": "A\tB\n1\t2|3",
		"text/html": "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>",
	});
	await expect(field).toHaveValue("| A | B |\n| --- | --- |\n| 1 | 2\\|3 |\n");

	await field.fill("");
	await paste(alice, { "text/plain": "let a\nlet b", "vscode-editor-data": '{"mode":"typescript"}' });
	await expect(field).toHaveValue("```typescript\nlet a\nlet b\n```\n");

	await field.fill("the plan");
	await select(alice, 4, 8);
	await paste(alice, { "text/plain": "https://a.example/plan" });
	await expect(field).toHaveValue("the [plan](https://a.example/plan)");
});

test("nothing that is pasted runs or loads", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const loaded: string[] = [];
	alice.on("request", (request) => request.url().includes("evil.example") && loaded.push(request.url()));
	await expect(composer(alice)).toBeFocused();
	await paste(alice, {
		"text/plain": "words",
		"text/html":
			'<b>words</b><img src="https://evil.example/x.png" onerror="window.hurt=1"><script>window.hurt=1</script><style>*{display:none}</style><a href="javascript:window.hurt=1">click</a>',
	});
	await expect(composer(alice)).toHaveValue("**words**click");
	expect(await alice.evaluate(() => "hurt" in window)).toBe(false);
	expect(loaded).toEqual([]);
});

test("a message that is too long says so and loses nothing", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const field = composer(alice);
	await expect(field).toBeVisible();
	const { server } = await world.as("alice")<{ server: { limits: { messageLength: number } } }>(
		"GET",
		"/api/bootstrap",
	);
	const longest = server.limits.messageLength;
	await field.fill("x".repeat(longest - 5));
	await expect(alice.getByText("5 characters left")).toBeVisible();
	await field.fill("x".repeat(longest + 2));
	await expect(refusal(alice)).toContainText("2 characters too many.");
	await field.press("Enter");
	await expect(field).toHaveValue("x".repeat(longest + 2));
	await expect(alice.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
});

test("the letters that are drawn stand where the field has them", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const words =
		"Some **bold words that are long enough** and _italic ones which go on_ with `code`, [a link](https://tides.example/a) for @bob. ";
	await composer(alice).fill(`${words.repeat(8)}\n\n- ${words}\nTo AVAVA 3x4 -> fi`);
	const { drawn, plain } = await composer(alice).evaluate((field) => {
		const layer = field.previousElementSibling;
		if (!(layer instanceof HTMLElement) || !(field instanceof HTMLTextAreaElement)) throw new Error("No layer");
		// The same layer without any look: how the letters stand by themselves.
		const bare = layer.cloneNode();
		if (!(bare instanceof HTMLElement)) throw new Error("No layer");
		for (const line of field.value.split("\n")) {
			const block = document.createElement("div");
			block.style.unicodeBidi = "plaintext";
			block.textContent = line || " ";
			bare.append(block);
		}
		layer.before(bare);
		const ends = (root: Element) =>
			[...root.children].map((line) => {
				const range = document.createRange();
				range.selectNodeContents(line);
				range.collapse(false);
				const { left, top } = range.getBoundingClientRect();
				const box = root.getBoundingClientRect();
				return [Math.round((left - box.left) * 10), Math.round(top - box.top)];
			});
		const both = { drawn: ends(layer), plain: ends(bare), heights: [layer.scrollHeight, field.scrollHeight] };
		bare.remove();
		return both;
	});
	expect(drawn).toEqual(plain);
	const heights = await composer(alice).evaluate((field) => [
		field.scrollHeight,
		field.previousElementSibling?.scrollHeight,
	]);
	expect(heights[0]).toBe(heights[1]);
});

test("on a phone Enter breaks the line and the button sends", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`, phone);
	await composer(bob).tap();
	await bob.keyboard.type("one");
	await bob.keyboard.press("Enter");
	await bob.keyboard.type("two");
	await expect(composer(bob)).toHaveValue("one\ntwo");
	await bob.getByRole("button", { name: "Send" }).tap();
	await expect(composer(bob)).toHaveValue("");
	await expect(message(bob, "two")).toBeVisible();
});

test("a real paste becomes a table, and with Shift it stays as it was copied", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	const field = composer(alice);
	await expect(field).toBeFocused();
	await alice.evaluate(() => navigator.clipboard.writeText("A\tB\n1\t2"));
	await field.press("Control+v");
	await expect(field).toHaveValue("| A | B |\n| --- | --- |\n| 1 | 2 |\n");
	await field.fill("");
	await field.press("Control+Shift+v");
	await expect(field).toHaveValue("A\tB\n1\t2");
});

test("a draft stays with its room and its person, and goes when he signs out", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await composer(bob).fill("Half a thought");
	await roomLink(bob, other.name).click();
	await expect(bob.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	await expect(composer(bob)).toHaveValue("");
	await bob.reload();
	await roomLink(bob, room.name).click();
	await expect(composer(bob)).toHaveValue("Half a thought");
	const kept = (of: string) =>
		bob.evaluate(
			(id) => Object.keys(localStorage).filter((key) => key.includes("draft") && key.includes(id)).length,
			of,
		);
	expect(await kept(room.id)).toBe(1);

	await bob.getByRole("button", { name: "You, Bob" }).click();
	await bob.getByRole("menuitem", { name: "Sign out", exact: true }).click();
	await expect(bob.getByRole("button", { name: "Sign in" })).toBeVisible();
	expect(await kept("")).toBe(0);
});

test("the line that is written is seen, however long the text is", async ({ world }) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`, { viewport: { width: 1000, height: 500 } });
	await expect(composer(alice)).toBeFocused();
	const below = () =>
		composer(alice).evaluate(({ parentElement: frame }) => {
			if (!frame) throw new Error("It stands in a frame that scrolls.");
			return frame.scrollHeight - frame.clientHeight - frame.scrollTop;
		});
	const lineHeight = 22;
	for (let line = 1; line <= 14; line++) {
		await alice.keyboard.type(`line ${line}`);
		await alice.keyboard.press("Shift+Enter");
	}
	await expect.poll(below).toBeLessThan(lineHeight / 2);
	await alice.keyboard.press("Control+Home");
	await expect.poll(below).toBeGreaterThan(lineHeight * 4);
	await alice.reload();
	await expect(composer(alice)).toHaveValue(/line 14\n$/);
	await expect.poll(below).toBeLessThan(lineHeight / 2);
});

test("Enter that ends the composing of a character neither sends nor takes what is offered", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const keys = await alice.context().newCDPSession(alice);
	const compose = (text: string) =>
		keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
	/** What the browser gives the page of an Enter that the input method has taken for itself. */
	const enter = async () => {
		const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
		await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
		await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
	};

	await test.step("in the message box", async () => {
		await expect(composer(alice)).toBeFocused();
		await compose("しお");
		await expect(composer(alice)).toHaveValue("しお");
		await enter();
		await keys.send("Input.insertText", { text: "潮" });
		await expect(composer(alice)).toHaveValue("潮");
		// After the composing, as Safari tells it: only by the old code.
		await enter();
		await expect(composer(alice)).toHaveValue("潮");
	});

	await test.step("in the list of what can be named", async () => {
		await alice.keyboard.type(" @");
		await expect(list(alice)).toBeVisible();
		await compose("bo");
		await expect(list(alice).getByRole("option", { name: "Bob" })).toBeVisible();
		await enter();
		await expect(composer(alice)).toHaveValue("潮 @bo");
		await keys.send("Input.insertText", { text: "bo" });
		await alice.keyboard.press("Enter");
		await expect(composer(alice)).toHaveValue("潮 @bob ");
		await expect(messages(alice).getByRole("article")).toHaveCount(0);
		await alice.keyboard.press("Enter");
		await expect(message(alice, "潮 @bob")).toBeVisible();
	});

	await test.step("where one looks for a room, for people and for emoji", async () => {
		await alice.keyboard.press("Control+k");
		const jump = alice.getByRole("combobox", { name: "Jump to" });
		await expect(jump).toBeFocused();
		await compose("general");
		await expect(alice.getByRole("option", { name: "general", exact: true })).toBeVisible();
		await enter();
		await expect(jump).toHaveValue("general");
		await keys.send("Input.insertText", { text: "general" });
		await alice.keyboard.press("Escape");

		await alice.getByRole("button", { name: "New direct message" }).click();
		await alice.getByLabel("People", { exact: true }).click();
		await compose("Carol");
		await expect(alice.getByRole("list", { name: "People found" }).getByRole("button")).toHaveCount(1);
		await enter();
		await expect(alice.getByLabel("People", { exact: true })).toHaveValue("Carol");
		await keys.send("Input.insertText", { text: "Carol" });
		await alice.keyboard.press("Enter");
		await expect(alice.getByRole("button", { name: "Take Carol out" })).toBeVisible();
		await alice.keyboard.press("Escape");

		await alice.getByRole("button", { name: "Emoji", exact: true }).click();
		await expect(alice.getByRole("gridcell").first()).toBeVisible();
		await compose("rocket");
		await enter();
		await keys.send("Input.insertText", { text: "rocket" });
		await expect(alice.getByRole("searchbox", { name: /emoji/i })).toHaveValue("rocket");
		await expect(composer(alice)).toHaveValue("");
	});
});
