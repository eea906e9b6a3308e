/** A forgotten password is replaced by a link in a mail: once, in time, by who has the mailbox. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accountLinks } from "../../models/account-link.ts";
import { mails } from "../../models/mail.ts";
import { users } from "../../models/user.ts";
import { type Smtp, startSmtp } from "../../test/smtp.ts";
import { startWorld, type World } from "../../test/world.ts";
import { closeTransport } from "../mail/deliver.ts";
import { sendMails } from "../mails/send-mails.ts";

type Failure = { error: { code: string } };

let world: World;
let smtp: Smtp;
beforeAll(async () => {
	[world, smtp] = await Promise.all([startWorld(), startSmtp()]);
	await set({
		SMTP_Host: "127.0.0.1",
		SMTP_Port: smtp.port,
		SMTP_IgnoreTLS: true,
		From_Email: "chat@brackwater.example",
		Site_Url: "https://chat.brackwater.example",
	});
});
afterAll(async () => {
	closeTransport();
	await Promise.all([world.stop(), smtp.stop()]);
});
beforeEach(() => {
	smtp.received.length = 0;
});

const set = (changes: Record<string, unknown>) => world.alice.call("PATCH", "/api/admin/settings", { changes });
const ask = (email: string) => world.call("POST", "/api/password-resets", { body: { email } });
const choose = (token: string, password: string) =>
	world.call<Failure>("PUT", `/api/password-resets/${token}`, { body: { password } });
const works = (token: string) => world.call("GET", `/api/password-resets/${token}`);
const settled = sendMails;

async function linkFor(email: string): Promise<string> {
	expect((await ask(email)).status).toBe(202);
	await settled();
	// The urgent overtake others, that a password was changed for one.
	const mail = smtp.received.findLast(({ mail }) => mail.subject === "A new password for Brackwater");
	expect(mail?.recipients).toEqual([email]);
	const token = /https:\/\/chat\.brackwater\.example\/reset\/([\w-]{43})/.exec(mail?.mail.text ?? "")?.[1];
	if (token === undefined) throw new Error("The mail holds no link.");
	return token;
}

test("a link by mail lets one choose another password, once, and ends all sessions", async () => {
	const dana = await world.register("dana");
	const listener = await dana.connect();
	const token = await linkFor("dana@brackwater.example");
	expect((await works(token)).status).toBe(204);
	const weak = await choose(token, "short");
	expect([weak.status, weak.body.error.code]).toEqual([422, "invalid-input"]);
	expect((await choose(token, "a wholly different one")).status).toBe(204);

	expect((await listener.heard("session:ended")).reason).toBe("password-changed");
	expect((await dana.call("GET", "/api/me")).status).toBe(401);
	await expect(world.signIn("dana", dana.password)).rejects.toThrow();
	expect(await world.signIn("dana", "a wholly different one")).toMatchObject({ username: "dana" });

	const again = await choose(token, "and yet another one");
	expect([again.status, again.body.error.code]).toEqual([404, "link-not-found"]);
	expect((await works(token)).status).toBe(404);

	await settled();
	expect(smtp.received.at(-1)?.recipients).toEqual(["dana@brackwater.example"]);
	expect(smtp.received.at(-1)?.mail.subject).toBe("Your password for Brackwater was changed");
	expect(await users().findOne({ username: "dana" })).toMatchObject({ emailVerified: true });
});

test("of two who come with a link at once one gets through", async () => {
	await world.register("emil");
	const token = await linkFor("emil@brackwater.example");
	const answers = await Promise.all([choose(token, "the first of two"), choose(token, "the second of two")]);
	expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
});

test("an address that nobody has is answered alike, and gets no mail", async () => {
	const before = await mails().countDocuments();
	const [known, unknown] = [await ask("bob@brackwater.example"), await ask("nobody@brackwater.example")];
	expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
	expect(await mails().countDocuments()).toBe(before + 1);
	expect(await accountLinks().countDocuments({ userId: "nobody" })).toBe(0);
});

test("a link is over after its hour, and when another one was used", async () => {
	await world.register("frida");
	const first = await linkFor("frida@brackwater.example");
	const second = await linkFor("frida@brackwater.example");
	expect((await choose(second, "by the second link")).status).toBe(204);
	expect((await choose(first, "by the first link")).status).toBe(404);

	const third = await linkFor("frida@brackwater.example");
	await accountLinks().updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
	expect((await works(third)).status).toBe(404);
	expect((await choose(third, "by a link that is over")).status).toBe(404);
});

test("a disabled account is not opened by a link, old or new", async () => {
	await world.register("gero");
	const token = await linkFor("gero@brackwater.example");
	await users().updateOne({ username: "gero" }, { $set: { active: false } });
	expect((await choose(token, "back by the window")).status).toBe(404);
	const before = await mails().countDocuments();
	expect((await ask("gero@brackwater.example")).status).toBe(202);
	expect(await mails().countDocuments()).toBe(before);
});

test("the database keeps no token that could be used", async () => {
	await world.register("hanna");
	const token = await linkFor("hanna@brackwater.example");
	const kept = JSON.stringify([await accountLinks().find().toArray(), await mails().find().toArray()]);
	expect(kept).not.toContain(token);
});

test("where the setting is off, or no mail server named, nobody can ask", async () => {
	const offered = async () => (await world.call<{ passwordReset: boolean }>("GET", "/api/server")).body.passwordReset;
	expect(await offered()).toBe(true);
	for (const changes of [{ Accounts_PasswordReset: false }, { Accounts_PasswordReset: true, SMTP_Host: "" }]) {
		await set(changes);
		expect(await offered()).toBe(false);
		expect((await ask("bob@brackwater.example")).status).toBe(409);
	}
	await set({ SMTP_Host: "127.0.0.1" });
});

test("a password that one changes oneself is told by mail, too", async () => {
	const ida = await world.register("ida");
	await ida.call("PUT", "/api/me/password", { current: ida.password, next: "changed by myself now" });
	await settled();
	expect(smtp.received.at(-1)?.recipients).toEqual(["ida@brackwater.example"]);
});
