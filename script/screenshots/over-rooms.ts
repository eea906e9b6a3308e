/** What lies over a room, asks and tells. */
import type { Page, WebSocketRoute } from "@playwright/test";
import { personOf } from "../brackwater/people.ts";
import { button, composer, openAction, roomAt, seeMessages, withBootstrap } from "./parts.ts";
import type { Screen } from "./screen.ts";

const ines = { as: "ines" } as const;
const MANY = 61;
/** Through which the server's events come to a page, once it listens. */
const sockets = new WeakMap<Page, Promise<WebSocketRoute>>();
/** With these signs of Socket.IO's protocol messages begin. */
const [CONNECTED, EVENT] = ["40", "42"];

export const overRooms: Screen[] = [
	{
		...ines,
		name: "forward",
		path: roomAt("funding"),
		async reach(visit) {
			const { page } = visit;
			await seeMessages(visit);
			await openAction(visit, /The figures are in/, "Forward…");
			await page.getByRole("combobox").fill("firmware");
			await page.getByRole("option", { name: "firmware" }).click();
			await button(page, "Send a copy of the text").waitFor();
		},
	},
	{
		...ines,
		name: "forward-choosing",
		path: roomAt("field-trips"),
		async reach(visit) {
			await seeMessages(visit);
			await openAction(visit, /It was a good stick/, "Forward…");
			await visit.page.getByRole("option").nth(3).waitFor();
		},
	},
	{
		...ines,
		name: "versions",
		path: roomAt("tide-gauges"),
		async prepare(visit) {
			const { page } = visit;
			await withBootstrap(visit, ({ server }) => {
				server.messages.keepsVersions = true;
			});
			const texts = ["The boat leaves at nine with all boots.", "The boat leaves by ten, with boots and a rope."];
			const items = texts.map((text, index) => ({
				text,
				at: new Date(Date.UTC(2026, 10, 20, 9, index)).toISOString(),
			}));
			await page.route("**/api/messages/*/versions", (route) => route.fulfill({ json: { items } }));
		},
		async reach(visit) {
			await seeMessages(visit);
			await openAction(visit, /Then it looks in the wrong hour/, "What changed");
			await visit.page.getByRole("insertion").first().waitFor();
		},
	},
	{
		...ines,
		name: "why",
		path: roomAt("field-trips"),
		async reach(visit) {
			await seeMessages(visit);
			await openAction(visit, /It was a good stick/, "Why was I alerted, or not?");
			await visit.page.getByRole("dialog").getByText("You were not alerted").waitFor();
		},
	},
	{
		...ines,
		name: "invites",
		path: roomAt("tide-gauges", "?panel=members"),
		async reach({ page }) {
			await button(page, "Invite by link").click();
			await page.getByRole("list", { name: "Links that work" }).getByRole("listitem").nth(1).waitFor();
		},
	},
	{
		...ines,
		name: "invites-none",
		path: roomAt("empty", "?panel=members"),
		sizes: ["phone"],
		async reach({ page }) {
			await button(page, "Invite by link").click();
			await page.getByText("There is none yet").waitFor();
		},
	},
	{
		...ines,
		name: "turn-into-room",
		path: roomAt("several"),
		async reach(visit) {
			const { page } = visit;
			await seeMessages(visit);
			await button(page, "More about this room").click();
			await page.getByRole("menuitem", { name: "Turn into a room…" }).click();
			await page.getByRole("dialog").waitFor();
		},
	},
	{
		...ines,
		name: "everybody",
		path: roomAt("orders"),
		prepare: (visit) =>
			withBootstrap(visit, ({ rooms }) => {
				for (const room of rooms) room.memberCount = MANY;
			}),
		async reach(visit) {
			const { page } = visit;
			await seeMessages(visit);
			await composer(page).fill("@all the ice is here");
			await button(page, "Send").click();
			await page.getByRole("dialog", { name: /^Alert \d+ people/ }).waitFor();
		},
	},
	{
		...ines,
		name: "outsiders",
		alone: true,
		path: roomAt("orders"),
		prepare: ({ page }) =>
			page.routeWebSocket(/\/socket\.io\//, (socket) => {
				const server = socket.connectToServer();
				const connected = new Promise<WebSocketRoute>((resolve) => {
					server.onMessage((told) => {
						socket.send(told);
						if (told.toString().startsWith(CONNECTED)) resolve(socket);
					});
				});
				sockets.set(page, connected);
			}),
		async reach(visit) {
			const { page, world } = visit;
			await seeMessages(visit);
			const { people, rooms } = world;
			const users = (["pia", "maximiliane"] as const).map((username) => {
				const { name } = personOf(username);
				return { id: people[username].id, username, name, avatar: null };
			});
			const told = { roomId: rooms.orders.id, messageId: rooms.orders.sent.at(-1)?.id, users };
			(await sockets.get(page))?.send(`${EVENT}${JSON.stringify(["mention:outside", told])}`);
			await button(page, "Add them to the room").waitFor();
		},
	},
];
