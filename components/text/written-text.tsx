"use client";
import { memo, type ReactNode } from "react";
import type { Message } from "@/lib/shared/schemas/message";
import { Blocks } from "./blocks";
import { Folded } from "./folded";
import { Inlines } from "./inlines";
import { linesOf } from "./lines-of";
import { Mentioned } from "./mentioned";
import { parse, parseLine } from "./parse";

type Props = {
	text: string;
	/** Whom the server says this text mentions; other names are only words. */
	mentions?: Message["mentions"];
	/** Stands behind the last word. */
	after?: ReactNode;
};

/** What somebody wrote, in blocks. */
export const WrittenText = memo(function WrittenText({ text, mentions, after }: Props) {
	const { blocks, large } = parse(text);
	return (
		<Mentioned mentions={mentions}>
			<Folded name={text} lines={linesOf(blocks)}>
				<Blocks blocks={blocks} large={large} after={after} />
			</Folded>
		</Mentioned>
	);
});

/** For topics and other places of one line. */
export const InlineText = memo(function InlineText({ text }: { text: string }) {
	return <Inlines inlines={parseLine(text)} />;
});
