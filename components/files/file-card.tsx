"use client";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import type { File } from "@/lib/shared/schemas/file";
import { endingOf, iconOf } from "./file-kind";
import { FileName } from "./file-name";
import { useFileSize } from "./use-file-size";

type Props = {
	file: File;
	/** There is a preview of it; else its name downloads it. */
	onOpen?: (() => void) | undefined;
	/** After its size: who sent it, where that is not said elsewhere. */
	about?: string | undefined;
	tabIndex?: number;
};

/** A file by its name: what it is, how large, and the way to it. */
export function FileCard({ file, onOpen, about, tabIndex }: Props) {
	const t = useTranslations("files");
	const { size } = useFileSize();
	const { name, url } = file;
	const Icon = iconOf(file);
	const title = "flex min-w-0 max-w-full text-start text-ui font-semibold text-text hover:underline underline-offset-3";
	return (
		<div className="flex w-90 max-w-full items-center gap-3 rounded-md bg-raised p-2 ring-1 ring-border-strong ring-inset">
			<span className="grid size-9 shrink-0 place-items-center rounded-sm bg-accent-soft text-on-accent-soft">
				<Icon size={18} strokeWidth={1.75} aria-hidden />
			</span>
			<span className="min-w-0 flex-1">
				{onOpen ? (
					<button type="button" tabIndex={tabIndex} onClick={onOpen} aria-label={t("open", { name })} className={title}>
						<FileName name={name} />
					</button>
				) : (
					<a href={url} download={name} tabIndex={tabIndex} aria-label={t("download", { name })} className={title}>
						<FileName name={name} />
					</a>
				)}
				<span className="block cut text-xs text-muted">
					{[endingOf(name), size(file.size), about].filter(Boolean).join(" · ")}
				</span>
			</span>
			<a
				href={url}
				download={name}
				tabIndex={tabIndex}
				aria-label={t("download", { name })}
				title={t("download", { name })}
				className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-raised-hover hover:text-text pointer-coarse:size-11"
			>
				<Download size={18} strokeWidth={1.75} aria-hidden />
			</a>
		</div>
	);
}
