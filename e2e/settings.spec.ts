import { expect, test } from "./world.ts";

test("an administrator changes settings, and the page follows", async ({ world }) => {
	const alice = await world.open("alice");
	await alice.getByRole("button", { name: "You, Alice" }).click();
	await alice.getByRole("menuitem", { name: "Administration" }).click();
	await expect(alice.getByRole("heading", { level: 1, name: "General" })).toBeVisible();

	const name = alice.getByLabel("Name of the site");
	await name.fill("Brackwater Survey");
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toContainText("1 change not saved");
	await alice.getByRole("button", { name: "Discard" }).click();
	await expect(name).toHaveValue("Brackwater");
	await name.fill("Brackwater Survey");
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toHaveCount(0);

	await alice.getByRole("link", { name: "Back to the rooms" }).click();
	await expect(alice).toHaveTitle("general · Brackwater Survey");
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Site_Name: "Brackwater" } });
});

test("a value that is refused is said beside its field, and nothing is saved", async ({ world }) => {
	const alice = await world.open("alice", "/admin/settings/messages");
	await alice.getByLabel("Longest message").fill("many");
	await alice.getByRole("switch", { name: "People may edit their messages" }).click();
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByLabel("Longest message")).toHaveAttribute("aria-invalid", "true");
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toBeVisible();
	const { sections } = await world.as("alice")<{ sections: { settings: { id: string; value: unknown }[] }[] }>(
		"GET",
		"/api/admin/settings",
	);
	const editing = sections.flatMap(({ settings }) => settings).find(({ id }) => id === "Message_AllowEditing");
	expect(editing?.value).toBe(true);
});

test("where registration is closed the page says so instead of showing a form", async ({ world }) => {
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Accounts_RegistrationForm: "Disabled" } });
	const page = await world.stranger("/register");
	await expect(page.getByRole("heading", { name: "Registration is closed" })).toBeVisible();
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Accounts_RegistrationForm: "Public" } });
	await page.reload();
	await expect(page.getByRole("heading", { name: "Make an account" })).toBeVisible();
});

test("somebody who is no administrator finds no way there", async ({ world }) => {
	const bob = await world.open("bob");
	await bob.getByRole("button", { name: "You, Bob" }).click();
	await expect(bob.getByRole("menuitem", { name: "Account" })).toBeVisible();
	await expect(bob.getByRole("menuitem", { name: "Administration" })).toHaveCount(0);
	await bob.goto("/admin/settings/general");
	await expect(bob.getByRole("heading", { name: "This is for administrators" })).toBeVisible();
});

test("who may only manage emoji finds those in the administration, and nothing else", async ({ world }) => {
	const bob = await world.open("bob");
	const asked: string[] = [];
	bob.on("request", (request) => asked.push(new URL(request.url()).pathname));
	// Roles have no page yet.
	const { me, ...rest } = await world.as("bob")<{ me: { permissions: string[] } }>("GET", "/api/bootstrap");
	const json = { ...rest, me: { ...me, permissions: [...me.permissions, "emoji-manage"] } };
	await bob.route("**/api/bootstrap", (route) => route.fulfill({ json }));
	await bob.reload();
	await bob.getByRole("button", { name: "You, Bob" }).click();
	await bob.getByRole("menuitem", { name: "Administration" }).click();
	await expect(bob.getByRole("heading", { level: 1, name: "Emoji" })).toBeVisible();
	await expect(bob.getByRole("navigation", { name: "Administration" }).getByRole("link")).toHaveText(["Emoji"]);
	await bob.goto("/admin");
	await expect(bob.getByRole("heading", { level: 1, name: "Emoji" })).toBeVisible();
	await bob.goto("/admin/settings/general");
	await expect(bob.getByRole("heading", { name: "This is for administrators" })).toBeVisible();
	expect(asked).not.toContain("/api/admin/settings");
	await bob.unrouteAll({ behavior: "ignoreErrors" });
});

test("an administrator sets up a field of profiles; it is filled in, seen by others at once, and found", async ({
	world,
}) => {
	const alice = await world.open("alice", "/admin/settings/accounts");
	await alice.getByRole("button", { name: "Add a field" }).click();
	const dialog = alice.getByRole("dialog", { name: "Add a field" });
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(dialog.getByText("Say what it is called.")).toBeVisible();
	await expect(dialog.getByLabel("What it is called")).toBeFocused();
	await dialog.getByLabel("What it is called").fill("Home port");
	await expect(dialog.getByLabel("Name for programs")).toHaveValue("home_port");
	await dialog.getByLabel("What is filled in").selectOption("Choice");
	await dialog.getByLabel("What can be chosen").fill("Halling\nBrackwater");
	await dialog.getByRole("switch", { name: "Has to be filled in" }).click();
	await dialog.getByRole("button", { name: "Done" }).press("Enter");
	await expect(alice.getByText("Choice · required")).toBeVisible();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toContainText("More fields in profiles");
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toHaveCount(0);

	const { id } = await world.as("bob")<{ id: string }>("GET", "/api/me");
	await alice.goto(`/directory?show=people&panel=person-${id}`);
	const bob = await world.open("bob", "/account");
	await bob.getByLabel("Home port").selectOption("Halling");
	await bob.getByRole("button", { name: "Save" }).first().click();
	await expect(alice.getByRole("complementary").getByText("Halling")).toBeVisible();
	await bob.goto("/directory?show=people");
	await bob.getByRole("searchbox").fill("hall");
	await expect(bob.getByRole("list", { name: "People" }).getByRole("button")).toHaveText([/Bob.*Halling/]);

	await world.as("bob")("PATCH", "/api/me", { fields: { home_port: "Brackwater" } });
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { Accounts_CustomFields: "" } });
});

test("settings are found in all sections by their words, and what is changed stays while one looks elsewhere", async ({
	world,
}) => {
	const alice = await world.open("alice", "/admin/settings/general");
	await alice.getByLabel("Name of the site").fill("Elsewhere");
	await alice.getByRole("link", { name: "Limits" }).click();
	await expect(alice.getByRole("heading", { level: 1, name: "Limits" })).toBeVisible();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toContainText("General: Name of the site");

	await alice.keyboard.press("/");
	await alice.keyboard.type("deleted");
	await expect(alice.getByRole("status").filter({ hasText: "settings found" })).toBeVisible();
	await expect(alice.getByLabel("Show where a message was deleted")).toBeVisible();
	await expect(alice.getByLabel("Longest message")).toHaveCount(0);
	await alice.keyboard.type(" nonsense");
	await expect(alice.getByText("No setting fits")).toBeVisible();
	await alice.keyboard.press("Escape");
	await expect(alice.getByRole("heading", { level: 1, name: "Limits" })).toBeVisible();
	await alice.getByRole("button", { name: "Discard" }).click();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toHaveCount(0);
});

test("a changed setting tells who changed it, and goes back to its default", async ({ world }) => {
	const alice = await world.open("alice", "/admin/settings/messages");
	const size = alice.getByLabel("Longest message");
	await size.fill("4000");
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByText(/Default: 5000 · Alice, /)).toBeVisible();
	await alice.getByRole("button", { name: "Use the default" }).first().click();
	await expect(size).toHaveValue("5000");
	await expect(alice.getByText("Was 4000")).toBeVisible();
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByRole("region", { name: "Unsaved changes" })).toHaveCount(0);
	await expect(alice.getByRole("button", { name: "Use the default" })).toHaveCount(0);
});

test("the administration speaks German, to its settings and what is wrong with them", async ({ world }) => {
	await world.as("alice")("PATCH", "/api/me/preferences", { language: "de" });
	const alice = await world.open("alice", "/admin/settings/messages");
	await expect(alice.getByRole("heading", { level: 1, name: "Nachrichten" })).toBeVisible();
	await alice.getByLabel("Längste Nachricht").fill("viele");
	await alice.getByRole("button", { name: "Speichern" }).click();
	await expect(alice.getByText("Gib eine ganze Zahl von 1 bis 100.000 ein.")).toBeVisible();
	await expect(alice.getByLabel("Längste Nachricht")).toBeFocused();
	await world.as("alice")("PATCH", "/api/me/preferences", { language: "" });
});
