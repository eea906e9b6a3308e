"use client";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { lateComponent } from "@/components/ui/late-component";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotFetched } from "@/components/words/not-fetched";
import { iconOf, kindOf } from "./file-kind";
import { TextPreview } from "./text-preview";
import type { ViewedFile } from "./viewed-file";
import { ZoomedImage } from "./zoomed-image";

/** It has to be held whole. */
const MOST_PDF_BYTES = 50_000_000;

/** Larger than all the rest of the page: fetched with the first PDF. */
const PdfPreview = lateComponent(() => import("./pdf-preview").then((module) => module.PdfPreview), PdfWaiting);

type Props = { file: ViewedFile; zoom: number; onZoom: (zoom: number) => void };

/** A file as large as there is room. */
export function FilePreview({ file, zoom, onZoom }: Props) {
	const t = useTranslations("files");
	const { name, url } = file;
	switch (kindOf(file)) {
		case "image":
			return <ZoomedImage file={file} zoom={zoom} onZoom={onZoom} />;
		case "video":
			return (
				<div className="grid size-full place-items-center p-4">
					{/* biome-ignore lint/a11y/useMediaCaption: nobody has written what people say in a video */}
					<video controls playsInline src={url} aria-label={t("video", { name })} className="max-h-full max-w-full" />
				</div>
			);
		case "audio":
			return (
				<div className="grid size-full place-items-center p-4">
					{/* biome-ignore lint/a11y/useMediaCaption: nobody has written what people say in a recording */}
					<audio controls src={url} aria-label={t("audio", { name })} className="w-120 max-w-full" />
				</div>
			);
		case "pdf":
			return file.size <= MOST_PDF_BYTES ? <PdfPreview file={file} /> : <NoPreview file={file} />;
		case "text":
			return <TextPreview file={file} />;
		default:
			return <NoPreview file={file} />;
	}
}

function NoPreview({ file }: { file: ViewedFile }) {
	const t = useTranslations("files");
	const Icon = iconOf(file);
	return (
		<div className="grid size-full place-content-center justify-items-center gap-3 p-6 text-center">
			<span className="grid size-14 place-items-center rounded-lg bg-accent-soft text-on-accent-soft">
				<Icon size={24} strokeWidth={1.75} aria-hidden />
			</span>
			<p className="text-muted">{t("viewer.noPreview")}</p>
			<a
				href={file.url}
				download={file.name}
				className="flex min-h-11 items-center gap-2 rounded-md px-3.5 text-ui font-semibold text-link hover:underline"
			>
				<Download size={18} strokeWidth={1.75} aria-hidden />
				<bdi className="wrap-anywhere">{t("download", { name: file.name })}</bdi>
			</a>
		</div>
	);
}

function PdfWaiting({ onRetry }: { file: ViewedFile; onRetry?: (() => void) | undefined }) {
	return <div className="px-6 py-5">{onRetry ? <NotFetched onRetry={onRetry} /> : <SkeletonRows />}</div>;
}
