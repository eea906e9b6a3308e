"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePreferences } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RunAction } from "./row-actions";

type Props = {
	message: Message;
	/** The row has the pointer or the focus: only then can be reached what is in it. */
	active: boolean;
	mayRemove: boolean;
	run: RunAction;
};

/** What the links of a message lead to. The picture has its place before it is there; nothing comes from the other site. */
export function LinkPreviews({ message, active, mayRemove, run }: Props) {
	const t = useTranslations("messages");
	if (!usePreferences().linkPreviews) return null;
	return (
		<div className="mt-1.5 mb-1 flex flex-col gap-1.5">
			{message.previews.map(({ id, url, title, description, site, image }) => (
				<aside
					key={id}
					aria-label={t("preview.label", { title })}
					className="relative flex w-140 max-w-full overflow-hidden rounded-md bg-raised ring-1 ring-border-strong ring-inset"
				>
					<div className="min-w-0 flex-1 px-3.5 py-2.5 text-sm">
						{site && (
							<p dir="auto" className="cut text-muted">
								{site}
							</p>
						)}
						<a
							href={url}
							target="_blank"
							rel="noopener noreferrer"
							tabIndex={active ? 0 : -1}
							dir="auto"
							className="line-clamp-2 rounded-xs text-ui font-semibold wrap-anywhere text-link underline-offset-3 after:absolute after:inset-0 hover:underline"
						>
							{title}
						</a>
						{description && (
							<p dir="auto" className="mt-0.5 line-clamp-2 text-muted wrap-anywhere">
								{description}
							</p>
						)}
					</div>
					{image && (
						<div className="relative min-h-21 w-32 shrink-0 bg-chip max-sm:w-24">
							{/* biome-ignore lint/performance/noImgElement: made by us in its size; Next's optimiser would fetch and keep it again */}
							<img
								src={image}
								alt=""
								loading="lazy"
								decoding="async"
								draggable={false}
								className="absolute inset-0 size-full object-cover"
							/>
						</div>
					)}
					{active && mayRemove && (
						<button
							type="button"
							aria-label={t("preview.remove")}
							title={t("preview.remove")}
							onClick={() => run("removePreviews", message, { previewId: id })}
							className="absolute end-1.5 top-1.5 grid size-7 place-items-center rounded-sm bg-raised text-muted shadow-sm ring-1 ring-border hover:bg-raised-hover hover:text-text pointer-coarse:hidden"
						>
							<X size={16} strokeWidth={1.75} aria-hidden />
						</button>
					)}
				</aside>
			))}
		</div>
	);
}
