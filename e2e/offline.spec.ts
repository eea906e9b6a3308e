import { composer, message, messages, roomLink, say } from "./parts.ts";
import { expect, test } from "./world.ts";

const quietLine = "Reconnecting… your messages will be sent";

test("what is written without a connection is sent when it is back, in its order", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await say(alice, "Before");
	await expect(message(bob, "Before")).toBeVisible();

	await alice.context().setOffline(true);
	await say(alice, "On the water");
	await say(alice, "still on the water");
	await expect(alice.getByText(quietLine)).toBeVisible();
	await expect(message(alice, "still on the water")).toContainText("Being sent");
	await world.say("bob", room, "Where are you?");
	await expect(message(bob, "Where are you?")).toBeVisible();
	await expect(message(bob, "On the water")).toHaveCount(0);

	await alice.context().setOffline(false);
	await expect(message(alice, "Where are you?")).toBeVisible();
	await expect(message(bob, "still on the water")).toBeVisible();
	await expect(alice.getByText(quietLine)).toHaveCount(0);
	await expect(message(alice, "still on the water")).not.toContainText("Being sent");
	const texts = await messages(bob).locator("article p").allTextContents();
	expect(texts).toEqual(["Before", "Where are you?", "On the water", "still on the water"]);
});

test("a network that goes while the connection is being made is told of at once", async ({ world }) => {
	const bob = await world.open("bob");
	await expect(composer(bob)).toBeVisible();
	// The server is reached and says nothing.
	await bob.routeWebSocket(/socket\.io/, () => {});
	await bob.reload();
	await expect(composer(bob)).toBeVisible();
	await expect(bob.getByText(quietLine)).toHaveCount(0);
	await bob.context().setOffline(true);
	await expect(bob.getByText(quietLine)).toBeVisible();
});

test("edits, deletions and unread counts of the time away are caught up with", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const first = await world.say("alice", room, "Will be edited");
	const second = await world.say("alice", room, "Will be deleted");
	const bob = await world.open("bob", `/rooms/${room.id}`);
	await expect(message(bob, "Will be deleted")).toBeVisible();

	await bob.context().setOffline(true);
	await expect(bob.getByText(quietLine)).toBeVisible();
	await world.as("alice")("PATCH", `/api/messages/${first.id}`, { text: "Was edited" });
	await world.as("alice")("DELETE", `/api/messages/${second.id}`);
	await world.say("alice", other, "Elsewhere");
	await bob.context().setOffline(false);

	await expect(message(bob, "Was edited")).toBeVisible();
	await expect(message(bob, "Will be deleted")).toHaveCount(0);
	await expect(roomLink(bob, other.name)).toHaveAccessibleName(`${other.name}, unread`);
});

test("rooms can be changed between without a connection, and a message that was refused can be sent again", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const other = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${other.id}`);
	await expect(composer(bob)).toBeVisible();
	await roomLink(bob, room.name).click();
	await expect(bob.getByText(`This is the beginning of #${room.name}`)).toBeVisible();

	await bob.context().setOffline(true);
	await roomLink(bob, other.name).click();
	await expect(bob.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
	await expect(bob.getByText(`This is the beginning of #${other.name}`)).toBeVisible();
	await say(bob, "Too late");
	await world.as("alice")("PATCH", `/api/rooms/${other.id}`, { readOnly: true });
	await bob.context().setOffline(false);

	await expect(message(bob, "Too late")).toContainText("Not sent. Only owners and moderators may write in this room.");
	await expect(bob.getByText("Only owners and moderators write in this room.")).toBeVisible();
	await world.as("alice")("PATCH", `/api/rooms/${other.id}`, { readOnly: false });
	await message(bob, "Too late").getByRole("button", { name: "Try again" }).click();
	await expect(message(bob, "Too late")).not.toContainText("Not sent");
});

test("what was written without a connection outlives the tab: it is sent once, in order, when the page is opened again", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await expect(composer(alice)).toBeVisible();
	const browser = alice.context();
	await browser.setOffline(true);
	for (const text of ["At the dike", "at the mast", "and home"]) await say(alice, text);
	await composer(alice).fill("Begun and not sent");
	await expect(message(alice, "and home")).toContainText("Being sent");
	await alice.close();

	await browser.setOffline(false);
	const again = await browser.newPage();
	await again.goto(`/rooms/${room.id}`);
	await expect(composer(again)).toHaveValue("Begun and not sent");
	await expect(message(bob, "and home")).toBeVisible();
	await expect(message(again, "and home")).not.toContainText("Being sent");
	for (const page of [bob, again]) {
		expect(await messages(page).locator("article p").allTextContents()).toEqual([
			"At the dike",
			"at the mast",
			"and home",
		]);
	}
});

test("a page that is reloaded before the answer came sends again, and the room has one message", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const alice = await world.open("alice", `/rooms/${room.id}`);
	const asked: (string | null)[] = [];
	alice.on("request", (request) => {
		if (request.method() === "POST" && request.url().endsWith("/messages")) asked.push(request.postData());
	});
	// The socket would tell the page as well.
	await alice.routeWebSocket(/socket\.io/, () => {});
	await alice.route("**/socket.io/**", (route) => route.abort());
	await alice.reload();
	await alice.route("**/messages", async (route) => {
		await route.fetch();
		// The answer is lost.
	});
	await say(alice, "Only once");
	await expect(message(bob, "Only once")).toBeVisible();
	await expect(message(alice, "Only once")).toContainText("Being sent");

	await alice.unroute("**/messages");
	await alice.reload();
	await expect(message(alice, "Only once")).toBeVisible();
	await expect(message(alice, "Only once")).not.toContainText("Being sent");
	await expect.poll(() => asked.length).toBe(2);
	expect(asked[1]).toBe(asked[0]);
	await expect(message(alice, "Only once")).toHaveCount(1);
	await expect(message(bob, "Only once")).toHaveCount(1);
});

test("two tabs show the same waiting messages and drafts, and one of them sends", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const one = await world.open("alice", `/rooms/${room.id}`);
	const two = await one.context().newPage();
	await two.goto(`/rooms/${room.id}`);
	await expect(composer(two)).toBeVisible();
	await composer(one).fill("Begun in one tab");
	await expect(composer(two)).toHaveValue("Begun in one tab");
	await composer(one).fill("");
	await expect(composer(two)).toHaveValue("");

	await one.context().setOffline(true);
	await say(one, "From the first");
	await expect(message(two, "From the first")).toContainText("Being sent");
	await say(two, "From the second");
	await expect(message(one, "From the second")).toContainText("Being sent");
	await two.close();
	await one.context().setOffline(false);
	await expect(message(bob, "From the second")).toBeVisible();
	await expect(message(one, "From the second")).not.toContainText("Being sent");
	for (const page of [bob, one]) {
		expect(await messages(page).locator("article p").allTextContents()).toEqual(["From the first", "From the second"]);
	}
});

test("a browser that lets nothing be kept sends all the same", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const alice = await world.open("alice");
	await alice.addInitScript(() => {
		const refuse = () => {
			throw new DOMException("Not here", "QuotaExceededError");
		};
		Storage.prototype.setItem = refuse;
		IDBFactory.prototype.open = refuse;
	});
	await alice.goto(`/rooms/${room.id}`);
	await expect(composer(alice)).toBeVisible();
	await alice.context().setOffline(true);
	await say(alice, "From a private window");
	await expect(message(alice, "From a private window")).toContainText("Being sent");
	await alice.context().setOffline(false);
	await expect(message(bob, "From a private window")).toBeVisible();
	await expect(message(alice, "From a private window")).not.toContainText("Being sent");
});

test("a browser without locks, as pages without TLS are, has two tabs that send each message once, in order", async ({
	world,
}) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", `/rooms/${room.id}`);
	const one = await world.open("alice");
	await one.context().addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
	const two = await one.context().newPage();
	const asked: string[] = [];
	for (const page of [one, two]) {
		page.on("response", (response) => {
			if (response.request().method() !== "POST" || !response.url().endsWith("/messages")) return;
			asked.push(JSON.parse(response.request().postData() ?? "{}").text);
		});
		await page.goto(`/rooms/${room.id}`);
		await expect(composer(page)).toBeVisible();
		expect(await page.evaluate(() => navigator.locks)).toBeUndefined();
	}
	await one.context().setOffline(true);
	const texts = ["One", "Two", "Three", "Four"];
	for (const [index, text] of texts.entries()) {
		const [here, there] = index % 2 === 0 ? [one, two] : [two, one];
		await say(here, text);
		await expect(message(there, text)).toContainText("Being sent");
	}
	await one.context().setOffline(false);
	for (const page of [bob, one, two]) {
		await expect(message(page, "Four")).toBeVisible();
		await expect(message(page, "Four")).not.toContainText("Being sent");
		expect(await messages(page).locator("article p").allTextContents()).toEqual(texts);
	}
	expect(asked).toEqual(texts);
	await expect.poll(() => one.evaluate(countLeases)).toBe(0);
});

function countLeases(): Promise<number> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("parley-leases");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const counting = db.transaction("leases").objectStore("leases").count();
			counting.onerror = () => reject(counting.error);
			counting.onsuccess = () => {
				db.close();
				resolve(counting.result);
			};
		};
	});
}
