import { Pencil } from "lucide-react";
import { Button } from "@/components/ui/button";

type Props = { titles: string[]; busy: boolean; error: string | undefined; onDiscard: () => void };

/** Stays in sight while something is changed and not saved. */
export function SaveBar({ titles, busy, error, onDiscard }: Props) {
	return (
		<section
			aria-label="Unsaved changes"
			className="sticky bottom-5 z-(--z-bar) mt-6 flex min-h-14 animate-appear flex-wrap items-center gap-3 rounded-lg bg-raised py-2 ps-5 pe-2.5 text-ui shadow-menu"
		>
			<Pencil size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
			<p className="cut flex-1 basis-48">
				{error ? (
					<span role="alert" title={error} className="text-danger-text">
						{error}
					</span>
				) : (
					<>
						<b className="font-semibold">
							{titles.length === 1 ? "1 change not saved" : `${titles.length} changes not saved`}
						</b>
						<span className="text-muted"> · {titles.join(", ")}</span>
					</>
				)}
			</p>
			<div className="flex gap-2">
				<Button look="plain" onClick={onDiscard}>
					Discard
				</Button>
				<Button type="submit" look="main" busy={busy}>
					Save
				</Button>
			</div>
		</section>
	);
}
