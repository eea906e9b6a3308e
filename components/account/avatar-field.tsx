"use client";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { removeAvatar } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { useMe, useServerInfo } from "@/lib/client/session";
import { CropDialog } from "./crop-dialog";

const TAKEN = "image/png,image/jpeg,image/gif,image/webp,image/avif";

/** One's picture: chosen, cut to a square, or taken away. */
export function AvatarField() {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	const me = useMe();
	const { mayChangeAvatar } = useServerInfo().accounts;
	const input = useRef<HTMLInputElement>(null);
	const [image, setImage] = useState<ImageBitmap>();
	const [unreadable, setUnreadable] = useState(false);
	const removed = useMutation({ mutationFn: removeAvatar, onSuccess: applyMe });

	async function open(file: File | undefined): Promise<void> {
		if (!file) return;
		removed.reset();
		// Upright: the browser reads what the camera noted.
		const opened = await createImageBitmap(file).catch(() => undefined);
		setUnreadable(!opened);
		setImage(opened);
	}

	if (!mayChangeAvatar) return null;
	return (
		<div className="mb-5 flex flex-wrap items-center gap-4">
			<Face person={me} size={72} />
			<div className="flex flex-wrap gap-2">
				<Button onClick={() => input.current?.click()}>{t(me.avatar ? "avatar.change" : "avatar.choose")}</Button>
				{me.avatar && (
					<Button look="danger" busy={removed.isPending} onClick={() => removed.mutate()}>
						{t("avatar.remove")}
					</Button>
				)}
			</div>
			<input
				ref={input}
				type="file"
				accept={TAKEN}
				aria-label={t("avatar.choose")}
				hidden
				onChange={({ currentTarget }) => {
					void open(currentTarget.files?.[0]);
					// The same file may be chosen again.
					currentTarget.value = "";
				}}
			/>
			{(unreadable || removed.isError) && (
				<Note tone="danger" className="basis-full">
					{unreadable ? t("avatar.unreadable") : sentenceOf(removed.error)}
				</Note>
			)}
			{image && (
				<CropDialog
					image={image}
					onClose={() => {
						image.close();
						setImage(undefined);
					}}
				/>
			)}
		</div>
	);
}
