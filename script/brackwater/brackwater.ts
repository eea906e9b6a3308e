/**
 * Brackwater, which measures the sea: a company that looks alive, on a server of its own that is gone afterwards. People and messages
 * come by the HTTP API as everybody's do; only that days have passed is written into the database.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMongod } from "../../bin/find-mongod.mjs";
import { closeDatabase, connectDatabase } from "../../lib/db/client.ts";
import { startEmbeddedMongo } from "../../lib/db/embedded.ts";
import { newId } from "../../lib/shared/ids.ts";
import { type Server, startServer } from "../../test/server.ts";
import { type Answer, type Call, callAs, passwordOf, register, setUp } from "./calls.ts";
import { type Clock, clockOf } from "./clock.ts";
import { letTimePass, restoreFor } from "./days.ts";
import { type FileName, uploadPictures, uploadTo } from "./files.ts";
import { leaveMarks } from "./marks.ts";
import { personOf, profileFields, type Username, usernames } from "./people.ts";
import { type Presence, present } from "./presence.ts";
import { fetchBefore } from "./previews.ts";
import { type Line, type PlaceKey, placeKeys, placeOf } from "./talk.ts";

/** A mail server that is named, and away. */
const MAIL = { SETTING_SMTP_Host: "127.0.0.1", SETTING_SMTP_Port: "1", SETTING_From_Email: "chat@brackwater.example" };

export type Room = { id: string; lastSeq: number; sent: Sent[] };
export type Sent = Line & { id: string; seq: number; answers: Sent[] };

export type Brackwater = {
	url: string;
	clock: Clock;
	people: Accounts;
	rooms: Record<PlaceKey, Room>;
	/** Of the links by which others join tide-gauges. */
	inviteCode: string;
	as(who: Username): Call;
	/** Makes what Ines has read since unread again, and throws away what she has begun to write. */
	restore(): Promise<void>;
	types(who: Username, room: PlaceKey): void;
	/** Another server, not set up yet. */
	fresh(): Promise<string>;
	stop(): Promise<void>;
};

/** Seen in the list of sessions. */
const OTHER_DEVICES = [
	"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
	"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
];

export async function startBrackwater(): Promise<Brackwater> {
	const folder = mkdtempSync(join(tmpdir(), "parley-brackwater-"));
	const binary = await findMongod({ env: { ...process.env, DATA_DIR: folder }, say: () => {} });
	const mongo = await startEmbeddedMongo({ dataDir: folder, binary, log: () => {} });
	const database = (name: string) => mongo.url.replace(/\/parley(\?|$)/, `/${name}$1`);
	const servers: Server[] = [];
	const start = async (name: string) => {
		const server = await startServer({ mongoUrl: database(name), env: { LOG_LEVEL: "warn", ...MAIL } });
		servers.push(server);
		return server.url;
	};
	let sockets: Presence | undefined;
	const stop = async () => {
		sockets?.close();
		await Promise.all(servers.map((server) => server.stop()));
		await closeDatabase();
		await mongo.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const url = await start("brackwater");
		await connectDatabase(database("brackwater"), () => {});
		const clock = clockOf(new Date());
		const accounts = await hire(url);
		const as = (who: Username) => callAs(url, accounts[who].token);
		await uploadPictures(url, (who) => accounts[who].token);
		await fetchBefore();
		const rooms = await talk(url, clock, accounts, as);
		await leaveMarks(rooms, as);
		const inviteCode = await invite(rooms["tide-gauges"].id, as);
		await leaveAll("pia", as);
		await letTimePass(clock, Object.values(rooms));
		await restoreFor(accounts.ines.id, rooms);
		const here = await present(url, accounts, as);
		sockets = here;
		let unset: Promise<string> | undefined;
		return {
			url,
			clock,
			people: accounts,
			rooms,
			inviteCode,
			as,
			restore: () => restoreFor(accounts.ines.id, rooms),
			types: (who, room) => here.type(who, rooms[room].id),
			fresh: () => {
				unset ??= start("fresh");
				return unset;
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

export type Accounts = Record<Username, { id: string; token: string }>;

async function hire(url: string): Promise<Accounts> {
	const ines = await setUp(url, "Brackwater", "ines", personOf("ines").name);
	const others = usernames.filter((username) => username !== "ines");
	const made = await Promise.all(
		others.map(async (username) => [username, await register(url, username, personOf(username).name)] as const),
	);
	const accounts = { ines, ...Object.fromEntries(made) } as Accounts;
	const changes = { Accounts_CustomFields: JSON.stringify(profileFields) };
	await callAs(url, ines.token)("PATCH", "/api/admin/settings", { changes });
	for (const username of usernames) {
		const { bio, station } = personOf(username);
		const told = { ...(bio && { bio }), ...(station && { fields: { station } }) };
		if (bio) await callAs(url, accounts[username].token)("PATCH", "/api/me", told);
	}
	await callAs(url, ines.token)("PATCH", "/api/me/preferences", { timeFormat: "24" });
	for (const device of OTHER_DEVICES) {
		await callAs(url, undefined, device)("POST", "/api/login", { login: "ines", password: passwordOf("ines") });
	}
	return accounts;
}

async function talk(url: string, clock: Clock, accounts: Accounts, as: (who: Username) => Call) {
	const rooms: Partial<Record<PlaceKey, Room>> = {};
	for (const key of placeKeys) rooms[key] = await makeRoom(url, key, clock, accounts, as);
	return rooms as Record<PlaceKey, Room>;
}

async function makeRoom(
	url: string,
	key: PlaceKey,
	clock: Clock,
	accounts: Accounts,
	as: (who: Username) => Call,
): Promise<Room> {
	const place = placeOf(key);
	const members = place.members.map((username) => accounts[username].id);
	const owner = as(place.kind === "direct" ? "ines" : place.owner);
	const { id } =
		key === "general"
			? await generalOf(owner)
			: await owner<{ id: string }>("POST", "/api/rooms", {
					kind: place.kind,
					members,
					...(place.kind !== "direct" && { name: place.name, ...(place.topic && { topic: place.topic }) }),
				});
	if (key === "general" && place.kind !== "direct") await owner("PATCH", `/api/rooms/${id}`, { topic: place.topic });
	const sent: Sent[] = [];
	for (const line of place.lines) {
		const upload = (name: FileName) => uploadTo(url, accounts[line.by].token, id, name);
		const quoteOf = line.quotes && sent.at(-1)?.id;
		sent.push(await say(id, line, clock, as, upload, { ...(quoteOf && { quoteOf }) }));
	}
	if (place.kind !== "direct" && place.readOnly) await owner("PATCH", `/api/rooms/${id}`, { readOnly: true });
	if (place.kind !== "direct" && place.archived) await owner("POST", `/api/rooms/${id}/archive`);
	const { lastSeq } = await owner<Answer>("GET", `/api/rooms/${id}`);
	return { id, lastSeq: Number(lastSeq), sent };
}

type Upload = (name: FileName) => Promise<string>;

async function say(
	roomId: string,
	line: Line,
	clock: Clock,
	as: (who: Username) => Call,
	upload: Upload,
	where: { threadId?: string; quoteOf?: string },
): Promise<Sent> {
	const call = as(line.by);
	const id = newId(clock.at(...line.at).getTime());
	const path = `/api/rooms/${roomId}/messages`;
	const text = line.edited ? `${line.text}.` : line.text;
	const fileIds = line.file ? [await upload(line.file)] : [];
	const { seq } = await call<{ seq: number }>("POST", path, { id, text, fileIds, ...where });
	if (line.edited) await call("PATCH", `/api/messages/${id}`, { text: line.text });
	if (line.replies) await as("ines")("PUT", `/api/messages/${id}/follow`);
	const answers: Sent[] = [];
	for (const reply of line.replies ?? []) answers.push(await say(roomId, reply, clock, as, upload, { threadId: id }));
	return { ...line, id, seq, answers };
}

async function leaveAll(who: Username, as: (who: Username) => Call): Promise<void> {
	const { rooms } = await as(who)<{ rooms: { id: string }[] }>("GET", "/api/bootstrap");
	for (const { id } of rooms) await as(who)("POST", `/api/rooms/${id}/leave`);
}

async function invite(roomId: string, as: (who: Username) => Call): Promise<string> {
	const path = `/api/rooms/${roomId}/invites`;
	const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
	await as("ines")("POST", path, { uses: 10, expiresAt });
	const { url } = await as("ines")<{ url: string }>("POST", path, {});
	return url.split("/").at(-1) ?? "";
}

/** The room that everybody is in from the beginning. */
async function generalOf(call: Call): Promise<{ id: string }> {
	const { rooms } = await call<{ rooms: { id: string; default: boolean }[] }>("GET", "/api/bootstrap");
	const general = rooms.find((room) => room.default);
	if (!general) throw new Error("There is no room that everybody is in.");
	return general;
}
