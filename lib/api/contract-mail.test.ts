/** Mail as an administrator sees it: a test that shows what was said, the queue, and how mails look. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { mails } from "../../models/mail.ts";
import { type Smtp, startSmtp } from "../../test/smtp.ts";
import { startWorld, type World } from "../../test/world.ts";
import { closeTransport } from "../mail/deliver.ts";
import { sendMails } from "../mails/send-mails.ts";
import type { MailHealth, MailPreview, MailTest, MailView } from "../shared/schemas/mail.ts";

let world: World;
let smtp: Smtp;
beforeAll(async () => {
	[world, smtp] = await Promise.all([startWorld(), startSmtp({ password: "of the mail server" })]);
	await set({
		SMTP_Host: "127.0.0.1",
		SMTP_Port: smtp.port,
		SMTP_IgnoreTLS: true,
		SMTP_Username: "chat",
		SMTP_Password: "of the mail server",
		From_Email: "chat@brackwater.example",
	});
});
afterAll(async () => {
	closeTransport();
	await Promise.all([world.stop(), smtp.stop()]);
});

const set = (changes: Record<string, unknown>) => world.alice.call("PATCH", "/api/admin/settings", { changes });
const tryOut = () => world.alice.post<MailTest>("/api/admin/actions/smtp-test", {});
const list = (state: MailView["state"]) => world.alice.get<{ items: MailView[] }>(`/api/admin/mails?state=${state}`);
const health = () => world.alice.get<MailHealth>("/api/admin/mail");

test("a test mail arrives, and what was said is told, without the password", async () => {
	const outcome = await tryOut();
	expect(outcome).toMatchObject({ ok: true, to: "alice@brackwater.example" });
	expect(smtp.received.at(-1)?.recipients).toEqual(["alice@brackwater.example"]);
	const said = outcome.conversation.map(({ from, text }) => `${from}: ${text}`).join("\n");
	expect(said).toMatch(/^server: 220 /m);
	expect(said).toMatch(/^us: EHLO /m);
	expect(said).toMatch(/^us: RCPT TO:<alice@brackwater\.example>/m);
	expect(said).toMatch(/^server: 250 Taken as 4711/m);
	expect(said).not.toContain("of the mail server");
	expect(said).not.toContain(Buffer.from("of the mail server").toString("base64"));
	expect(said).not.toContain(Buffer.from("\0chat\0of the mail server").toString("base64"));
});

test("a test that fails says where, in the mail server's words", async () => {
	await set({ SMTP_Password: "a wrong one" });
	const refused = await tryOut();
	expect(refused).toMatchObject({
		ok: false,
		code: "535",
		steps: [{ ok: false, message: expect.stringContaining("Wrong password") }],
	});
	await set({ SMTP_Password: "of the mail server", SMTP_Port: 1 });
	expect(await tryOut()).toMatchObject({ ok: false, code: "ESOCKET" });
	await set({ SMTP_Port: smtp.port, From_Email: "" });
	expect(await tryOut()).toMatchObject({ ok: false, code: "ENOSENDER" });
	await set({ From_Email: "chat@brackwater.example" });
});

test("what failed is listed with its reason, sent again by hand, or taken out", async () => {
	smtp.trouble.recipients["bob@brackwater.example"] = [550, "Nobody of this name"];
	await world.call("POST", "/api/password-resets", { body: { email: "bob@brackwater.example" } });
	await sendMails();
	const [failed] = (await list("failed")).items;
	expect(failed).toMatchObject({
		to: "bob@brackwater.example",
		template: "password-reset",
		lastProblem: { code: "550", reply: expect.stringContaining("Nobody of this name") },
	});
	expect(JSON.stringify(failed)).not.toContain("/reset/");
	expect(await health()).toMatchObject({ on: true, failed: 1, lastProblem: { code: "550" } });

	smtp.trouble.recipients = {};
	expect((await world.alice.call("POST", `/api/admin/mails/${failed?.id}/retry`)).status).toBe(204);
	await sendMails();
	expect(smtp.received.at(-1)?.recipients).toEqual(["bob@brackwater.example"]);
	expect((await list("failed")).items).toEqual([]);
	expect((await list("sent")).items[0]).toMatchObject({ id: failed?.id, sentAt: expect.any(String) });
	// It is gone, and cannot be sent twice.
	expect((await world.alice.call("POST", `/api/admin/mails/${failed?.id}/retry`)).status).toBe(404);
	expect((await world.alice.call("DELETE", `/api/admin/mails/${failed?.id}`)).status).toBe(404);

	await set({ SMTP_Port: 1 });
	await world.call("POST", "/api/password-resets", { body: { email: "carol@brackwater.example" } });
	await sendMails();
	const [waiting] = (await list("waiting")).items;
	expect(waiting).toMatchObject({ to: "carol@brackwater.example", dueAt: expect.any(String), tries: 1 });
	expect((await world.alice.call("DELETE", `/api/admin/mails/${waiting?.id}`)).status).toBe(204);
	expect(await mails().countDocuments({ state: "waiting" })).toBe(0);
	await set({ SMTP_Port: smtp.port });
});

test("a test that succeeds sends what waits because of the mail server", async () => {
	await set({ SMTP_Port: 1 });
	await world.call("POST", "/api/password-resets", { body: { email: "carol@brackwater.example" } });
	await sendMails();
	expect((await health()).waiting).toBe(1);
	await set({ SMTP_Port: smtp.port });
	await tryOut();
	await sendMails();
	expect(await health()).toMatchObject({ waiting: 0 });
	expect(smtp.received.flatMap(({ recipients }) => recipients)).toContain("carol@brackwater.example");
});

test.each(["en", "de"])("every mail can be looked at in %s, as it is formatted and as text", async (language) => {
	const { items } = await world.alice.get<{ items: MailPreview[] }>(`/api/admin/mail/templates?language=${language}`);
	expect(items.map(({ id }) => id)).toEqual(["test", "password-reset", "password-changed"]);
	for (const { html, text, subject } of items) {
		expect(subject).toContain("Brackwater");
		expect(html).toContain(`lang="${language}"`);
		expect(text).not.toMatch(/<[a-z]/);
		// Nothing is loaded from anywhere, and no script stands in it.
		expect(html).not.toMatch(/<(?:script|img|link)\b|url\(/i);
	}
});

test("who may not change settings sees none of it", async () => {
	for (const [method, path] of [
		["GET", "/api/admin/mail"],
		["GET", "/api/admin/mails?state=sent"],
		["GET", "/api/admin/mail/templates?language=en"],
		["POST", "/api/admin/actions/smtp-test"],
	] as const) {
		expect((await world.bob.call(method, path, method === "POST" ? {} : undefined)).status).toBe(403);
	}
});
