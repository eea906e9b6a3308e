/** `npm run screenshots [-- room phone dark]`: pictures of the screens whose file names hold all these words, in `screenshots/`. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import config from "../../playwright.config.ts";
import { startBrackwater } from "../brackwater/brackwater.ts";
import type { Screen, Size, Theme } from "./screen.ts";
import { screens } from "./screens.ts";
import { type Visitor, visitorOf } from "./visit.ts";

const FOLDER = resolve(import.meta.dirname, "../../screenshots");
const SIZES: readonly Size[] = ["desktop", "phone"];
const THEMES: readonly Theme[] = ["light", "dark"];

const words = process.argv.slice(2);
const wanted = screens.flatMap((screen) =>
	(screen.sizes ?? SIZES).flatMap((size) => {
		const themes = (screen.themes ?? THEMES).filter((theme) => isAsked(nameOf(screen, size, theme)));
		return themes.length > 0 ? [{ screen, size, themes }] : [];
	}),
);
if (wanted.length === 0) {
	console.error(`No picture's name holds ${words.map((word) => `"${word}"`).join(" and ")}. The screens are:`);
	console.error(screens.map(({ name }) => name).join(", "));
	process.exit(1);
}

mkdirSync(FOLDER, { recursive: true });
const world = await startBrackwater();
const browser = await chromium.launch(config.use?.launchOptions);
const visitor = visitorOf(browser, world);
let failed = 0;
try {
	for (const { screen, size, themes } of wanted) await picture(visitor, screen, size, themes);
} finally {
	await visitor.close();
	await browser.close();
	await world.stop();
}
if (failed > 0) console.error(`${failed} screens could not be reached.`);
process.exit(failed > 0 ? 1 : 0);

async function picture(visitor: Visitor, screen: Screen, size: Size, themes: readonly Theme[]) {
	try {
		const page = await visitor.visit(screen, size);
		for (const theme of themes) {
			await page.emulateMedia({ colorScheme: theme });
			const path = join(FOLDER, nameOf(screen, size, theme));
			await page.screenshot({ path, caret: "initial" });
			console.log(path);
		}
	} catch (error) {
		failed++;
		console.error(error instanceof Error ? error.message : error);
	}
}

function nameOf({ name }: Screen, size: Size, theme: Theme): string {
	return `${name}-${size}-${theme}.png`;
}

/** `room` asks for that screen alone, `room-` for all that begin so. */
function isAsked(file: string): boolean {
	return words.every((word) => file.includes(word));
}
