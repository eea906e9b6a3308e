"use client";
import { useMutation } from "@tanstack/react-query";
import { ImagePlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { addEmoji } from "@/lib/client/api";
import { applyEmoji } from "@/lib/client/custom-emoji";
import { CUSTOM_EMOJI_NAME } from "@/lib/shared/emoji";

const LONGEST = 32;

/** A picture and a name; the name is offered by that of the file. */
export function EmojiForm() {
	const t = useTranslations("admin");
	const sentenceOf = useSentenceOf();
	const input = useRef<HTMLInputElement>(null);
	const [file, setFile] = useState<File>();
	const [name, setName] = useState("");
	const address = useAddress(file);
	const isFit = CUSTOM_EMOJI_NAME.test(name);
	const added = useMutation({
		mutationFn: (image: File) => addEmoji(name, image),
		onSuccess(emoji) {
			applyEmoji({ name: "emoji:added", payload: { emoji } });
			setFile(undefined);
			setName("");
		},
	});

	function choose(chosen: File | undefined): void {
		if (!chosen) return;
		added.reset();
		setFile(chosen);
		if (name === "") setName(nameFrom(chosen.name));
	}

	return (
		<Form
			onSend={() => file && isFit && added.mutate(file)}
			error={added.error}
			className="mb-6 grid gap-3 rounded-lg bg-raised p-4 ring-1 ring-border ring-inset"
		>
			<div className="flex flex-wrap items-start gap-4">
				<button
					type="button"
					onClick={() => input.current?.click()}
					aria-label={t("emoji.choose")}
					className="mt-6 grid size-16 shrink-0 place-items-center rounded-md bg-chip text-muted hover:text-text"
				>
					{address ? (
						// biome-ignore lint/performance/noImgElement: a file of this device
						<img src={address} alt="" className="size-12 object-contain" />
					) : (
						<ImagePlus size={24} strokeWidth={1.75} aria-hidden />
					)}
				</button>
				<input
					ref={input}
					type="file"
					accept="image/png,image/gif,image/webp,image/jpeg,image/avif"
					hidden
					onChange={({ currentTarget }) => {
						choose(currentTarget.files?.[0]);
						// The same file may be chosen again.
						currentTarget.value = "";
					}}
				/>
				<div className="min-w-50 flex-1">
					<TextField
						label={t("emoji.name")}
						value={name}
						onChange={({ target }) => setName(target.value.toLowerCase().replaceAll(":", "").replaceAll(" ", "_"))}
						autoCapitalize="none"
						autoComplete="off"
						spellCheck={false}
						maxLength={LONGEST}
						help={t("emoji.nameHelp")}
						error={name !== "" && !isFit ? t("emoji.nameWrong") : undefined}
					/>
				</div>
			</div>
			{added.isError && <Note tone="danger">{sentenceOf(added.error)}</Note>}
			<div className="flex items-center justify-end gap-3">
				<p role="status" className="text-sm text-success-text">
					{added.isSuccess && !file && t("emoji.added", { name: added.data.name })}
				</p>
				<Button
					type="submit"
					look={file && isFit ? "main" : "outline"}
					disabled={!file || !isFit}
					busy={added.isPending}
				>
					{t("emoji.add")}
				</Button>
			</div>
		</Form>
	);
}

function useAddress(file: File | undefined): string | undefined {
	const [address, setAddress] = useState<string>();
	useEffect(() => {
		if (!file) return setAddress(undefined);
		const made = URL.createObjectURL(file);
		setAddress(made);
		return () => URL.revokeObjectURL(made);
	}, [file]);
	return address;
}

/** `Party Parrot.gif` → `party_parrot` */
function nameFrom(fileName: string): string {
	const plain = fileName.replace(/\.[^.]*$/, "").toLowerCase();
	const name = plain.replaceAll(/[^a-z0-9_+-]+/g, "_").replaceAll(/^[^a-z0-9]+|_+$/g, "");
	return name.slice(0, LONGEST);
}
