import { expect, type Page, test } from "./world.ts";

type Preferences = { theme: string; language: string; density: string };
const usual = {
	language: "",
	theme: "auto",
	contrast: "auto",
	density: "comfortable",
	timeFormat: "auto",
	sendOnEnter: true,
};

test.afterEach(({ world }) => world.as("bob")("PATCH", "/api/me/preferences", usual));

const root = (page: Page) => page.locator("html");

test("a choice counts at once, on this page and on the person's other devices, and stays", async ({ world }) => {
	const [laptop, phone] = [await world.open("bob", "/preferences"), await world.open("bob", "/account")];
	await expect(phone.getByRole("heading", { name: "Profile" })).toBeVisible();
	await laptop.getByRole("radio", { name: "Dark" }).check();
	await expect(root(laptop)).toHaveAttribute("data-theme", "dark");
	await expect(root(phone)).toHaveAttribute("data-theme", "dark");
	await laptop.getByRole("group", { name: "Contrast" }).getByRole("radio", { name: "High" }).check();
	await expect(root(phone)).toHaveAttribute("data-contrast", "high");
	await laptop.getByRole("radio", { name: "Compact" }).check();
	await expect(root(phone)).toHaveAttribute("data-density", "compact");
	await phone.reload();
	await expect(root(phone)).toHaveAttribute("data-theme", "dark");
	await expect(root(phone)).toHaveAttribute("data-density", "compact");
});

test("by keyboard alone", async ({ world }) => {
	const page = await world.open("bob", "/preferences");
	await page.getByRole("radio", { name: "As the system" }).first().focus();
	await page.keyboard.press("ArrowRight");
	await expect(root(page)).toHaveAttribute("data-theme", "light");
	await page.keyboard.press("ArrowRight");
	await expect(root(page)).toHaveAttribute("data-theme", "dark");
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("group", { name: "Contrast" }).getByRole("radio", { name: "High" })).toBeChecked();
});

test("the page speaks the language that is chosen, on other devices too, and times are written in its way", async ({
	world,
}) => {
	const page = await world.open("bob", "/preferences");
	await expect(page.getByRole("radio", { name: /^24 hours/ })).toBeVisible();
	await expect(page.getByText("2:05 PM", { exact: true }).first()).toBeVisible();
	await page.getByLabel("Language", { exact: true }).selectOption("Deutsch");
	await expect(page.getByRole("heading", { name: "Aussehen" })).toBeVisible();
	await expect(root(page)).toHaveAttribute("lang", "de");
	const other = await world.open("bob", "/account");
	await expect(other.getByRole("heading", { name: "Wo du angemeldet bist" })).toBeVisible();
});

test("what could not be saved is said, and put back", async ({ world }) => {
	const page = await world.open("bob", "/preferences");
	await page.route("**/api/me/preferences", (route) => route.abort());
	await page.getByRole("radio", { name: "Compact" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible();
	await expect(page.getByRole("radio", { name: "Comfortable" })).toBeChecked();
	await page.unroute("**/api/me/preferences");
	await page.getByRole("radio", { name: "Compact" }).check();
	await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toHaveCount(0);
	const { density } = await world.as("bob")<Preferences>("GET", "/api/me/preferences");
	expect(density).toBe("compact");
});
