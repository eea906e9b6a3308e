"use client";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock } from "./code-block";
import { directionOf } from "./direction";
import { Inlines } from "./inlines";
import { BlockMath } from "./math";
import { Table } from "./table";
import { Tick } from "./tick";
import type { Block, Item } from "./tree";

type Props = { blocks: Block[]; large?: boolean; tight?: boolean; after?: ReactNode };

export function Blocks({ blocks, large = false, tight = false, after }: Props) {
	const last = blocks.at(-1)?.type;
	const isInside = last === "paragraph" || last === "heading";
	return (
		<div className={classNames("flex min-w-0 flex-col", tight ? "gap-0.5" : "gap-1.5")}>
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
				<p dir="auto" className={classNames("written", large && "py-0.5 text-(length:--text-3xl) leading-10")}>
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
				<blockquote dir={directionOf(block.blocks)} className="border-s-3 border-border-strong ps-3 text-muted">
					<Blocks blocks={block.blocks} />
				</blockquote>
			);
		case "list":
			return <List {...block} />;
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
			className={classNames("marker:text-faint marker:tabular-nums", done !== undefined && "relative list-none")}
		>
			{done !== undefined && <Tick done={done} />}
			<Blocks blocks={blocks} tight />
		</li>
	));
	const direction = directionOf(items.flatMap(({ blocks }) => blocks));
	const look = "flex flex-col gap-0.5 ps-6";
	if (start === undefined) {
		return (
			<ul dir={direction} className={classNames(look, "list-disc")}>
				{rows}
			</ul>
		);
	}
	return (
		<ol dir={direction} start={start} className={classNames(look, "list-decimal")}>
			{rows}
		</ol>
	);
}
