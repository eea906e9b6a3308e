/**
 * The raw limit: node:http, the MongoDB driver and Socket.IO doing the same writes and the same pushes as Parley, batched per
 * room in the same way, with no product around: no sign-in, no rights, no schemas, no unread, no revisions to settle.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { MongoClient } from "mongodb";
import { Server } from "socket.io";

type Room = { _id: string; lastSeq: number; rev: number };
type Message = {
	_id: string;
	roomId: string;
	terms?: string[];
	seq: number;
	rev: number;
	authorId: string;
	text: string;
	at: Date;
};
type Waiting = { id: string; text: string; answer(message: object): void };

const client = new MongoClient(process.env.MONGO_URL ?? "", { writeConcern: { w: "majority", journal: true } });
await client.connect();
const rooms = client.db().collection<Room>("rooms");
const messages = client.db().collection<Message>("messages");
const memberships = client.db().collection<{ roomId: string; userId: string }>("memberships");
const queues = new Map<string, Waiting[]>();
const author = { id: "01a1fdc6-7e03-745a-a459-154665aa5cf3", username: "person", name: "Person", avatar: null };

const http = createServer((request, response) => void answer(request, response));
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on("connection", (socket) => {
	const { rooms: joined } = JSON.parse(String(socket.handshake.auth.token || "{}")) as { rooms?: string[] };
	void socket.join(joined ?? []);
	Reflect.deleteProperty(socket.conn, "request");
});
// As Parley's connections do (lib/realtime/write-together.ts): the frames of one batch leave a socket in one write. Without it the
// bare program spends half of its time on writes that Parley does not make, and is no limit. RAW_FRAMES=apart measures that.
if (process.env.RAW_FRAMES !== "apart") http.on("upgrade", (_request, connection) => writeTogether(connection));
http.listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => process.exit());

function writeTogether(connection: Duplex): void {
	const write = connection.write;
	let waits = false;
	const later = (...args: Parameters<Duplex["write"]>): boolean => {
		if (!waits) {
			waits = true;
			connection.cork();
			setImmediate(() => {
				waits = false;
				connection.uncork();
			});
		}
		return write.apply(connection, args);
	};
	connection.write = later as Duplex["write"];
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const [, , , roomId = "", , query = ""] = (request.url ?? "").split(/[/?]/);
	if (request.url === "/api/bootstrap")
		return send(response, 200, await bootstrap(request.headers.authorization ?? ""));
	if (request.url?.startsWith("/api/search"))
		return send(response, 200, await search(request.headers.authorization ?? "", new URL(request.url, "http://x")));
	if (request.method === "GET") return send(response, 200, await history(roomId, new URLSearchParams(query)));
	let body = "";
	for await (const chunk of request) body += chunk;
	if (request.url === "/api/changes") return send(response, 200, await changes(JSON.parse(body)));
	const { id, text } = JSON.parse(body) as { id: string; text: string };
	const queue = queues.get(roomId);
	const waiting = { id, text, answer: (message: object) => send(response, 201, message) };
	if (queue) queue.push(waiting);
	else {
		queues.set(roomId, [waiting]);
		void drain(roomId);
	}
}

async function drain(roomId: string): Promise<void> {
	for (let batch = queues.get(roomId); batch && batch.length > 0; batch = queues.get(roomId)) {
		queues.set(roomId, []);
		const n = batch.length;
		const room = await rooms.findOneAndUpdate(
			{ _id: roomId },
			{ $inc: { lastSeq: n, rev: n } },
			{ returnDocument: "after" },
		);
		if (!room) throw new Error("There is no such room.");
		const at = new Date();
		const docs = batch.map(({ id, text }, i): Message => {
			return {
				_id: id,
				roomId,
				seq: room.lastSeq - n + i + 1,
				rev: room.rev - n + i + 1,
				authorId: author.id,
				text,
				at,
			};
		});
		await messages.insertMany(docs, { ordered: false });
		for (const [i, doc] of docs.entries()) {
			const message = view(doc);
			io.to(roomId).emit("message:created", { message });
			batch[i]?.answer(message);
		}
	}
	queues.delete(roomId);
}

async function history(roomId: string, query: URLSearchParams): Promise<object> {
	const around = Number(query.get("around"));
	const read = (filter: object, order: 1 | -1, limit: number) =>
		messages.find({ roomId, seq: filter }).sort({ seq: order }).limit(limit).toArray();
	if (!around) return { items: (await read({ $gt: 0 }, -1, 50)).reverse().map(view) };
	const [below, above] = await Promise.all([read({ $lte: around, $gt: 0 }, -1, 25), read({ $gt: around }, 1, 25)]);
	return { items: [...below.reverse(), ...above].map(view) };
}

async function bootstrap(authorization: string): Promise<object> {
	const mine = await memberships.find({ userId: authorization.replace("Bearer ", "") }).toArray();
	return { rooms: await rooms.find({ _id: { $in: mine.map(({ roomId }) => roomId) } }).toArray() };
}

/** Words that all stand in a message: the one query that it takes, and no more. */
async function search(authorization: string, { searchParams }: URL): Promise<object> {
	const mine = await memberships.find({ userId: authorization.replace("Bearer ", "") }).toArray();
	const words = searchParams.get("q")?.trim().split(" ") ?? [];
	const found = messages.find(
		{ roomId: { $in: mine.map(({ roomId }) => roomId) }, terms: { $all: words } },
		{ projection: { terms: 0 } },
	);
	return { items: (await found.sort({ at: -1 }).hint("search").limit(50).toArray()).map(view) };
}

async function changes(asked: { rooms: { id: string; since: number }[] }): Promise<object> {
	const since = new Map(asked.rooms.map((room) => [room.id, room.since]));
	const found = await rooms.find({ _id: { $in: [...since.keys()] } }).toArray();
	const changesOf = async ({ _id, rev }: Room) => {
		const before = since.get(_id) ?? 0;
		if (rev === before) return { id: _id, items: [] };
		const changed = messages.find({ roomId: _id, rev: { $gt: before } });
		return { id: _id, items: (await changed.sort({ rev: 1 }).limit(101).toArray()).map(view) };
	};
	return { rooms: await Promise.all(found.map(changesOf)) };
}

/** As many bytes as Parley's message has. */
function view({ _id, roomId, seq, rev, text, at }: Message): object {
	return {
		id: _id,
		roomId,
		seq,
		rev,
		author,
		text,
		at: at.toISOString(),
		editedAt: null,
		deletedAt: null,
		kind: "text",
		threadId: null,
		threadSeq: null,
		alsoToRoom: false,
		thread: null,
		reactions: [],
		files: [],
		mentions: { users: [], rooms: [], all: false, here: false },
		quote: null,
		previews: [],
		pinned: false,
	};
}

function send(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
