/** Mail, with a real mail server: set up by an administrator, a forgotten password, what failed. */
import { type Smtp, startSmtp } from "../test/smtp.ts";
import { expect, passwordOf, test } from "./world.ts";

let smtp: Smtp;
test.beforeEach(async () => {
	smtp = await startSmtp();
});
test.afterEach(async ({ world }) => {
	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { SMTP_Host: "", From_Email: "" } });
	await smtp.stop();
});

test("an administrator names the mail server and tries it out; what went wrong is told with what was said", async ({
	world,
}) => {
	const alice = await world.open("alice", "/admin/mail");
	await expect(alice.getByText("No mail server is named")).toBeVisible();
	await alice.getByRole("link", { name: "Name a mail server" }).click();
	await alice.getByLabel("Mail server", { exact: true }).fill("127.0.0.1");
	await alice.getByLabel("Port", { exact: true }).fill(String(smtp.port));
	await alice.getByLabel("Sender", { exact: true }).fill("chat@brackwater.example");
	await alice.getByRole("button", { name: "Save" }).click();
	await expect(alice.getByText("Saved", { exact: true })).toBeVisible();

	await alice.getByRole("link", { name: "Mail delivery" }).click();
	await alice.getByRole("button", { name: "Send a test mail" }).click();
	await expect(alice.getByText("The connection cannot be encrypted")).toBeVisible();
	await expect(alice.getByText(/^220 /)).toBeVisible();

	await world.as("alice")("PATCH", "/api/admin/settings", { changes: { SMTP_IgnoreTLS: true } });
	await alice.getByRole("button", { name: "Send a test mail" }).click();
	await expect(alice.getByText("The mail server has taken the mail for alice@brackwater.example")).toBeVisible();
	expect(smtp.received.map(({ recipients }) => recipients)).toEqual([["alice@brackwater.example"]]);
});

test("who forgot the password asks for a link, chooses another one by it, and signs in; what fails on the way is sent again by hand", async ({
	world,
}) => {
	await world.as("alice")("PATCH", "/api/admin/settings", {
		changes: {
			SMTP_Host: "127.0.0.1",
			SMTP_Port: smtp.port,
			SMTP_IgnoreTLS: true,
			From_Email: "chat@brackwater.example",
		},
	});
	smtp.trouble.recipients["carol@brackwater.example"] = [550, "Mailbox is being moved"];
	const page = await world.stranger("/login");
	await page.getByRole("link", { name: "Forgot the password?" }).click();
	await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
	await page.getByLabel("Mail address").fill("carol@brackwater.example");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();

	const alice = await world.open("alice", "/admin/mail");
	await alice.getByRole("radio", { name: "Failed" }).check();
	await expect(alice.getByText("Mailbox is being moved").first()).toBeVisible();
	smtp.trouble.recipients = {};
	await alice.getByRole("button", { name: "Send now to carol@brackwater.example" }).click();
	await expect.poll(() => smtp.received.length).toBe(1);
	await expect(alice.getByText("Nothing failed")).toBeVisible();

	const link = /https?:\/\/[^/\s]+(\/reset\/[\w-]+)/.exec(smtp.received[0]?.mail.text ?? "")?.[1] ?? "";
	await page.goto(link);
	await page.getByLabel("New password").fill("short");
	await page.keyboard.press("Enter");
	await expect(page.getByText(/At least 10 characters/).first()).toBeVisible();
	await expect(page.getByLabel("New password")).toBeFocused();
	// The one that she has in the other tests.
	await page.getByLabel("New password").fill(passwordOf("carol"));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "The password is changed" })).toBeVisible();
	await page.goto(link);
	await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});
