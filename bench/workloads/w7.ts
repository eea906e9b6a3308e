import { chromium } from "@playwright/test";
import { hashPassword } from "../../lib/auth/passwords.ts";
import { messages } from "../../models/message.ts";
import { users } from "../../models/user.ts";
import config from "../../playwright.config.ts";
import { inParallel } from "../load.ts";
import type { Bench } from "../main.ts";
import { type Person, seedPeople, seedRoom, writtenText } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { firstLoads, frames, type Reader, scriptWeights, switches, typing } from "./page.ts";

const READER = { username: "person0", password: "reads five hundred rooms" };
/** Reached by a click without scrolling, as the rooms are by which one works. */
const AT_HAND = 20;

/** The page in Chromium on a processor slowed down four times, for somebody in 500 rooms, one of 100,000 messages. */
export async function w7({ parley, quick, profiles }: Bench): Promise<Row[]> {
	const people = await seedPeople(20);
	await users().updateOne(
		{ usernameKey: READER.username },
		{ $set: { roles: ["admin", "user"], passwordHash: await hashPassword(READER.password) } },
	);
	const rooms = await seedRooms(people, quick);
	const browser = await chromium.launch(config.use?.launchOptions);
	try {
		return await parley(async ({ url }) => {
			const reader: Reader = { browser, url, ...READER, profiles };
			const loads = await firstLoads(reader, rooms[0], quick ? 2 : 7);
			const { cold, warm } = await switches(reader, rooms);
			const keys = await typing(reader, rooms[0], quick ? 50 : 200);
			const scrolled = await frames(reader, rooms[0], quick ? 3_000 : 10_000);
			const of = (figure: string, unit: string, value: number, more: Partial<Row> = {}): Row => ({
				workload: "W7",
				figure,
				unit,
				value,
				...more,
			});
			const most = (gate: number, aim: number) => ({ gate: { most: gate }, aim: { most: aim } });
			return [
				of("first load, sidebar there", "ms", median(loads.map(({ sidebar }) => sidebar))),
				of("first load, messages there", "ms", median(loads.map(({ messages }) => messages))),
				of("first load, LCP", "ms", median(loads.map(({ lcp }) => lcp)), most(2_500, 1_200)),
				of("loaded again, LCP", "ms", median(loads.map(({ again }) => again))),
				of("room switch, p50", "ms", median([...cold, ...warm])),
				of("room switch, p95", "ms", percentile([...cold, ...warm], 0.95), most(200, 100)),
				of("room switch to a new one, p95", "ms", percentile(cold, 0.95)),
				of("room switch back, p95", "ms", percentile(warm, 0.95)),
				of("typing, INP (p98)", "ms", percentile(keys, 0.98), most(200, 100)),
				of("scrolling back, longest frame", "ms", scrolled.longest),
				of("scrolling back, 95 % of frames", "ms", scrolled.p95),
				of("scrolling back, blank", "ms a second", scrolled.blankPerSecond),
				...(await scriptWeights(reader, rooms[0])).map(({ route, bytes, bare }) =>
					of(`script of ${route}`, "KB", bytes / 1_000, {
						raw: bare / 1_000,
						...(route === "a room" ? most(300, 250) : {}),
					}),
				),
			];
		});
	} finally {
		await browser.close();
	}
}

export type Room = { id: string; newest: string };

/** The first is the large one, then those at hand, each fourth with a long history. @returns those that are switched between */
async function seedRooms(people: Person[], quick: boolean): Promise<[Room, ...Room[]]> {
	const [reader] = people;
	if (!reader) throw new Error("Nobody reads.");
	const membersOf = (i: number) => [reader, ...people.slice(1 + (i % 10), 6 + (i % 10))];
	const make = async (name: string, i: number, count: number): Promise<Room> => {
		const id = await seedRoom(name, membersOf(i), count, count, writtenText);
		const last = await messages().findOne({ roomId: id, seq: count });
		return { id, newest: last?._id ?? "" };
	};
	const large = await make("a-00", 0, quick ? 5_000 : 100_000);
	const others = Array.from({ length: AT_HAND - 1 }, (_, i) => i + 1);
	const atHand = await inParallel(others, 4, (i) =>
		make(`a-${String(i).padStart(2, "0")}`, i, i % 4 === 0 ? 2_000 : 60),
	);
	const rest = Array.from({ length: (quick ? 60 : 500) - AT_HAND }, (_, i) => i);
	await inParallel(rest, 8, (i) => make(`room-${String(i).padStart(3, "0")}`, i, 3));
	return [large, ...atHand];
}
