import type * as z from "zod";
import type { Section, SettingDefinition } from "../define.ts";
import { accounts } from "./accounts.ts";
import { files } from "./files.ts";
import { general } from "./general.ts";
import { limits } from "./limits.ts";
import { links } from "./links.ts";
import { mail } from "./mail.ts";
import { messages } from "./messages.ts";

/** The registry: the administration page, validation, the environment's override and the masking of secrets come from it. */
export const sections = [general, accounts, messages, files, links, mail, limits] satisfies Section[];

const registry = {
	...general.settings,
	...accounts.settings,
	...messages.settings,
	...files.settings,
	...links.settings,
	...mail.settings,
	...limits.settings,
};

export type SettingId = keyof typeof registry;
export type SettingValue<Id extends SettingId> = z.infer<(typeof registry)[Id]["schema"]>;

export const settingIds = Object.keys(registry) as SettingId[];

export function isSettingId(id: string): id is SettingId {
	return Object.hasOwn(registry, id);
}

export function definitionOf(id: SettingId): SettingDefinition {
	return registry[id] as SettingDefinition;
}
