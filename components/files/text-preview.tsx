"use client";
import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useFileText } from "@/lib/client/file-text";
import type { ViewedFile } from "./viewed-file";

/** A text as it was written, whatever it says that it is: nothing of it is read as a page. */
export function TextPreview({ file }: { file: ViewedFile }) {
	const t = useTranslations("files");
	const { data, error, refetch } = useFileText(file);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
		<section aria-label={file.name} tabIndex={0} className="size-full overflow-auto focus-visible:-outline-offset-2">
			<div className="mx-auto min-h-full w-fit min-w-[min(100%,60rem)] bg-surface px-6 py-5 max-md:px-3.5">
				{error && <NotLoaded error={error} onRetry={() => refetch()} />}
				{!data && !error && <SkeletonRows />}
				{data && (
					<pre dir="auto" className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">
						{data.text}
					</pre>
				)}
				{data && !data.whole && <p className="pt-4 text-sm text-muted">{t("viewer.shortened")}</p>}
			</div>
		</section>
	);
}
