/** Settings: what the administration is shown, changes all or none, and what the environment fixes. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startWorld, type World } from "../../test/world.ts";
import { ConfigError, readConfig } from "../config.ts";
import { log } from "../log.ts";
import { definitionOf, settingIds } from "../settings/definitions/all.ts";
import { lockedByEnvironment } from "../settings/settings.ts";
import type { Server, Settings, SettingView } from "../shared/schemas/server.ts";
import { forget, singleton } from "../singleton.ts";

type Failure = { error: { code: string; details: { fields: { path: string; code: string; message: string }[] } } };

let world: World;
beforeAll(async () => {
	world = await startWorld({ env: { SETTING_Message_MaxAllowedSize: "3000", SETTING_Message_AllowEditing: "False" } });
});
afterAll(() => world.stop());

async function settings(): Promise<Map<string, SettingView>> {
	const { sections } = await world.alice.get<Settings>("/api/admin/settings");
	return new Map(sections.flatMap(({ settings }) => settings).map((one) => [one.id, one]));
}

const change = (changes: unknown) => world.alice.call<Failure>("PATCH", "/api/admin/settings", { changes });

test("every setting of the registry is shown once, in a section, with words, bounds and choices", async () => {
	const { sections } = await world.alice.get<Settings>("/api/admin/settings");
	for (const section of sections) expect(Object.keys(section).sort()).toEqual(["id", "settings", "title"]);
	const shown = sections.flatMap((section) => section.settings);
	expect(shown.map(({ id }) => id).sort()).toEqual([...settingIds].sort());
	const always = ["default", "help", "id", "isSet", "locked", "secret", "title", "type", "value"];
	const sometimes = ["max", "min", "options", "changedBy", "changedAt"];
	for (const one of shown) {
		expect([one.id, always.filter((key) => !(key in one))]).toEqual([one.id, []]);
		expect([one.id, Object.keys(one).filter((key) => ![...always, ...sometimes].includes(key))]).toEqual([one.id, []]);
		if (one.type === "integer") expect([one.id, typeof one.min, typeof one.max]).toEqual([one.id, "number", "number"]);
		if (one.type === "select") expect(one.options?.map(({ value }) => value)).toContain(one.default);
	}
});

test("a changed setting counts at once, and tells who changed it and when", async () => {
	const { status, body } = await world.alice.call<Settings>("PATCH", "/api/admin/settings", {
		changes: {
			Site_Name: "  The Quay  ",
			Message_GroupingPeriod: 60,
			Message_ShowDeletedStatus: true,
			Accounts_RegistrationForm: "Disabled",
		},
	});
	expect(status).toBe(200);
	expect(body).toEqual(await world.alice.get<Settings>("/api/admin/settings"));
	const now = await settings();
	expect(now.get("Site_Name")).toMatchObject({
		value: "The Quay",
		default: "Parley",
		isSet: true,
		changedBy: world.alice.id,
	});
	expect(Date.now() - new Date(now.get("Site_Name")?.changedAt ?? 0).getTime()).toBeLessThan(5_000);
	const { body: server } = await world.call<Server>("GET", "/api/server");
	expect(server).toMatchObject({
		name: "The Quay",
		registration: "closed",
		messages: { groupingSeconds: 60, showDeleted: true },
	});
	await change({
		Site_Name: "Brackwater",
		Message_GroupingPeriod: 300,
		Message_ShowDeletedStatus: false,
		Accounts_RegistrationForm: "Public",
	});
	expect((await settings()).get("Message_GroupingPeriod")).toMatchObject({ value: 300, isSet: false });
});

test("of several changes all are made or none, and each that is wrong is named with what is accepted", async () => {
	const before = await settings();
	const { status, body } = await change({
		Site_Name: "Never",
		Message_GroupingPeriod: "60",
		DirectMesssage_maxUsers: 1,
		Message_ShowDeletedStatus: "true",
		Accounts_RegistrationForm: "Perhaps",
		Site_Url: "ftp://brackwater.example",
		Accounts_LoginExpiration: 1.5,
		No_Such_Setting: true,
		Message_MaxAllowedSize: 4_000,
	});
	expect([status, body.error.code]).toEqual([422, "invalid-input"]);
	const named = Object.fromEntries(body.error.details.fields.map(({ path, code }) => [path, code]));
	expect(named).toEqual({
		"changes.Message_GroupingPeriod": "invalid-value",
		"changes.DirectMesssage_maxUsers": "invalid-value",
		"changes.Message_ShowDeletedStatus": "invalid-value",
		"changes.Accounts_RegistrationForm": "invalid-value",
		"changes.Site_Url": "invalid-value",
		"changes.Accounts_LoginExpiration": "invalid-value",
		"changes.No_Such_Setting": "setting-not-found",
		"changes.Message_MaxAllowedSize": "setting-locked",
	});
	const message = body.error.details.fields.find(({ path }) => path.endsWith("DirectMesssage_maxUsers"))?.message;
	expect(message).toBe("Accepted: a whole number from 2 to 50.");
	expect(await settings()).toEqual(before);
	for (const wrong of [undefined, null, [], "x", { Site_Name: null }, { Site_Name: { $ne: 1 } }, { Site_Name: "" }]) {
		expect([wrong, (await change(wrong)).status]).toEqual([wrong, 422]);
	}
	expect(await settings()).toEqual(before);
});

test("every setting takes the ends of its bounds and nothing beyond them", async () => {
	for (const [id, { type, min, max, locked, value }] of await settings()) {
		if (type !== "integer" || locked || min === undefined || max === undefined) continue;
		for (const [wanted, status] of [
			[min, 200],
			[max, 200],
			[min - 1, 422],
			[max + 1, 422],
			[min + 0.5, 422],
		] as const) {
			expect([id, wanted, (await change({ [id]: wanted })).status]).toEqual([id, wanted, status]);
		}
		await change({ [id]: value });
	}
});

test("what the environment fixes counts, is shown as locked, and cannot be changed", async () => {
	const now = await settings();
	expect(now.get("Message_MaxAllowedSize")).toMatchObject({ value: 3_000, default: 5_000, locked: true, isSet: true });
	expect(now.get("Message_AllowEditing")).toMatchObject({ value: false, locked: true });
	expect(now.get("Site_Name")).toMatchObject({ locked: false });
	const send = (length: number) =>
		world.bob.call("POST", `/api/rooms/${world.general.id}/messages`, { text: "x".repeat(length) });
	expect([(await send(3_000)).status, (await send(3_001)).status]).toEqual([201, 422]);
	const refused = await change({ Message_MaxAllowedSize: 3_000 });
	expect([refused.status, refused.body.error.details.fields[0]?.code]).toEqual([422, "setting-locked"]);
});

/** What the environment would fix if the program started with these. */
function lockedBy(env: Record<string, string>): ReturnType<typeof lockedByEnvironment> {
	forget("config");
	singleton("config", () => readConfig(env));
	try {
		return lockedByEnvironment();
	} finally {
		forget("config");
	}
}

test("a value that is not accepted stops the start with a sentence that names those that are", () => {
	expect(lockedBy({ SETTING_Message_MaxAllowedSize: "100000" }).get("Message_MaxAllowedSize")).toBe(100_000);
	const wrong: [id: string, value: string, accepted: string][] = [
		["Message_MaxAllowedSize", "0", "a whole number from 1 to 100000"],
		["Message_MaxAllowedSize", "5 000", "a whole number from 1 to 100000"],
		["Message_MaxAllowedSize", "", "a whole number from 1 to 100000"],
		["Message_AllowDeleting", "yes", "true or false"],
		["Accounts_RegistrationForm", "public", "Public, Disabled"],
		["Site_Url", "brackwater.example", "an address that begins with http:// or https://"],
		["Site_Name", "", "text of 1 to 100 characters"],
	];
	for (const [id, value, accepted] of wrong) {
		const start = () => lockedBy({ [`SETTING_${id}`]: value });
		expect(start).toThrow(ConfigError);
		expect(start).toThrow(`SETTING_${id} is "${value}", which is not accepted. Accepted: ${accepted}.`);
	}
	for (const [name, value, accepted] of [
		["PORT", "http", "a whole number from 1 to 65535"],
		["RATE_LIMITS", "none", "on, off"],
		["LOG_LEVEL", "loud", "fatal, error, warn, info, debug, trace, silent"],
		["TRUST_PROXY", "nginx", "addresses or ranges (10.0.0.0/8), loopback or private, separated by commas"],
		["ROOT_URL", "brackwater.example", "an address that begins with http:// or https://"],
	] as const) {
		expect(() => readConfig({ [name]: value })).toThrow(
			`${name} is "${value}", which is not accepted. Accepted: ${accepted}.`,
		);
	}
	expect(() => readConfig({ MONGO_URL: "mysql://root:hunter2@db" })).toThrow("(not shown)");
});

test("a setting that does not exist is warned of with the one that is meant", () => {
	const warned = vi.spyOn(log(), "warn").mockImplementation(() => {});
	const locked = lockedBy({
		SETTING_Message_MaxAlowedSize: "1",
		SETTING_DirectMessage_maxUsers: "4",
		SETTING_site_name: "x",
	});
	expect([...locked.keys()]).toEqual([]);
	expect(warned.mock.calls.map(([line]) => line)).toEqual([
		"SETTING_Message_MaxAlowedSize is set, but there is no such setting. Did you mean SETTING_Message_MaxAllowedSize?",
		"SETTING_DirectMessage_maxUsers is set, but there is no such setting. Did you mean SETTING_DirectMesssage_maxUsers?",
		"SETTING_site_name is set, but there is no such setting. Did you mean SETTING_Site_Name?",
	]);
});

test("ROOT_URL fixes the address of the site, without the slash at its end", () => {
	expect(lockedBy({ ROOT_URL: "https://chat.brackwater.example/" })).toEqual(
		new Map([["Site_Url", "https://chat.brackwater.example"]]),
	);
	expect(lockedBy({ SETTING_Site_Url: "https://chat.brackwater.example//" }).get("Site_Url")).toBe(
		"https://chat.brackwater.example",
	);
});

test("every default is a value that its own setting accepts", () => {
	for (const id of settingIds) {
		const { schema, default: value } = definitionOf(id);
		expect([id, schema.safeParse(value).success]).toEqual([id, true]);
	}
});
