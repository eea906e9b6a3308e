import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Settings } from "../shared/schemas/server.ts";
import { changeSettings, getSettings, type SettingValue } from "./api.ts";
import { keys } from "./cache.ts";

export function useSettings() {
	return useQuery<Settings>({ queryKey: keys.settings, queryFn: getSettings, staleTime: 0 });
}

/** Saves, and draws anew whatever is shown by a setting: the site's name, what may be edited, who may register. */
export function useSaveSettings() {
	const cache = useQueryClient();
	return async (changes: Record<string, SettingValue>) => {
		const settings = await changeSettings(changes);
		cache.setQueryData(keys.settings, settings);
		void cache.invalidateQueries({ queryKey: keys.bootstrap });
		void cache.invalidateQueries({ queryKey: keys.server });
	};
}
