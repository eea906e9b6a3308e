/** People, rooms and messages written straight into the database: signing a thousand people in would take minutes. */
import { createHash, randomBytes } from "node:crypto";
import { closeDatabase, connectDatabase, db } from "../lib/db/client.ts";
import { ensureIndexes } from "../lib/db/define-collection.ts";
import { migrations } from "../lib/migrations/all.ts";
import { migrate } from "../lib/migrations/run.ts";
import { newRoom } from "../lib/rooms/create-room.ts";
import { termsOfMessage } from "../lib/search/message-terms.ts";
import { newId } from "../lib/shared/ids.ts";
import { searchKeysOf } from "../lib/users/create-user.ts";
import { collectionDefinitions } from "../models/all.ts";
import { memberships } from "../models/membership.ts";
import { type MessageDoc, messages, SEARCH_INDEX } from "../models/message.ts";
import { rooms } from "../models/room.ts";
import { serverFacts } from "../models/server-fact.ts";
import { sessions } from "../models/session.ts";
import { users } from "../models/user.ts";

export type Person = { id: string; token: string };

const DAY_MS = 86_400_000;
const MESSAGES_AT_ONCE = 10_000;
const WORDS =
	"tide gauge station battery modem window slot window reading outage ferry module dike mast sensor log clock drift water level survey north harbour storm crew schedule spare cable antenna firmware build release check".split(
		" ",
	);

/** Opens the database for seeding; the programs that are measured open it for themselves. */
export async function openForSeeding(url: string): Promise<() => Promise<void>> {
	await connectDatabase(url, console.log);
	await db().dropDatabase();
	await ensureIndexes(collectionDefinitions);
	await migrate(migrations);
	await serverFacts().insertOne({ _id: "setup", at: new Date(), adminId: "" });
	return closeDatabase;
}

export async function seedPeople(count: number): Promise<Person[]> {
	const people = Array.from({ length: count }, () => ({ id: newId(), token: randomBytes(32).toString("base64url") }));
	const now = new Date();
	await users().insertMany(
		people.map(({ id }, i) => {
			const name = { name: `Person ${i}`, username: `person${i}` };
			return {
				_id: id,
				...name,
				usernameKey: name.username,
				emailVerified: false,
				kind: "person" as const,
				roles: ["user"],
				active: true,
				chosenState: "auto" as const,
				source: "local" as const,
				searchKeys: searchKeysOf(name),
				createdAt: now,
			};
		}),
	);
	await sessions().insertMany(
		people.map(({ id, token }) => ({
			_id: newId(),
			tokenHash: createHash("sha256").update(token).digest("base64url"),
			userId: id,
			kind: "token" as const,
			device: "bench",
			address: "127.0.0.1",
			createdAt: now,
			lastUsedAt: now,
			expiresAt: new Date(now.getTime() + DAY_MS),
		})),
	);
	return people;
}

/** @param lastReadSeq by everybody, the end if left out. @returns the room's id */
export async function seedRoom(
	name: string,
	members: Person[],
	messageCount = 0,
	lastReadSeq = messageCount,
	write: (seq: number) => string = text,
): Promise<string> {
	const owner = members[0]?.id ?? "";
	const room = newRoom(owner, { kind: "private", name, nameKey: name, memberCount: members.length });
	await rooms().insertOne({ ...room, lastSeq: messageCount, rev: messageCount });
	await memberships().insertMany(
		members.map(({ id }) => ({
			_id: newId(),
			roomId: room._id,
			userId: id,
			role: id === owner ? ("owner" as const) : ("member" as const),
			lastReadSeq,
			joinedAt: new Date(),
		})),
	);
	const begun = Date.now() - messageCount * 1_000;
	for (let first = 1; first <= messageCount; first += MESSAGES_AT_ONCE) {
		const count = Math.min(MESSAGES_AT_ONCE, messageCount - first + 1);
		const docs = Array.from({ length: count }, (_, i): MessageDoc => {
			const seq = first + i;
			const at = new Date(begun + seq * 1_000);
			const author = members[seq % members.length]?.id ?? owner;
			const words = write(seq);
			return {
				_id: newId(at.getTime()),
				roomId: room._id,
				seq,
				rev: seq,
				authorId: author,
				kind: "text",
				text: words,
				terms: termsOfMessage({ text: words, authorId: author }),
				at,
			};
		});
		await messages().insertMany(docs, { ordered: false, writeConcern: { w: 1 } });
	}
	return room._id;
}

/** Many messages at once: their index is built afterwards, in a tenth of the time. */
export async function seedWithoutIndex<Seeded>(seed: () => Promise<Seeded>): Promise<Seeded> {
	await messages().dropIndex(SEARCH_INDEX);
	const seeded = await seed();
	await ensureIndexes([messages.definition]);
	return seeded;
}

const TOWN_ROOMS = 100;
const BUSY_EVERY = 10;

export type Place = { id: string; messages: number };

/**
 * A hundred rooms, ten for each person, a tenth of them busy.
 * @param messageCount in each busy room, not read by anybody; the others have none
 * @returns each person's rooms
 */
export async function seedTown(people: Person[], messageCount = 0): Promise<Map<Person, Place[]>> {
	const roomsOf = new Map<Person, Place[]>(people.map((person) => [person, []]));
	for (let room = 0; room < TOWN_ROOMS; room++) {
		// Rooms that are eleven apart, from another one on for each person: any two people share few.
		const members = people.filter((_, i) => ((room + i * 7) % TOWN_ROOMS) % 11 === 0);
		const messages = room % BUSY_EVERY === 0 ? messageCount : 0;
		const id = await seedRoom(`town-${room}`, members, messages, 0);
		for (const person of members) roomsOf.get(person)?.push({ id, messages });
	}
	return roomsOf;
}

/** As people write: every sixth message is more than a line of words. */
export function writtenText(): string {
	const kind = Math.floor(Math.random() * 24);
	if (kind === 0) return `${text()}\n\n\`\`\`ts\nconst level = read(12);\nif (level > 4.2) wake("${text()}");\n\`\`\``;
	if (kind === 1) return `${text()}:\n\n- ${text()}\n- **${text()}**\n- ${text()}`;
	if (kind === 2) return `> ${text()}\n\n${text()} https://wiki.example/masts/north`;
	if (kind === 3) return `${text()} \`slot=12\` ${text()}`;
	return text();
}

/** 50 to 120 characters of words. */
export function text(): string {
	const length = 50 + Math.floor(Math.random() * 70);
	let words = "";
	while (words.length < length) words += `${WORDS[Math.floor(Math.random() * WORDS.length)]} `;
	return words.slice(0, length).trim();
}
