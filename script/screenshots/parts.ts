/** Where the screens find things: by what people call them. */
import type { Locator, Page } from "@playwright/test";
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
