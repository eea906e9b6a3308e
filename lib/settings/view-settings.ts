import type { Settings, SettingView } from "../shared/schemas/server.ts";
import type { SettingDefinition } from "./define.ts";
import { isSettingId, sections } from "./definitions/all.ts";
import { chosenSetting, isLocked, setting } from "./settings.ts";

/** Everything that the administration page draws; secrets without their values. */
export function viewSettings(): Settings {
	return {
		sections: sections.map(({ id, title, settings }) => ({
			id,
			title,
			settings: Object.entries<SettingDefinition>(settings).map(([id, definition]) => viewSetting(id, definition)),
		})),
	};
}

function viewSetting(id: string, definition: SettingDefinition): SettingView {
	if (!isSettingId(id)) throw new Error(`${id} stands in a section but not in the registry.`);
	const { type, title, help, secret, min, max, options } = definition;
	const value = setting(id);
	const chosen = chosenSetting(id);
	return {
		id,
		type,
		title,
		help,
		value: secret ? null : value,
		default: secret ? null : definition.default,
		locked: isLocked(id),
		secret,
		isSet: value !== definition.default,
		...(min !== undefined && { min }),
		...(max !== undefined && { max }),
		...(options && { options }),
		...(chosen && { changedBy: chosen.changedBy, changedAt: chosen.changedAt.toISOString() }),
	};
}
