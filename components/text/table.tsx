import { classNames } from "@/components/ui/class-names";
import { directionOf } from "./direction";
import { Inlines } from "./inlines";
import { Sideways } from "./sideways";
import type { Align, Block } from "./tree";

type Props = Omit<Extract<Block, { type: "table" }>, "type">;

const sides = { left: "text-start", center: "text-center", right: "text-end tabular-nums" };

/** Wider than its place, it scrolls sideways in its own box. */
export function Table({ align, head, rows }: Props) {
	return (
		<Sideways className="self-start rounded-md border border-border text-sm">
			<table dir={directionOf([{ type: "table", align, head, rows }])} className="w-max border-collapse">
				<thead className="bg-chip text-muted">
					<tr>
						{head.map((cell, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: cells do not move
							<th key={at} dir="auto" className={lookOf(align[at], "font-semibold")}>
								<Inlines inlines={cell} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
						<tr key={index} className="border-t border-border">
							{row.map((cell, at) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: cells do not move
								<td key={at} dir="auto" className={lookOf(align[at], "align-top")}>
									<Inlines inlines={cell} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</Sideways>
	);
}

function lookOf(align: Align | undefined, look: string): string {
	return classNames("max-w-80 px-3.5 py-1.75", sides[align ?? "left"], look);
}
