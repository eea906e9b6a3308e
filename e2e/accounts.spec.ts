import { startServer } from "../test/server.ts";
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

test("another mail address asks for the password, and says so beside its field when it is wrong", async ({ world }) => {
	const bob = await world.open("bob", "/account");
	const profile = bob.getByRole("region", { name: "Profile" });
	await profile.getByLabel("Mail address").fill("robert@brackwater.example");
	await profile.getByLabel("Your password").fill("not his password");
	await profile.getByRole("button", { name: "Save" }).click();
	await expect(profile.getByText("This is not your password.")).toBeVisible();
	await expect(profile.getByLabel("Your password")).toBeFocused();
	await profile.getByLabel("Your password").fill(passwordOf("bob"));
	await profile.getByRole("button", { name: "Save" }).click();
	await expect(profile.getByText("Saved.")).toBeVisible();
	await bob.reload();
	await expect(profile.getByLabel("Mail address")).toHaveValue("robert@brackwater.example");
	const back = { email: "bob@brackwater.example", password: passwordOf("bob") };
	await world.as("bob")("PATCH", "/api/me", back);
});

test("a new password that is weak is said why, and the form can be gone through by keyboard", async ({ world }) => {
	const bob = await world.open("bob", "/account");
	const form = bob.getByRole("region", { name: "Password" });
	await form.getByLabel("Present password").fill(passwordOf("bob"));
	await form.getByLabel("New password").fill("short");
	await bob.keyboard.press("Enter");
	await expect(form.getByLabel("New password")).toHaveAccessibleDescription(/At least 10 characters\./);
	await expect(form.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
	await expect(form.getByLabel("New password")).toBeFocused();
});

test("the pages outside speak the language that is chosen there, and the next visit too", async ({ world }) => {
	const page = await world.stranger("/login");
	await page.getByLabel("Language").selectOption("Deutsch");
	await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
	await expect(page.locator("html")).toHaveAttribute("lang", "de");
	await page.getByLabel("Benutzername oder Mailadresse").fill("nobody");
	await page.getByLabel("Passwort", { exact: true }).fill("nothing");
	await page.getByRole("button", { name: "Anmelden" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "Name oder Passwort ist falsch." })).toBeVisible();
	await page.goto("/register");
	await expect(page.getByRole("heading", { name: "Konto anlegen" })).toBeVisible();

	await test.step("and stays when somebody who never chose one signs in", async () => {
		await page.goto("/login");
		await page.getByLabel("Benutzername oder Mailadresse").fill("bob");
		await page.getByLabel("Passwort", { exact: true }).fill(passwordOf("bob"));
		await page.getByRole("button", { name: "Anmelden" }).click();
		await expect(page).toHaveURL(/\/rooms\//);
		await page.goto("/account");
		await expect(page.getByRole("heading", { name: "Wo du angemeldet bist" })).toBeVisible();
		await world.as("bob")("PATCH", "/api/me/preferences", { language: "" });
	});
});

test("who has to wait for an approval is told what happens next", async ({ world }) => {
	const page = await world.stranger("/register");
	await page.route("**/api/registrations", (route) =>
		route.fulfill({ status: 201, json: { status: "awaiting-approval" } }),
	);
	await page.getByLabel("Name", { exact: true }).fill("Ravi Menon");
	await page.getByLabel("Username").fill("ravi");
	await page.getByLabel("Mail address").fill("ravi@brackwater.example");
	await page.getByLabel("Password", { exact: true }).fill(passwordOf("ravi"));
	await page.getByRole("button", { name: "Make the account" }).click();
	await expect(page.getByRole("heading", { name: "Almost there, Ravi" })).toBeFocused();
	await expect(page.getByText("Waiting for approval")).toBeVisible();
	await page.getByRole("link", { name: "Back to sign-in" }).click();
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a server that cannot be reached is said at signing in, with a way to try again", async ({ world }) => {
	const page = await world.stranger("/login");
	await page.getByLabel("Username or mail address").fill("alice");
	await page.getByLabel("Password", { exact: true }).fill(passwordOf("alice"));
	await page.route("**/api/auth/**", (route) => route.abort());
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "The server could not be reached." })).toBeVisible();
	await page.unroute("**/api/auth/**");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(composer(page)).toBeVisible();
});

test("who is locked out is told when to try again", async ({ browser }) => {
	const server = await startServer({ rateLimits: "on" });
	const page = await browser.newPage({ baseURL: server.url });
	try {
		const admin = { name: "Ada", username: "ada", email: "ada@brackwater.example", password: passwordOf("ada") };
		const body = JSON.stringify({ siteName: "Brackwater", admin });
		await fetch(`${server.url}/api/setup`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
		const guess = JSON.stringify({ login: "ada", password: "a guess" });
		for (let i = 0; i < 10; i++)
			await fetch(`${server.url}/api/login`, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: guess,
			});
		await page.goto("/login");
		await page.getByLabel("Username or mail address").fill("ada");
		await page.getByLabel("Password", { exact: true }).fill(passwordOf("ada"));
		await page.keyboard.press("Enter");
		await expect(
			page.getByRole("alert").filter({ hasText: "Too many attempts. Try again in 5 minutes." }),
		).toBeVisible();
	} finally {
		await page.close();
		await server.stop();
	}
});
