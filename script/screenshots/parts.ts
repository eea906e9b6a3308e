/** Where the screens find things: by what people call them. */
import type { Locator, Page } from "@playwright/test";
import type { Bootstrap } from "../../lib/shared/schemas/server.ts";
import type { Brackwater } from "../brackwater/brackwater.ts";
import type { PlaceKey } from "../brackwater/talk.ts";
import type { Visit } from "./screen.ts";

export const roomAt =
	(room: PlaceKey, query = "") =>
	({ rooms }: Brackwater): string =>
		`/rooms/${rooms[room].id}${query}`;

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("heading", { name });
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name });
export const composer = (page: Page): Locator => page.getByRole("textbox", { name: /^(Message|Nachricht) / });
export const articles = (page: Page): Locator =>
	page.getByRole("region", { name: /^(Messages|Nachrichten)$/ }).getByRole("article");
export const message = (page: Page, text: string | RegExp): Locator => articles(page).filter({ hasText: text });

export async function seeMessages({ page }: Pick<Visit, "page">): Promise<void> {
	await articles(page).last().waitFor();
}

/** By the button: on a phone Enter breaks the line. */
export async function send(page: Page, text: string): Promise<void> {
	await composer(page).fill(text);
	await button(page, "Send").click();
}

/** A finger that stays on the message. */
export async function pressLong(page: Page, text: string | RegExp): Promise<void> {
	const pressed = message(page, text).last();
	await pressed.dispatchEvent("pointerdown", { pointerType: "touch", pointerId: 1, isPrimary: true, button: 0 });
	await page.getByRole("dialog").waitFor();
	await pressed.dispatchEvent("pointerup", { pointerType: "touch", pointerId: 1, isPrimary: true, button: 0 });
}

/** From the menu of a message, or from its sheet. */
export async function openAction({ page, size }: Visit, text: RegExp, action: string): Promise<void> {
	if (size === "phone") {
		await pressLong(page, text);
		return page.getByRole("dialog").getByRole("button", { name: action }).click();
	}
	await message(page, text).last().hover();
	await message(page, text).last().getByRole("button", { name: "More" }).click();
	await page.getByRole("menuitem", { name: action }).click();
}

/** Lets the page begin with something else than the server says of who looks, of the rooms or of itself. */
export async function withBootstrap({ page }: Visit, change: (bootstrap: Bootstrap) => void): Promise<void> {
	await page.route("**/api/bootstrap", async (route) => {
		const response = await route.fetch();
		const bootstrap: Bootstrap = await response.json();
		change(bootstrap);
		await route.fulfill({ response, json: bootstrap });
	});
}
