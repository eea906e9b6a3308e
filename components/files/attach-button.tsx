"use client";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

/** Opens the browser's way of choosing files. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
	const t = useTranslations("files");
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<IconButton icon={Plus} label={t("attach")} onClick={() => input.current?.click()} />
			<input
				ref={input}
				type="file"
				multiple
				hidden
				onChange={({ currentTarget }) => {
					onFiles([...(currentTarget.files ?? [])]);
					// The same file may be chosen again.
					currentTarget.value = "";
				}}
			/>
		</>
	);
}
