import { startServer } from "../test/server.ts";
import { composer, messages, sidebar } from "./parts.ts";
import { expect, passwordOf, test } from "./world.ts";

test("a new server is set up in three steps, and its administrator is in general", async ({ browser }) => {
	const server = await startServer();
	const context = await browser.newContext({ baseURL: server.url });
	const page = await context.newPage();
	try {
		await page.goto("/");
		await expect(page.getByRole("heading", { name: "Name and address" })).toBeVisible();
		await page.getByRole("button", { name: "Next: administrator" }).click();
		await expect(page.getByText("Give the server a name.")).toBeVisible();
		await page.getByLabel("Name", { exact: true }).fill("Brackwater");
		await page.getByRole("button", { name: "Next: administrator" }).click();

		await page.getByLabel("Your name").fill("Alice");
		await expect(page.getByLabel("Username")).toHaveValue("alice");
		await page.getByLabel("Mail address").fill("alice@brackwater.example");
		await page.getByLabel("Password", { exact: true }).fill("short");
		await page.getByRole("button", { name: "Next: who may register" }).click();

		await test.step("going back keeps what was typed", async () => {
			await page.getByRole("button", { name: "Back" }).click();
			await expect(page.getByLabel("Your name")).toHaveValue("Alice");
			await page.getByRole("button", { name: "Next: who may register" }).click();
		});

		await test.step("what the server refuses is said beside its field", async () => {
			await page.getByRole("button", { name: "Finish" }).click();
			await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
			await page.getByLabel("Password", { exact: true }).fill(passwordOf("alice"));
			await page.getByRole("button", { name: "Next: who may register" }).click();
		});

		await test.step("what is harmless outlives a reload, the password does not", async () => {
			await page.reload();
			await expect(page.getByRole("heading", { name: "Who may register?" })).toBeVisible();
			await page.getByRole("button", { name: "Finish" }).click();
			await expect(page.getByText("Choose a password.")).toBeVisible();
			await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
			await expect(page.getByLabel("Username")).toHaveValue("alice");
			await page.getByLabel("Password", { exact: true }).fill(passwordOf("alice"));
			await page.getByRole("button", { name: "Next: who may register" }).click();
		});

		await page.getByRole("radio", { name: /^Open/ }).check();
		await page.getByRole("button", { name: "Finish" }).click();
		await expect(page).toHaveURL(/\/rooms\//);
		await expect(sidebar(page).getByRole("link", { name: "general" })).toHaveAttribute("aria-current", "page");
		await expect(messages(page).getByText("This is the beginning of #general")).toBeVisible();
		await expect(composer(page)).toBeFocused();
		await expect(page).toHaveTitle("general · Brackwater");

		await test.step("who is alone learns how the others come", async () => {
			await messages(page)
				.getByRole("button", { name: /^Add people/ })
				.click();
			await expect(page.getByRole("dialog").getByText(`They make their own at ${server.url}`)).toBeVisible();
			await page.keyboard.press("Escape");
		});

		await page.goto("/setup");
		await expect(page.getByRole("heading", { name: "Brackwater is set up" })).toBeVisible();
	} finally {
		await context.close();
		await server.stop();
	}
});
