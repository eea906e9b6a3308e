"use client";
import { useMutation } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { SettingValue } from "@/lib/client/api";
import { fieldErrorsOf, sentenceOf } from "@/lib/client/errors";
import { useSaveSettings, useSettings } from "@/lib/client/settings";
import { SaveBar } from "./save-bar";
import { SettingRow } from "./setting-row";
import { drafted, errorOf, valueFrom } from "./setting-values";
import { useUnsaved } from "./use-unsaved";

/** One section of the registry, drawn from what the server says of each setting. What is typed is kept as text until it is saved. */
export function SettingsSection({ id }: { id: string }) {
	const { data, error } = useSettings();
	const save = useSaveSettings();
	const [drafts, setDrafts] = useState<Record<string, SettingValue>>({});
	const section = data?.sections.find((candidate) => candidate.id === id);
	const changed = section?.settings.filter((setting) => setting.id in drafts) ?? [];
	const saved = useMutation({
		mutationFn: () =>
			save(Object.fromEntries(changed.map((setting) => [setting.id, valueFrom(setting, drafts[setting.id])]))),
		onSuccess: () => setDrafts({}),
	});
	const errors = fieldErrorsOf(saved.error);
	useUnsaved(changed.length > 0);

	if (error && !data)
		return (
			<Page>
				<Note tone="danger">{sentenceOf(error)}</Note>
			</Page>
		);
	if (!data)
		return (
			<Page>
				<SkeletonRows rows={8} />
			</Page>
		);
	if (!section) {
		return (
			<Page>
				<Empty level="h1" icon={SearchX} title="There is no such section" text="Choose one from the list." />
			</Page>
		);
	}
	return (
		<Page>
			<title>{`${section.title} · Administration`}</title>
			<h1 className="text-xl tracking-tight">{section.title}</h1>
			<Form onSend={() => saved.mutate()} error={saved.error} className="mt-4">
				{section.settings.map((setting) => (
					<SettingRow
						key={setting.id}
						setting={setting}
						draft={drafts[setting.id]}
						error={errorOf(errors, setting.id)}
						onDraft={(draft) => setDrafts(drafted(drafts, setting, draft))}
					/>
				))}
				{changed.length > 0 && (
					<SaveBar
						titles={changed.map((setting) => setting.title)}
						busy={saved.isPending}
						error={saved.isError ? sentenceOf(saved.error) : undefined}
						onDiscard={() => {
							setDrafts({});
							saved.reset();
						}}
					/>
				)}
				<p role="status" className="sr-only">
					{saved.isSuccess && changed.length === 0 && "Saved"}
				</p>
			</Form>
		</Page>
	);
}

function Page({ children }: { children: ReactNode }) {
	return (
		<main className="min-w-0 flex-1 overflow-y-auto">
			<div className="mx-auto max-w-266 px-8 py-7 pb-32 max-md:px-4 max-md:py-5">{children}</div>
		</main>
	);
}
