"use client";
import { Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Inlines } from "@/components/text/inlines";
import type { Inline } from "@/components/text/tree";
import type { SearchHit } from "@/lib/shared/schemas/search";

/** What was found in the previews of a message's links. */
export function FoundPreviews({ hit: { message, previews } }: { hit: SearchHit }) {
	const t = useTranslations("search");
	return (
		<ul aria-label={t("hit.previews")} className="mt-1 grid grid-cols-1 gap-1 text-sm">
			{previews.map((found) => {
				const preview = message.previews.find(({ id }) => id === found.id);
				if (!preview) return null;
				const { title, description = "" } = preview;
				return (
					<li key={found.id} className="flex min-w-0 gap-1.5 text-muted">
						<Link2 size={14} strokeWidth={1.75} aria-hidden className="mt-1 shrink-0" />
						<p dir="auto" className="min-w-0 wrap-anywhere">
							<span className="font-medium text-text">
								<Inlines inlines={marked(title, found.title)} />
							</span>
							{found.description.length > 0 && (
								<span className="before:content-['_·_'/'']">
									<Inlines inlines={marked(description, found.description)} />
								</span>
							)}
						</p>
					</li>
				);
			})}
		</ul>
	);
}

/** @param ranges in their order, none inside another */
function marked(text: string, ranges: [number, number][]): Inline[] {
	const parts: Inline[] = [];
	let at = 0;
	for (const [start, end] of ranges) {
		parts.push({ type: "text", text: text.slice(at, start) }, { type: "mark", text: text.slice(start, end) });
		at = end;
	}
	return [...parts, { type: "text", text: text.slice(at) }];
}
