import { passwordOf } from "../brackwater/calls.ts";
import { button, heading } from "./parts.ts";
import type { Screen, Visit } from "./screen.ts";

const wizard = { fresh: true, path: () => "/setup" } as const;

async function nameTheSite({ page }: Visit): Promise<void> {
	await page.getByLabel("Name", { exact: true }).fill("Brackwater");
	await button(page, "Next: administrator").click();
	await heading(page, "Administrator").waitFor();
}

async function nameTheAdministrator(visit: Visit): Promise<void> {
	await nameTheSite(visit);
	const { page } = visit;
	await page.getByLabel("Your name").fill("Ines");
	await page.getByLabel("Username").fill("ines");
	await page.getByLabel("Mail address").fill("ines@brackwater.example");
	await page.getByLabel("Password", { exact: true }).fill(passwordOf("ines"));
	await button(page, "Next: who may register").click();
	await heading(page, "Who may register?").waitFor();
}

export const signedOut: Screen[] = [
	{ name: "sign-in", path: () => "/login", reach: ({ page }) => heading(page, "Sign in").waitFor() },
	{
		name: "sign-in-error",
		path: () => "/login",
		async reach({ page }) {
			await page.getByLabel("Username or mail address").fill("ines");
			await page.getByLabel("Password", { exact: true }).fill("not the tide");
			await button(page, "Sign in").click();
			await page.getByRole("alert").filter({ hasText: /./ }).first().waitFor();
		},
	},
	{
		name: "sign-in-ended",
		path: () => "/login?ended=password-changed",
		reach: ({ page }) => page.getByText("password", { exact: false }).first().waitFor(),
	},
	{ name: "password-forgotten", path: () => "/reset", reach: ({ page }) => button(page, "Send the link").waitFor() },
	{
		name: "password-asked",
		path: () => "/reset",
		async reach({ page }) {
			await page.getByLabel("Mail address").fill("nobody@brackwater.example");
			await button(page, "Send the link").click();
			await heading(page, "Look into your mailbox").waitFor();
		},
	},
	{
		name: "password-link-over",
		path: () => "/reset/used-used-used-used-used",
		reach: ({ page }) => heading(page, "This link does not work any more").waitFor(),
	},
	{ name: "registration", path: () => "/register", reach: ({ page }) => heading(page, "Make an account").waitFor() },
	{
		name: "registration-error",
		path: () => "/register",
		async reach({ page }) {
			await page.getByLabel("Name", { exact: true }).fill("Kofi");
			await page.getByLabel("Username").fill("kofi");
			await page.getByLabel("Mail address").fill("kofi@elsewhere.example");
			await page.getByLabel("Password", { exact: true }).fill(passwordOf("kofi"));
			await button(page, "Make the account").click();
			await page.locator("[aria-invalid=true]").first().waitFor();
		},
	},
	{
		name: "registration-waiting",
		path: () => "/register",
		prepare: ({ page }) =>
			page.route("**/api/registrations", (route) =>
				route.fulfill({ status: 201, json: { status: "awaiting-approval" } }),
			),
		async reach({ page }) {
			await page.getByLabel("Name", { exact: true }).fill("Ravi");
			await button(page, "Make the account").click();
			await heading(page, "Almost there, Ravi").waitFor();
		},
	},
	{ ...wizard, name: "wizard-name", reach: ({ page }) => heading(page, "Name and address").waitFor() },
	{ ...wizard, name: "wizard-administrator", reach: nameTheSite },
	{ ...wizard, name: "wizard-who-may-register", reach: nameTheAdministrator },
	{
		name: "wizard-done",
		path: () => "/setup",
		reach: ({ page }) => heading(page, "Brackwater is set up").waitFor(),
	},
	{ name: "not-found", path: () => "/no-such-page", reach: ({ page }) => page.getByRole("heading").waitFor() },
	{
		name: "not-loaded",
		as: "ines",
		path: () => "/",
		// An answer and not none: after none the page asks some times more before it says so.
		prepare: ({ page }) =>
			page.route("**/api/bootstrap", (route) =>
				route.fulfill({ status: 500, json: { error: { code: "internal-error", message: "Something went wrong." } } }),
			),
		reach: ({ page }) => button(page, "Try again").waitFor(),
	},
];
