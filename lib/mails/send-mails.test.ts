/** The queue of mails, against a real mail server that also misbehaves. */
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { mails } from "../../models/mail.ts";
import { giveBackLock, takeLock } from "../../models/server-fact.ts";
import { type Smtp, startSmtp } from "../../test/smtp.ts";
import { startWorld, type World } from "../../test/world.ts";
import { closeTransport } from "../mail/deliver.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { queueMail } from "./queue-mail.ts";
import { sendMails } from "./send-mails.ts";

let world: World;
let smtp: Smtp;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

beforeEach(async () => {
	smtp = await startSmtp();
	await mails().deleteMany({});
	await set({
		SMTP_Host: "127.0.0.1",
		SMTP_Port: smtp.port,
		SMTP_IgnoreTLS: true,
		SMTP_Username: "",
		SMTP_Rate_Per_Minute: 0,
		SMTP_Rate_Per_Day: 0,
		From_Email: "chat@brackwater.example",
	});
});
afterEach(async () => {
	closeTransport();
	await smtp.stop();
});

const set = (changes: Record<string, unknown>) =>
	changeSettings(changes, { userId: world.alice.id, address: "127.0.0.1" });

const write = async (address: string, name = "Bob") => {
	const id = await queueMail("test", { address, language: "en" }, { by: name });
	if (id === undefined) throw new Error("Nothing was queued.");
	return id;
};
const settled = sendMails;
const mail = async (id: string) => (await mails().findOne({ _id: id })) ?? undefined;
const dueNow = (id: string) => mails().updateOne({ _id: id }, { $set: { dueAt: new Date() } });
const recipients = () => smtp.received.flatMap((received) => received.recipients);

test("a mail is queued, sent, and kept without what stood in it", async () => {
	const id = await write("bob@brackwater.example");
	expect(await mail(id)).toMatchObject({ to: "bob@brackwater.example", template: "test" });
	await settled();
	expect(recipients()).toEqual(["bob@brackwater.example"]);
	const sent = await mail(id);
	expect(sent).toMatchObject({ state: "sent", sentAt: expect.any(Date), tries: 1 });
	expect(sent).not.toHaveProperty("html");
	expect(sent).not.toHaveProperty("text");
	const [{ mail: arrived } = { mail: undefined }] = smtp.received;
	expect(arrived?.from).toMatchObject({ name: "Brackwater", address: "chat@brackwater.example" });
	expect(arrived?.messageId).toContain(id);
	expect(arrived?.headers).toContainEqual(expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }));
	expect(arrived?.html).toContain("Bob sent this");
	expect(arrived?.text).toContain("Bob sent this");
	expect(arrived?.text).not.toContain("<");
});

test("where no mail server is named nothing is queued", async () => {
	await set({ SMTP_Host: "" });
	expect(await queueMail("test", { address: "bob@brackwater.example", language: "en" }, { by: "Bob" })).toBeUndefined();
	expect(await mails().countDocuments()).toBe(0);
});

test("an address that is refused for good fails at once, and holds up nobody else's mail", async () => {
	smtp.trouble.recipients["gone@brackwater.example"] = [550, "No such person here"];
	const [gone, bob] = [await write("gone@brackwater.example"), await write("bob@brackwater.example")];
	await settled();
	expect(await mail(gone)).toMatchObject({
		state: "failed",
		lastProblem: { code: "550", reply: expect.stringContaining("No such person here") },
	});
	expect(await mail(bob)).toMatchObject({ state: "sent" });
});

test("an address that is busy is tried again later, and holds up nobody else's mail", async () => {
	smtp.trouble.recipients["busy@brackwater.example"] = [450, "Try again"];
	const [busy, bob] = [await write("busy@brackwater.example"), await write("bob@brackwater.example")];
	await settled();
	const waiting = await mail(busy);
	expect(waiting).toMatchObject({ state: "waiting", tries: 1, lastProblem: { code: "450" } });
	expect(waiting?.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000);
	expect(await mail(bob)).toMatchObject({ state: "sent" });

	smtp.trouble.recipients = {};
	await dueNow(busy);
	await settled();
	expect(await mail(busy)).toMatchObject({ state: "sent", tries: 2 });
	expect(await mail(busy)).not.toHaveProperty("lastProblem");
});

test("after three days of trying a mail is given up", async () => {
	smtp.trouble.recipients["busy@brackwater.example"] = [450, "Try again"];
	const busy = await write("busy@brackwater.example");
	await settled();
	await mails().updateOne({ _id: busy }, { $set: { queuedAt: new Date(Date.now() - 4 * 24 * 3_600_000) } });
	await dueNow(busy);
	await settled();
	expect(await mail(busy)).toMatchObject({ state: "failed", lastProblem: { code: "450" } });
});

test("a connection that is lost after the mail was given over means: again, as the same mail", async () => {
	smtp.trouble.dropAfterData = 1;
	const id = await write("bob@brackwater.example");
	await settled();
	expect(await mail(id)).toMatchObject({ state: "waiting", tries: 1 });
	await dueNow(id);
	await settled();
	expect(await mail(id)).toMatchObject({ state: "sent", tries: 2 });
	const ids = smtp.received.map(({ mail }) => mail.messageId);
	expect(ids).toHaveLength(2);
	expect(new Set(ids).size).toBe(1);
});

test("while the mail server is away all mails wait, and one of them asks for all", async () => {
	await smtp.stop();
	const [first, second] = [await write("bob@brackwater.example"), await write("carol@brackwater.example")];
	await settled();
	for (const id of [first, second]) expect(await mail(id)).toMatchObject({ state: "waiting" });
	const tries = [(await mail(first))?.tries ?? 0, (await mail(second))?.tries ?? 0];
	expect(tries[0]).toBeGreaterThan(0);
	expect((await mail(first))?.lastProblem?.code).toBe("ESOCKET");
});

test("a mail server that says nothing is not waited for for ever", async () => {
	const silent = createServer(() => {});
	await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
	const address = silent.address();
	await set({ SMTP_Port: typeof address === "object" ? address?.port : 0 });
	const id = await write("bob@brackwater.example");
	await settled();
	expect(await mail(id)).toMatchObject({ state: "waiting", lastProblem: { code: "ETIMEDOUT" } });
	await new Promise((resolve) => silent.close(resolve));
}, 60_000);

test("a mail server whose certificate nobody vouches for gets neither password nor mail", async () => {
	await smtp.stop();
	smtp = await startSmtp({ tls: true, password: "of the mail server" });
	await set({
		SMTP_Port: smtp.port,
		SMTP_IgnoreTLS: false,
		SMTP_Username: "chat",
		SMTP_Password: "of the mail server",
	});
	const id = await write("bob@brackwater.example");
	await settled();
	expect(await mail(id)).toMatchObject({ state: "waiting", lastProblem: { code: "ESOCKET" } });
	expect(smtp.received).toEqual([]);
});

test("a mail server that does not encrypt gets nothing, unless it is said that it may", async () => {
	await set({ SMTP_IgnoreTLS: false });
	const id = await write("bob@brackwater.example");
	await settled();
	expect(await mail(id)).toMatchObject({ state: "waiting" });
	expect(smtp.received).toEqual([]);
});

test("the urgent go first", async () => {
	const news = await write("news@brackwater.example");
	await mails().updateOne({ _id: news }, { $set: { priority: 2, state: "waiting", dueAt: new Date(0) } });
	await settled();
	smtp.received.length = 0;
	await mails().insertMany([
		{ ...(await template(news)), _id: "later", to: "news@brackwater.example", priority: 2 },
		{ ...(await template(news)), _id: "now", to: "reset@brackwater.example", priority: 0 },
	]);
	await settled();
	expect(recipients()).toEqual(["reset@brackwater.example", "news@brackwater.example"]);
});

test("what is over the limit of a minute waits in order", async () => {
	await set({ SMTP_Rate_Per_Minute: 2 });
	for (const name of ["one", "two", "three"]) await write(`${name}@brackwater.example`);
	await settled();
	expect(recipients()).toEqual(["one@brackwater.example", "two@brackwater.example"]);
	expect(await mails().countDocuments({ state: "waiting" })).toBe(1);
	await mails().updateMany({ state: "sent" }, { $set: { triedAt: new Date(Date.now() - 61_000) } });
	await settled();
	expect(recipients()).toContain("three@brackwater.example");
});

test("a mail that came too late to be of use is not sent", async () => {
	await smtp.stop();
	const id = await write("bob@brackwater.example");
	await settled();
	smtp = await startSmtp();
	await set({ SMTP_Port: smtp.port });
	await mails().updateOne({ _id: id }, { $set: { uselessAt: new Date(Date.now() - 1), dueAt: new Date() } });
	await settled();
	expect(await mail(id)).toMatchObject({ state: "failed" });
	expect(smtp.received).toEqual([]);
});

test("while another process sends, this one does not; what a process that died had claimed is sent once its claim is over", async () => {
	expect(await takeLock("mail-sender-lock", "another process", 60_000)).toBe(true);
	const id = await write("bob@brackwater.example");
	await settled();
	expect(smtp.received).toEqual([]);
	await mails().updateOne({ _id: id }, { $set: { lockedUntil: new Date(Date.now() + 60_000) } });
	await giveBackLock("mail-sender-lock", "another process");
	await settled();
	expect(smtp.received).toEqual([]);
	await mails().updateOne({ _id: id }, { $set: { lockedUntil: new Date(Date.now() - 1) } });
	await settled();
	expect(recipients()).toEqual(["bob@brackwater.example"]);
});

test("a name cannot begin another header", async () => {
	await set({ Site_Name: "Brackwater\r\nBcc: eve@elsewhere.example" });
	await write("bob@brackwater.example");
	await settled();
	await set({ Site_Name: "Brackwater" });
	expect(recipients()).toEqual(["bob@brackwater.example"]);
	const [headers = ""] = (smtp.received[0]?.raw ?? "").split("\r\n\r\n");
	expect(headers).toMatch(/^Subject: /m);
	expect(headers).not.toMatch(/^Bcc:/im);
});

async function template(id: string) {
	const { _id, sentAt, removeAt, triedAt, ...rest } = (await mails().findOne({ _id: id })) ?? {};
	return {
		to: "",
		template: "test",
		subject: "Test",
		queuedAt: new Date(),
		tries: 0,
		priority: 2 as const,
		...rest,
		text: "Test",
		dueAt: new Date(),
		state: "waiting" as const,
	};
}
