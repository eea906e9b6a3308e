import { composer } from "./parts.ts";
import { expect, passwordOf, test } from "./world.ts";

test("somebody makes an account and is in general", async ({ world }) => {
	const page = await world.stranger("/");
	await page.getByRole("link", { name: "Make an account" }).click();
	await page.getByLabel("Name", { exact: true }).fill("Dorothea");
	await page.getByLabel("Username").fill("bob");
	await page.getByLabel("Mail address").fill("dorothea@brackwater.example");
	await page.getByLabel("Password", { exact: true }).fill(passwordOf("dorothea"));
	await page.getByRole("button", { name: "Make the account" }).click();
	await expect(page.getByText("This username is taken.")).toBeVisible();
	await expect(page.getByLabel("Username")).toBeFocused();

	await page.getByLabel("Username").fill("dorothea");
	await page.getByRole("button", { name: "Make the account" }).click();
	await expect(composer(page)).toBeVisible();
	await expect(page.getByRole("heading", { level: 1, name: "general" })).toBeVisible();
});

test("a wrong password is said, the right one leads where one was going", async ({ world }) => {
	const room = await world.room();
	const page = await world.stranger(`/rooms/${room.id}`);
	await page.getByLabel("Username or mail address").fill("alice");
	await page.getByLabel("Password", { exact: true }).fill("not her password");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "The name or the password is wrong." })).toBeVisible();

	await page.getByLabel("Password", { exact: true }).fill(passwordOf("alice"));
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("heading", { level: 1, name: room.name })).toBeVisible();
});

test("a session that is ended elsewhere is told so, and the others go on", async ({ world }) => {
	const laptop = await world.open("carol", "/account");
	const phone = await world.open("carol");
	await expect(composer(phone)).toBeVisible();
	await laptop.reload();
	await laptop.getByRole("button", { name: "End all others" }).click();
	await expect(phone).toHaveURL(/\/login/);
	await expect(phone.getByText("This session was ended from another device.")).toBeVisible();
	await expect(laptop.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(1);
});

test("signing out leads to the sign-in page, and the way back asks for the password", async ({ world }) => {
	const page = await world.open("carol");
	await page.getByRole("button", { name: "You, Carol" }).click();
	await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
	await page.goto("/");
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a new name and status are seen by others at once", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const alice = await world.open("alice", `/rooms/${room.id}?panel=members`);
	await expect(alice.getByRole("list", { name: "Members" }).getByText("@bob")).toBeVisible();
	const bob = await world.open("bob", "/account");
	await bob.getByLabel("In words").fill("At the dike");
	await bob.getByRole("region", { name: "Status" }).getByRole("button", { name: "Save" }).click();
	await expect(alice.getByRole("list", { name: "Members" }).getByText("At the dike")).toBeVisible();
});
