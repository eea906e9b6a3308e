/** The parts of the page by what people call them. */
import type { Locator, Page } from "@playwright/test";

export const sidebar = (page: Page): Locator => page.getByRole("navigation", { name: "Rooms and direct messages" });
/** Alice is not the talk of Alice and Bob, which other tests may have begun. */
export const roomLink = (page: Page, name: string): Locator =>
	sidebar(page)
		.getByRole("link")
		.and(page.getByTitle(name, { exact: true }));
export const composer = (page: Page): Locator => page.getByRole("textbox", { name: /^Message / });
export const messages = (page: Page): Locator => page.getByRole("region", { name: "Messages", exact: true });
export const message = (page: Page, text: string): Locator =>
	messages(page).getByRole("article").filter({ hasText: text });
export const heading = (page: Page, name: string): Locator =>
	page.getByRole("heading", { level: 1, name, exact: true });
/** Completion of what is being named. */
export const offered = (page: Page): Locator => page.getByRole("listbox");

export async function say(page: Page, text: string): Promise<void> {
	await composer(page).fill(text);
	await composer(page).press("Control+Enter");
}

/** From the menu of a message. */
export async function choose(page: Page, text: string, what: string): Promise<void> {
	await message(page, text).hover();
	await message(page, text).getByRole("button", { name: "More" }).click();
	await page.getByRole("menuitem", { name: what }).click();
}

// The thread that is open, in the panel or with the page for itself.
export const replies = (page: Page): Locator => page.getByRole("region", { name: "Replies" });
export const reply = (page: Page, text: string): Locator =>
	replies(page).getByRole("article").filter({ hasText: text });
export const replyBox = (page: Page): Locator => page.getByRole("textbox", { name: /^Reply to / });
/** Under the message on which a thread hangs. */
export const summary = (page: Page, text: string): Locator =>
	message(page, text).getByRole("button", { name: /\d repl/ });
export const threadsLink = (page: Page): Locator => sidebar(page).getByRole("link", { name: /^Threads/ });

export async function answer(page: Page, text: string): Promise<void> {
	await replyBox(page).fill(text);
	await replyBox(page).press("Control+Enter");
}
