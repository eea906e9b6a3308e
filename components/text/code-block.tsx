"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import { Folded } from "./folded";
import { Inlines } from "./inlines";
import { CODE_LINES, countOf } from "./lines-of";
import { Sideways } from "./sideways";
import type { Inline } from "./tree";
import { useHighlighted } from "./use-highlighted";

type Props = {
	language: string | undefined;
	file: string | undefined;
	text: string;
	/** With what a search has found, in place of the colours of the language. */
	parts?: Inline[] | undefined;
};

export function CodeBlock({ language, file, text, parts }: Props) {
	const code = useHighlighted(parts ? undefined : language, text);
	const lines = countOf(text);
	const hasHead = file !== undefined;
	return (
		<div
			dir="ltr"
			className="group/code relative max-w-full min-w-0 overflow-hidden rounded-md border border-(--code-border) bg-(--code) text-(--on-code)"
		>
			{hasHead && (
				<div className="flex h-8 pointer-coarse:h-11 items-center border-b border-(--code-border) ps-3.5 pe-14 text-xs text-muted">
					<span className="cut">{file}</span>
				</div>
			)}
			<CopyCode text={text} inHead={hasHead} />
			<Folded name={text} lines={lines} longest={CODE_LINES} inset>
				<Sideways className={classNames("px-3.5 py-2.5", !hasHead && "pointer-coarse:me-11")}>
					<pre className="font-mono text-sm leading-5">
						<code>{parts ? <Inlines inlines={parts} /> : code}</code>
					</pre>
				</Sideways>
			</Folded>
		</div>
	);
}

/** Comes with the pointer or the focus; where nothing hovers it is always there, in a column of its own beside the code. */
function CopyCode({ text, inHead }: { text: string; inHead: boolean }) {
	const t = useTranslations("messages");
	const { copied, copy } = useCopy();
	return (
		<span
			className={classNames(
				"absolute end-1 z-1 rounded-sm",
				inHead
					? "top-0.5"
					: "top-1.5 bg-(--code) opacity-0 group-focus-within/code:opacity-100 group-hover/code:opacity-100 pointer-coarse:inset-y-0 pointer-coarse:end-0 pointer-coarse:rounded-none pointer-coarse:border-s pointer-coarse:border-(--code-border) pointer-coarse:opacity-100",
			)}
		>
			<IconButton
				icon={copied ? Check : Copy}
				label={copied ? t("text.copied") : t("text.copyCode")}
				size="small"
				onClick={() => copy("code", text)}
			/>
			<span role="status" className="sr-only">
				{copied && t("text.copied")}
			</span>
		</span>
	);
}
