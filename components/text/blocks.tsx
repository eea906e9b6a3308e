import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock } from "./code-block";
import { Inlines } from "./inlines";
import { BlockMath } from "./math";
import { Table } from "./table";
import type { Block, Item } from "./tree";

type Props = { blocks: Block[]; large?: boolean; after?: ReactNode };

export function Blocks({ blocks, large = false, after }: Props) {
	const last = blocks.at(-1)?.type;
	const isInside = last === "paragraph" || last === "heading";
	return (
		<div className="flex min-w-0 flex-col gap-1.5">
			{blocks.map((block, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text do not move
				<BlockView key={at} block={block} large={large} after={isInside && at === blocks.length - 1 && after} />
			))}
			{!isInside && after && <p>{after}</p>}
		</div>
	);
}

function BlockView({ block, large, after }: { block: Block; large: boolean; after: ReactNode }) {
	switch (block.type) {
		case "paragraph":
			return (
				<p dir="auto" className={classNames("written", large && "py-0.5 text-3xl leading-10")}>
					<Inlines inlines={block.children} />
					{after && <bdi>{after}</bdi>}
				</p>
			);
		case "heading":
			return (
				// Not a heading of the page: what somebody wrote does not structure it.
				<p
					dir="auto"
					className={classNames("written font-semibold", block.level < 3 && "text-lg leading-6 tracking-tight")}
				>
					<Inlines inlines={block.children} />
					{after && <bdi>{after}</bdi>}
				</p>
			);
		case "code":
			return <CodeBlock {...block} />;
		case "quote":
			return (
				<blockquote dir="auto" className="border-s-3 border-border-strong ps-3 text-muted">
					<Blocks blocks={block.blocks} />
				</blockquote>
			);
		case "list":
			return <List start={block.start} items={block.items} />;
		case "table":
			return <Table {...block} />;
		case "math":
			return <BlockMath source={block.text} />;
		case "rule":
			return <hr className="my-1.5 border-border-strong" />;
	}
}

function List({ start, items }: { start: number | undefined; items: Item[] }) {
	const rows = items.map(({ done, blocks }, at) => (
		<li
			// biome-ignore lint/suspicious/noArrayIndexKey: items of one text do not move
			key={at}
			dir="auto"
			className={classNames("marker:text-faint", done !== undefined && "relative list-none")}
		>
			{done !== undefined && (
				<input
					type="checkbox"
					checked={done}
					disabled
					className="absolute -start-5.5 top-1 size-3.5 accent-(--accent)"
				/>
			)}
			<Blocks blocks={blocks} />
		</li>
	));
	const look = "flex flex-col gap-0.5 ps-6";
	if (start === undefined) return <ul className={classNames(look, "list-disc")}>{rows}</ul>;
	return (
		<ol start={start} className={classNames(look, "list-decimal")}>
			{rows}
		</ol>
	);
}
