"use client";
import { useMutation } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useFieldErrors } from "@/components/words/use-sentence-of";
import type { SettingValue } from "@/lib/client/api";
import { useSaveSettings, useSettings } from "@/lib/client/settings";
import type { SettingView } from "@/lib/shared/schemas/server";
import { drafted, errorOf, valueFrom } from "./setting-values";
import { useUnsaved } from "./use-unsaved";

type Drafts = {
	/** What was typed and not saved, whatever section is shown. */
	changed: SettingView[];
	of(setting: SettingView): SettingValue | undefined;
	errorOf(setting: SettingView): string | undefined;
	draft(setting: SettingView, value: SettingValue | undefined): void;
	save(): void;
	discard(): void;
	saved: { isPending: boolean; isSuccess: boolean; error: unknown };
};

const Context = createContext<Drafts | undefined>(undefined);

/** Keeps what was typed while one looks at other sections. What is typed is kept as text until it is saved. */
export function DraftsOfSettings({ children }: { children: ReactNode }) {
	const { data } = useSettings();
	const save = useSaveSettings();
	const fieldErrors = useFieldErrors();
	const [drafts, setDrafts] = useState<Record<string, SettingValue>>({});
	const all = data?.sections.flatMap(({ settings }) => settings) ?? [];
	const changed = all.filter(({ id }) => id in drafts);
	const saved = useMutation({
		mutationFn: () =>
			save(Object.fromEntries(changed.map((setting) => [setting.id, valueFrom(setting, drafts[setting.id])]))),
		onSuccess: () => setDrafts({}),
	});
	const errors = fieldErrors(saved.error);
	useUnsaved(changed.length > 0);
	const value: Drafts = {
		changed,
		of: ({ id }) => drafts[id],
		errorOf: ({ id }) => errorOf(errors, id),
		draft: (setting, value) => setDrafts(drafted(drafts, setting, value)),
		save: () => saved.mutate(),
		discard() {
			setDrafts({});
			saved.reset();
		},
		saved,
	};
	return <Context value={value}>{children}</Context>;
}

export function useDrafts(): Drafts {
	const drafts = useContext(Context);
	if (!drafts) throw new Error("Settings are drawn below DraftsOfSettings.");
	return drafts;
}
