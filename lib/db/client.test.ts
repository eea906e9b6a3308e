import { connect, createServer, type Server, type Socket } from "node:net";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { isDatabaseAway } from "./client.ts";

let wire: Server;
let client: MongoClient;
const sockets = new Set<Socket>();
/** Whether the connection to the database breaks as soon as something is written to it. */
let isCut = false;

beforeEach(async () => {
	const { hostname, port } = new URL(inject("mongoUrl").replace("mongodb:", "http:"));
	isCut = false;
	wire = createServer((near) => {
		const far = connect(Number(port), hostname);
		for (const [from, to] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(from);
			from.on("error", () => to.destroy()).on("close", () => to.destroy());
			from.on("data", (bytes) => (isCut ? near.resetAndDestroy() : to.write(bytes)));
		}
	});
	await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
	const address = wire.address();
	if (address === null || typeof address === "string") throw new Error("It listens on no port.");
	client = new MongoClient(`mongodb://127.0.0.1:${address.port}/?directConnection=true`, {
		serverSelectionTimeoutMS: 500,
	});
	await client.connect();
});
afterEach(async () => {
	await client.close();
	for (const socket of sockets) socket.destroy();
	sockets.clear();
	await new Promise((resolve) => wire.close(resolve));
});

test.each(["insertMany", "insertOne", "bulkWrite", "findOne"] as const)(
	"a connection that breaks during %s means: away for now",
	async (what) => {
		const things = client.db("client_test").collection("things");
		await things.findOne();
		const doing = {
			insertMany: () => things.insertMany([{ a: 1 }, { a: 2 }], { ordered: false }),
			insertOne: () => things.insertOne({ a: 1 }),
			bulkWrite: () => things.bulkWrite([{ updateOne: { filter: { a: 1 }, update: { $set: { b: 1 } } } }]),
			findOne: () => things.findOne(),
		};
		isCut = true;
		const error = await doing[what]().then(
			() => undefined,
			(reason: unknown) => reason,
		);
		expect(error).toBeInstanceOf(Error);
		expect(isDatabaseAway(error)).toBe(true);
	},
);

test("a document that exists already does not mean: away", async () => {
	const things = client.db("client_test").collection<{ _id: string }>("taken");
	await things.deleteMany({});
	await things.insertOne({ _id: "a" });
	const many = await things.insertMany([{ _id: "a" }, { _id: "b" }], { ordered: false }).catch((error) => error);
	const one = await things.insertOne({ _id: "a" }).catch((error) => error);
	expect([isDatabaseAway(many), isDatabaseAway(one)]).toEqual([false, false]);
});
