import { composer, message, say } from "./parts.ts";
import { expect, test } from "./world.ts";

test("a page that is open while the server is upgraded says so, and loses nothing by being reloaded", async ({
	world,
}) => {
	const room = await world.room();
	const alice = await world.open("alice", `/rooms/${room.id}`);
	await say(alice, "Before the upgrade");
	await expect(alice.getByText("The server has a new version.")).toHaveCount(0);

	// What the server of the next build answers, as building a second one here would take as long as all other tests.
	await alice.route("**/api/bootstrap", async (route) => {
		const response = await route.fetch();
		const bootstrap = await response.json();
		await route.fulfill({ response, json: { ...bootstrap, server: { ...bootstrap.server, build: "the next one" } } });
	});
	await composer(alice).fill("Half a sentence");
	await alice.context().setOffline(true);
	await expect(alice.getByText("Reconnecting…")).toBeVisible();
	await alice.context().setOffline(false);
	await expect(alice.getByText("The server has a new version.")).toBeVisible();

	await alice.unroute("**/api/bootstrap");
	await alice.getByRole("button", { name: "Reload" }).click();
	await expect(message(alice, "Before the upgrade")).toBeVisible();
	await expect(composer(alice)).toHaveValue("Half a sentence");
	await expect(alice.getByText("The server has a new version.")).toHaveCount(0);
});
