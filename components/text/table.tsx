import { classNames } from "@/components/ui/class-names";
import { Inlines } from "./inlines";
import { Sideways } from "./sideways";
import type { Align, Block } from "./tree";

type Props = Omit<Extract<Block, { type: "table" }>, "type">;

const sides = { left: "text-start", center: "text-center", right: "text-end tabular-nums" };

/** Wider than its place, it scrolls sideways in its own box. */
export function Table({ align, head, rows }: Props) {
	return (
		<Sideways className="self-start rounded-md border border-border text-sm">
			<table className="border-collapse">
				<thead className="bg-chip text-muted">
					<tr>
						{head.map((cell, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: cells do not move
							<th key={at} dir="auto" className={classNames("px-3.5 py-1.75 font-semibold", sideOf(align[at]))}>
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
								<td key={at} dir="auto" className={classNames("px-3.5 py-1.75 align-top", sideOf(align[at]))}>
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

function sideOf(align: Align | undefined): string {
	return sides[align ?? "left"];
}
