import type { BrowserContext } from "@playwright/test";
import { heading, message, roomLink } from "./parts.ts";
import { expect, type Page, test } from "./world.ts";

test.afterEach(({ world }) =>
	world.as("bob")("PATCH", "/api/me/preferences", {
		desktop: "mentions",
		sound: true,
		keywords: [],
		doNotDisturbUntil: null,
	}),
);

type Alert = { title: string; body: string; closed: boolean };
declare global {
	interface Window {
		/** Since the page was loaded. */
		alertsShown?: (Alert & { onclick?: () => void })[];
	}
}

/** In the place of the system's: what a page shows can be read, pressed and counted. A browser without a window has none of its own. */
async function withAlerts(context: BrowserContext, permission: NotificationPermission): Promise<void> {
	await context.addInitScript((allowed) => {
		class Shown extends EventTarget {
			static permission = allowed;
			static requestPermission = async () => Shown.permission;
			closed = false;
			onshow?: () => void;
			onclick?: () => void;
			onclose?: () => void;
			body: string;
			constructor(
				readonly title: string,
				options: NotificationOptions,
			) {
				super();
				this.body = options.body ?? "";
				shown.push(this);
				setTimeout(() => this.onshow?.());
			}
			close() {
				this.closed = true;
				this.onclose?.();
			}
		}
		const shown: Shown[] = [];
		Object.assign(window, { Notification: Shown, alertsShown: shown });
	}, permission);
}

async function shownOn(page: Page): Promise<Alert[]> {
	return page.evaluate(() => {
		const { alertsShown: shown = [] } = window;
		return shown.map(({ title, body, closed }) => ({ title, body, closed }));
	});
}

const press = (page: Page, title: string) =>
	page.evaluate((wanted) => window.alertsShown?.find((alert) => alert.title === wanted)?.onclick?.(), title);

test("of two tabs one alerts, not to what is looked at, and no longer when it is read elsewhere", async ({ world }) => {
	const [room, quay, other] = [
		await world.room({ members: ["bob"] }),
		await world.room({ members: ["bob"] }),
		await world.room({ members: ["bob"] }),
	];
	const first = await world.open("bob", `/rooms/${other.id}`);
	await withAlerts(first.context(), "granted");
	await first.reload();
	const second = await first.context().newPage();
	await second.goto(`/rooms/${other.id}`);
	const tabs = [first, second];
	for (const tab of tabs) await expect(heading(tab, other.name)).toBeVisible();
	const shown = async () => (await Promise.all(tabs.map(shownOn))).flat();

	await world.say("alice", room, "@bob the **tide** is in");
	const inRoom = { title: `Alice in #${room.name}`, body: "@bob the tide is in", closed: false };
	await expect.poll(shown).toEqual([inRoom]);
	// The number of what is meant for him stands on both tabs.
	for (const tab of tabs) {
		await expect(tab).toHaveTitle(/^\(\d+\)/);
		await expect(tab.locator('link[rel="icon"]').first()).toHaveAttribute("href", /^data:image\/png/);
	}

	const tab = (await shownOn(first)).length > 0 ? first : second;
	await press(tab, inRoom.title);
	await expect(heading(tab, room.name)).toBeVisible();
	await expect(message(tab, "the tide is in")).toBeVisible();
	await expect.poll(shown).toEqual([{ ...inRoom, closed: true }]);

	await world.say("alice", room, "@bob as you can see");
	await expect(message(tab, "as you can see")).toBeVisible();
	const { seq } = await world.say("alice", quay, "@bob elsewhere");
	const inQuay = { title: `Alice in #${quay.name}`, body: "@bob elsewhere", closed: false };
	await expect.poll(shown).toEqual(expect.arrayContaining([inQuay]));
	expect(await shown()).toHaveLength(2);
	await world.as("bob")("PUT", `/api/rooms/${quay.id}/read`, { seq });
	await expect.poll(shown).toEqual(expect.arrayContaining([{ ...inQuay, closed: true }]));
});

test("a test tells what holds alerts back; do not disturb is chosen by keyboard, and seen by others", async ({
	world,
}) => {
	const page = await world.open("bob", "/preferences");
	const outcome = page.getByRole("region", { name: "Notifications" }).getByRole("alert");
	await withAlerts(page.context(), "denied");
	await page.reload();
	await expect(page.getByText("does not let Parley show alerts").first()).toBeVisible();
	await page.getByRole("button", { name: "Send a test" }).click();
	await expect(outcome).toContainText("It arrived, but this browser does not let Parley show alerts");

	await page.getByRole("button", { name: "Choose a time…" }).press("Enter");
	await page.getByRole("dialog").getByRole("button", { name: "1 hour" }).press("Enter");
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(page.getByText(/^On until /)).toBeVisible();
	await expect(page.locator("[data-presence=busy]").first()).toBeVisible();
	await page.getByRole("button", { name: "Send a test" }).click();
	await expect(outcome).toContainText("You are not to be disturbed now");
	await page.getByRole("button", { name: "You, Bob" }).click();
	await page.getByRole("menuitem", { name: /^Do not disturb until / }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Let alerts come again" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(page.getByText("Alerts come as you chose.")).toBeVisible();

	await withAlerts(page.context(), "granted");
	await page.reload();
	await page.getByRole("switch", { name: "Sound" }).click();
	await page.getByRole("button", { name: "Send a test" }).click();
	await expect(page.getByText("The alert was shown, without a sound, as you chose.")).toBeVisible();
	expect(await shownOn(page)).toEqual([
		{ title: "It works", body: "This is what an alert looks like.", closed: false },
	]);
});

test("a keyword is added by keyboard, counts and marks like a name, and is taken away again", async ({ world }) => {
	const room = await world.room({ members: ["bob"] });
	const bob = await world.open("bob", "/preferences");
	const field = bob.getByRole("textbox", { name: "Keywords" });
	await field.fill("!");
	await field.press("Enter");
	await expect(field).toHaveAccessibleDescription(/At least two characters/);
	await field.fill("pump house");
	await field.press("Enter");
	const list = bob.getByRole("list", { name: "Your keywords" });
	await expect(list.getByRole("listitem")).toHaveText(["pump house"]);
	await expect
		.poll(() => world.as("bob")<{ keywords: string[] }>("GET", "/api/me/preferences"))
		.toMatchObject({ keywords: ["pump house"] });
	// Each process hears of it on its own.
	await expect(async () => {
		await world.say("alice", room, "Who is at the Pump House?");
		const { membership } = await world.as("bob")<{ membership: { mentions: number } }>("GET", `/api/rooms/${room.id}`);
		expect(membership.mentions).toBeGreaterThan(0);
	}).toPass();
	await expect(roomLink(bob, room.name)).toHaveAccessibleName(/, \d unread$/);
	await roomLink(bob, room.name).click();
	await expect(message(bob, "Pump House").last()).toHaveClass(/mention-me/);
	await bob.goto("/preferences");
	await list.getByRole("button", { name: "Remove pump house" }).click();
	await expect(list).toHaveCount(0);
});
