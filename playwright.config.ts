import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

/** A browser that this machine has already; without one, Playwright's own is used (`npx playwright install chromium`). */
const names = ["chromium", "chromium-browser", "google-chrome"];
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
const installed = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
const executablePath = process.env.CHROMIUM_PATH || installed;

export default defineConfig({
	testDir: "e2e",
	outputDir: "test-results",
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		browserName: "chromium",
		locale: "en-US",
		timezoneId: "UTC",
		trace: "retain-on-failure",
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			// Without a sandbox, since it cannot be had as root or in most containers; the pages are our own.
			args: [
				"--no-sandbox",
				"--disable-dev-shm-usage",
				"--disable-gpu",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
				"--no-first-run",
			],
		},
	},
});
