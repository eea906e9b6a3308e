import { expect, test } from "vitest";
import type { SettingView } from "@/lib/shared/schemas/server";
import { findSettings } from "./find-settings.ts";

const setting = (id: string, title: string, help: string): SettingView => ({
	id,
	title,
	help,
	type: "string",
	value: "",
	default: "",
	locked: false,
	secret: false,
	isSet: false,
});
const sections = [
	{ id: "general", title: "General", settings: [setting("Site_Name", "Name of the site", "Shown in the sidebar.")] },
	{ id: "limits", title: "Limits", settings: [setting("Most", "Longest message", "In characters.")] },
];
const german: Record<string, string> = { Site_Name: "Name der Website", Most: "Längste Nachricht" };
const words = { title: ({ id }: SettingView) => german[id] ?? "", help: () => "" };
const found = (query: string) =>
	findSettings(sections, query, words).flatMap(({ settings }) => settings.map(({ id }) => id));

test("settings are found by their words in both languages, and by their ids", () => {
	expect(found("sidebar")).toEqual(["Site_Name"]);
	expect(found("site_n")).toEqual(["Site_Name"]);
	expect(found("langste NACHRICHT")).toEqual(["Most"]);
	expect(found("name message")).toEqual([]);
	expect(found("m")).toEqual(["Site_Name", "Most"]);
});
