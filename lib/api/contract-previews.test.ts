/** What links lead to, as api.md tells of it: made after the message, live, with the rights of the room, and taken away again. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { linkPreviews } from "../../models/link-preview.ts";
import { messages } from "../../models/message.ts";
import { download } from "../../test/files.ts";
import { type Listener, type Person, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import { migrations } from "../migrations/all.ts";
import { previewLeftLinks, sweepPreviews } from "../previews/sweep-previews.ts";
import { indexMessages } from "../search/index-messages.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { SearchCounts, SearchResults } from "../shared/schemas/search.ts";

type Failure = { error: { code: string } };

/** Where the site is; whatever else is on this machine is inside. */
const OUTSIDE = "127.0.0.2";

let world: World;
let site: Server;
let room: RoomView;
let live: Listener;
let port: number;
let asked: string[] = [];
let answer: RequestListener;

beforeAll(async () => {
	site = createServer((request, response) => {
		asked.push(request.url ?? "");
		answer(request, response);
	});
	port = await new Promise((resolve) => {
		site.listen(0, OUTSIDE, () => resolve((site.address() as AddressInfo).port));
	});
	world = await startWorld({
		env: { SETTING_SSRF_Allowlist: OUTSIDE, SETTING_API_EmbedSafePorts: `80, 443, ${port}` },
	});
});
afterAll(async () => {
	site.closeAllConnections();
	site.close();
	await world.stop();
});

let count = 0;
/** Bob's, with Carol in it, who listens. */
beforeEach(async () => {
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `room-${++count}`, members });
	live = await world.carol.connect();
	asked = [];
	answer = pages;
	return () => live.close();
});

const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: "teal" } })
	.withExif({ IFD0: { Copyright: "somebody" } })
	.jpeg()
	.toBuffer();

const pages: RequestListener = async ({ url = "" }, response) => {
	if (url.startsWith("/picture")) return void response.setHeader("content-type", "image/jpeg").end(await picture);
	response
		.setHeader("content-type", "text/html; charset=utf-8")
		.end(
			`<title>Page ${url}</title><meta name="description" content="About &lt;masts&gt;"><meta property="og:site_name" content="Wiki"><meta property="og:image" content="/picture.jpg">`,
		);
};

/** A page that was not looked at before. */
const link = (path = `/page-${++count}`) => `http://${OUTSIDE}:${port}${path}`;

const send = (text: string, person = world.bob) => person.post<Message>(`/api/rooms/${room.id}/messages`, { text });

/** Waits until everybody was told of the previews of a message. */
async function previewed({ id }: Message, fits = (message: Message) => message.previews.length > 0): Promise<Message> {
	const is = (payload: Record<string, unknown>) => {
		const message = payload.message as Message;
		return message.id === id && fits(message);
	};
	return (await live.heard("message:changed", is)).message as Message;
}

/** Waits until nothing is still to be looked at for a message, whether anything was found or not. */
async function lookedAt({ id }: Message): Promise<Message> {
	await expect
		.poll(() => messages().countDocuments({ _id: id, previewsDueAt: { $exists: true } }), { timeout: 8_000 })
		.toBe(0);
	return world.bob.get<Message>(`/api/messages/${id}`);
}

const change = (changes: Record<string, unknown>) => world.alice.call("PATCH", "/api/admin/settings", { changes });

async function outcome(person: Person, method: string, path: string): Promise<[number, string | undefined]> {
	const { status, body } = await person.call<Partial<Failure> | undefined>(method, path);
	return [status, body?.error?.code];
}

test("a link is shown with title, text, site and a picture of ours, once the message is there, to everybody at once", async () => {
	let go = () => {};
	const slow = new Promise<void>((resolve) => {
		go = resolve;
	});
	answer = async (request, response) => {
		await slow;
		pages(request, response);
	};
	const url = link();
	const message = await send(`The plan: ${url}.`);
	// The site has not answered yet: nobody waits for it.
	expect(message.previews).toEqual([]);
	go();
	const shown = await previewed(message);
	const [preview] = shown.previews;
	expect(shown).toMatchObject({ ...message, rev: expect.any(Number), editedAt: null, previews: expect.any(Array) });
	expect(shown.rev).toBeGreaterThan(message.rev);
	expect(preview).toEqual({
		id: expect.any(String),
		url,
		title: `Page ${new URL(url).pathname}`,
		description: "About <masts>",
		site: "Wiki",
		image: `/api/messages/${message.id}/previews/${preview?.id}`,
	});
	const image = await download(world, world.carol, preview?.image ?? "");
	expect(image.headers.get("content-type")).toBe("image/webp");
	expect(image.headers.get("content-security-policy")).toContain("sandbox");
	const { width, height, exif } = await sharp(Buffer.from(await image.arrayBuffer())).metadata();
	expect([width, height, exif]).toEqual([256, 212, undefined]);
});

test("one page is asked once, however many link it; three links of a message are shown", async () => {
	const url = link();
	const all = await Promise.all([send(url), send(`again ${url}`), send(`and again ${url}`)]);
	const shown = await Promise.all(all.map((message) => previewed(message)));
	expect(new Set(shown.map(({ previews }) => previews[0]?.title)).size).toBe(1);
	expect(asked).toEqual([new URL(url).pathname, "/picture.jpg"]);
	const many = [link(), link(), link(), link()];
	const { previews } = await previewed(await send(many.join(" ")));
	expect(previews.map((each) => each.url)).toEqual(many.slice(0, 3));
});

test("an edit takes what is linked no longer, keeps what is, and adds what is new", async () => {
	const [first, second] = [link(), link()];
	const message = await previewed(await send(`${first}`));
	const edit = (text: string) => world.bob.call<Message>("PATCH", `/api/messages/${message.id}`, { text });
	expect((await edit(`see ${first} and ${second}`)).body.previews).toEqual(message.previews);
	const both = await previewed(message, ({ previews }) => previews.length === 2);
	expect(both.previews.map(({ url }) => url)).toEqual([first, second]);
	expect((await edit(`only ${second}`)).body.previews.map(({ url }) => url)).toEqual([second]);
	expect((await edit("none")).body.previews).toEqual([]);
});

test("replies in threads have them too, code has none, and a link to an image shows the image", async () => {
	const root = await send("root");
	const reply = await world.bob.post<Message>(`/api/rooms/${room.id}/messages`, { text: link(), threadId: root.id });
	expect((await previewed(reply)).previews).toHaveLength(1);
	const { previews } = await previewed(await send(link("/picture%20of%20masts.jpg")));
	expect(previews).toMatchObject([{ title: "picture of masts.jpg", site: OUTSIDE, image: expect.any(String) }]);
	const code = await lookedAt(await send(`\`${link()}\``));
	expect(code.previews).toEqual([]);
});

test("what is inside is never asked: not directly, not by a redirect, not for a picture", async () => {
	const inside = createServer((_, response) => {
		asked.push("inside");
		response.setHeader("content-type", "text/html").end("<title>secret</title>");
	});
	await new Promise<void>((resolve) => inside.listen(port, "127.0.0.1", resolve));
	const local = `http://127.0.0.1:${port}/`;
	answer = ({ url = "" }, response) => {
		if (url.startsWith("/to-")) response.writeHead(302, { location: local }).end();
		else
			response
				.setHeader("content-type", "text/html")
				.end(`<title>t</title><meta property="og:image" content="${local}x.png">`);
	};
	const texts = [local, `http://localhost:${port}/`, link("/to-inside"), "http://169.254.169.254/latest/meta-data/"];
	for (const text of texts) {
		const { previews } = await lookedAt(await send(text));
		expect([text, previews]).toEqual([text, []]);
	}
	const { previews } = await previewed(await send(link()));
	expect(previews).toMatchObject([{ title: "t" }]);
	expect(previews[0]).not.toHaveProperty("image");
	expect(asked).not.toContain("inside");
	inside.closeAllConnections();
	inside.close();
});

test("a picture that is none, or too much of one, is left out", async () => {
	const pixels = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	const huge = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: "red" } })
		.png({ compressionLevel: 9 })
		.toBuffer();
	expect(huge.length).toBeLessThan(1_000_000);
	for (const bytes of [pixels, huge, Buffer.from("GIF89a and nothing")]) {
		answer = ({ url = "" }, response) => {
			if (url.startsWith("/picture")) response.setHeader("content-type", "image/png").end(bytes);
			else pages({ url } as Parameters<RequestListener>[0], response as Parameters<RequestListener>[1]);
		};
		const { previews } = await previewed(await send(link()));
		expect(previews[0]).not.toHaveProperty("image");
	}
});

test("who may not read the message gets no picture; of a deleted message nobody does", async () => {
	const message = await previewed(await send(link()));
	const path = message.previews[0]?.image ?? "";
	expect((await download(world, world.carol, path)).status).toBe(200);
	expect(await outcome(world.alice, "GET", path)).toEqual([404, "message-not-found"]);
	// The same picture by way of another message, which does not have it.
	const other = await send("mine", world.carol);
	const [, , , , , previewId] = path.split("/");
	expect(await outcome(world.carol, "GET", `/api/messages/${other.id}/previews/${previewId}`)).toEqual([
		404,
		"preview-not-found",
	]);
	await world.bob.call("DELETE", `/api/messages/${message.id}`);
	expect(await outcome(world.carol, "GET", path)).toEqual([404, "message-not-found"]);
	expect(await messages().findOne({ _id: message.id })).not.toHaveProperty("previews");
});

test("its author takes a preview away, for all and for good; others do not", async () => {
	const url = link();
	const message = await previewed(await send(url));
	const path = `/api/messages/${message.id}/previews/${message.previews[0]?.id}`;
	expect(await outcome(world.carol, "DELETE", path)).toEqual([403, "not-allowed"]);
	expect(await outcome(world.alice, "DELETE", path)).toEqual([404, "message-not-found"]);
	const { status, body } = await world.bob.call<Message>("DELETE", path);
	expect([status, body.previews]).toEqual([200, []]);
	await previewed(message, ({ previews }) => previews.length === 0);
	expect(await outcome(world.bob, "DELETE", path)).toEqual([404, "preview-not-found"]);
	expect(await outcome(world.carol, "GET", path)).toEqual([404, "preview-not-found"]);
	await world.bob.call("PATCH", `/api/messages/${message.id}`, { text: `${url} again` });
	expect((await lookedAt(message)).previews).toEqual([]);
	// Bob owns the room, so he may for Carol too.
	const hers = await previewed(await send(url, world.carol));
	const gone = await world.bob.call<Message>("DELETE", `/api/messages/${hers.id}/previews/${hers.previews[0]?.id}`);
	expect([gone.status, gone.body.previews]).toEqual([200, []]);
});

const found = async (q: string, person = world.carol) =>
	(await person.get<SearchResults>(`/api/search?q=${encodeURIComponent(`in:${room.id} ${q}`)}`)).items;
const ids = async (q: string, person = world.carol) => (await found(q, person)).map(({ message }) => message.id);

test("a message is found by what its links lead to, in the preview that says so, until that is gone", async () => {
	const page = `/weir-${++count}`;
	const message = await lookedAt(await send(`Look at ${link(page)}`));
	const [hit, ...others] = await found("masts");
	expect([hit?.message.id, others]).toEqual([message.id, []]);
	const [preview] = message.previews;
	expect(hit?.highlights).toEqual([]);
	// "About <masts>"
	expect(hit?.previews).toEqual([{ id: preview?.id, title: [], description: [[7, 12]] }]);
	expect(await ids('"about masts"')).toEqual([message.id]);
	expect(await ids('"masts about"')).toEqual([]);
	expect(await ids("page weir -masts")).toEqual([]);
	expect(await found("look")).toMatchObject([{ previews: [], highlights: [[0, 4]] }]);
	expect(await ids("masts", world.alice)).toEqual([]);
	const counts = await world.carol.get<SearchCounts>(
		`/api/search/counts?q=${encodeURIComponent(`in:${room.id} "about masts"`)}`,
	);
	expect(counts.total).toBe(1);

	await world.bob.call("PATCH", `/api/messages/${message.id}`, { text: `Look again at ${link(page)}` });
	expect(await ids("masts")).toEqual([message.id]);
	await world.bob.call("PUT", `/api/messages/${message.id}/reactions/${encodeURIComponent("👍")}`);
	await world.bob.call("DELETE", `/api/messages/${message.id}/previews/${preview?.id}`);
	expect(await ids("masts")).toEqual([]);
	expect(await ids("look has:reaction has:link")).toEqual([message.id]);

	const other = await lookedAt(await send(link()));
	expect(await ids("masts")).toEqual([other.id]);
	await world.bob.call("PATCH", `/api/messages/${other.id}`, { text: "Nothing to see" });
	expect(await ids("masts")).toEqual([]);
});

test("words that a process died before it had indexed are there once the links were looked at again", async () => {
	const message = await lookedAt(await send(link()));
	await messages().updateOne(
		{ _id: message.id },
		{ $pull: { terms: "masts" }, $set: { previewsDueAt: new Date(Date.now() - 1_000) } },
	);
	expect(await ids("masts")).toEqual([]);
	await previewLeftLinks();
	await lookedAt(message);
	expect(await ids("masts")).toEqual([message.id]);
});

test("previews from before they were searched are found once messages were indexed anew", async () => {
	const message = await lookedAt(await send(link()));
	await messages().updateOne({ _id: message.id }, { $pull: { terms: "masts" } });
	expect(await ids("masts")).toEqual([]);
	await migrations.find(({ name }) => name === "previews are searched")?.run();
	await indexMessages();
	expect(await ids("masts")).toEqual([message.id]);
});

test("the administrator switches them off, for what is there too, and leaves hosts out", async () => {
	const shown = await previewed(await send(link()));
	const path = shown.previews[0]?.image ?? "";
	await change({ API_Embed: false });
	asked = [];
	const message = await send(link());
	expect((await world.bob.get<Message>(`/api/messages/${shown.id}`)).previews).toEqual([]);
	expect(await outcome(world.carol, "GET", path)).toEqual([404, "preview-not-found"]);
	expect(await messages().findOne({ _id: message.id })).not.toHaveProperty("previewsDueAt");
	await change({ API_Embed: true, API_EmbedIgnoredHosts: `${OUTSIDE}, other.example` });
	expect(await messages().findOne({ _id: (await send(link())).id })).not.toHaveProperty("previewsDueAt");
	await change({ API_EmbedIgnoredHosts: "" });
	expect(asked).toEqual([]);
	expect((await world.bob.get<Message>(`/api/messages/${shown.id}`)).previews).toHaveLength(1);
});

test("what a process left behind is looked at by the next; what is too old is given up", async () => {
	const message = await lookedAt(await send("no link"));
	const old = await lookedAt(await send("no link either"));
	const due = (id: string, ago: number) =>
		messages().updateOne({ _id: id }, { $set: { text: link(), previewsDueAt: new Date(Date.now() - ago) } });
	await due(message.id, 1_000);
	await due(old.id, 2 * 60 * 60_000);
	await previewLeftLinks();
	expect((await previewed(message)).previews).toHaveLength(1);
	expect((await lookedAt(old)).previews).toEqual([]);
});

test("a page that changed is looked at anew when its time is over; what no message has any more is swept away", async () => {
	const url = link();
	const first = await previewed(await send(url));
	await linkPreviews().updateMany({}, { $set: { expiresAt: new Date(0) } });
	const second = await previewed(await send(url));
	expect(second.previews[0]?.id).not.toBe(first.previews[0]?.id);
	await sweepPreviews();
	const path = first.previews[0]?.image ?? "";
	expect((await download(world, world.carol, path)).status).toBe(200);
	const stored = await db().collection("fs.files").countDocuments();
	await world.bob.call("DELETE", `/api/messages/${first.id}`);
	expect(await sweepPreviews()).toBe(1);
	expect(await db().collection("fs.files").countDocuments()).toBe(stored - 1);
	expect((await download(world, world.carol, second.previews[0]?.image ?? "")).status).toBe(200);
});
