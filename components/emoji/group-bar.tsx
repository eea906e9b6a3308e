"use client";
import { Apple, Car, Flag, Hand, Leaf, Lightbulb, type LucideIcon, Smile, SquareAsterisk, Trophy } from "lucide-react";
import type { RefObject } from "react";

const icons = new Map<number, LucideIcon>([
	[0, Smile],
	[1, Hand],
	[3, Leaf],
	[4, Apple],
	[5, Car],
	[6, Trophy],
	[7, Lightbulb],
	[8, SquareAsterisk],
	[9, Flag],
]);

export type Group = { id: number; label: string; count: number };
type Props = { groups: Group[]; columns: number; viewport: RefObject<HTMLDivElement | null> };

/** Goes to the beginning of a group. The list draws only what is seen: the place is reckoned from the sizes that it tells. */
export function GroupBar({ groups, columns, viewport }: Props) {
	function show(index: number) {
		const list = viewport.current?.firstElementChild;
		if (!list) return;
		const styles = getComputedStyle(list);
		const head = Number.parseFloat(styles.getPropertyValue("--frimousse-category-header-height"));
		const row = Number.parseFloat(styles.getPropertyValue("--frimousse-row-height"));
		const top = groups.slice(0, index).reduce((sum, { count }) => sum + head + Math.ceil(count / columns) * row, 0);
		viewport.current?.scrollTo({ top });
	}

	return (
		<div className="flex overflow-hidden px-2 [scrollbar-gutter:stable]">
			{groups.map(({ id, label }, index) => {
				const Icon = icons.get(id) ?? Smile;
				return (
					<button
						key={id}
						type="button"
						title={label}
						aria-label={label}
						onClick={() => show(index)}
						className="grid h-8 flex-1 place-items-center rounded-sm text-muted hover:bg-raised-hover hover:text-text focus-visible:-outline-offset-2 pointer-coarse:h-11"
					>
						<Icon size={18} strokeWidth={1.75} aria-hidden />
					</button>
				);
			})}
		</div>
	);
}
