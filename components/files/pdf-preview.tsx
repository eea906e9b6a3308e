"use client";
import { useEffect, useRef, useState } from "react";
import { getDocument, type PDFDocumentProxy } from "unpdf/pdfjs";
import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { useFileBytes } from "@/lib/client/file-bytes";
import type { ViewedFile } from "./viewed-file";

/** More would fill the page with drawings; the file has them all. */
const MOST_PAGES = 100;
const MOST_PX_WIDE = 960;

/** The pages of a PDF, drawn by us: a browser's own reader does not open what is sandboxed. Nothing in it is run. */
export function PdfPreview({ file }: { file: ViewedFile }) {
	const t = useTranslations("files");
	const { data, error, refetch } = useFileBytes(file);
	const { pdf, failed } = useOpened(data);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
		<section aria-label={file.name} tabIndex={0} className="size-full overflow-auto focus-visible:-outline-offset-2">
			<div className="mx-auto grid max-w-240 grid-cols-1 gap-4 px-6 py-5 max-md:px-2">
				{error && <NotLoaded error={error} onRetry={() => refetch()} />}
				{failed && <p className="py-10 text-center text-muted">{t("viewer.noPreview")}</p>}
				{!pdf && !error && !failed && <SkeletonRows />}
				{pdf &&
					Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, at) => at + 1).map((number) => (
						<Page key={number} pdf={pdf} number={number} />
					))}
				{pdf && pdf.numPages > MOST_PAGES && <p className="text-sm text-muted">{t("viewer.shortened")}</p>}
			</div>
		</section>
	);
}

function useOpened(data: Uint8Array | undefined): { pdf: PDFDocumentProxy | undefined; failed: boolean } {
	const [pdf, setPdf] = useState<PDFDocumentProxy>();
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		if (!data) return;
		// It takes the bytes for itself.
		const opening = getDocument({ data: data.slice(), useSystemFonts: true, verbosity: 0 });
		opening.promise.then(setPdf, () => setFailed(true));
		return () => void opening.destroy();
	}, [data]);
	return { pdf, failed };
}

/** Drawn when it is about to be seen. Until then it has the size of most pages. */
function Page({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
	const t = useTranslations("files");
	const canvas = useRef<HTMLCanvasElement>(null);
	const [isNear, setIsNear] = useState(number === 1);
	const near = useComesIntoSight(() => setIsNear(true));
	useEffect(() => {
		if (!isNear) return;
		let isGone = false;
		const draw = async () => {
			const page = await pdf.getPage(number);
			const shown = canvas.current;
			if (isGone || !shown) return;
			const { width } = page.getViewport({ scale: 1 });
			const viewport = page.getViewport({ scale: (MOST_PX_WIDE * Math.min(2, devicePixelRatio)) / width });
			shown.width = Math.round(viewport.width);
			shown.height = Math.round(viewport.height);
			await page.render({ canvas: shown, viewport }).promise;
			shown.dataset.drawn = "true";
		};
		draw().catch(() => {});
		return () => {
			isGone = true;
		};
	}, [isNear, pdf, number]);
	return (
		<div ref={near}>
			<canvas
				ref={canvas}
				role="img"
				aria-label={t("viewer.page", { at: number, count: pdf.numPages })}
				width={210}
				height={297}
				className="h-auto w-full rounded-sm bg-white shadow-sm ring-1 ring-border"
			/>
		</div>
	);
}
