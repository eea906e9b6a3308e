import { EmojiNamed } from "@/components/emoji/emoji-named";
import { InlineMath } from "./math";
import { Mention } from "./mention";
import type { Inline } from "./tree";
import { WrittenLink } from "./written-link";

export function Inlines({ inlines }: { inlines: Inline[] }) {
	return inlines.map((inline, at) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
		<InlineView key={at} inline={inline} />
	));
}

function InlineView({ inline }: { inline: Inline }) {
	switch (inline.type) {
		case "text":
			return inline.text;
		case "strong":
			return (
				<strong className="font-semibold">
					<Inlines inlines={inline.children} />
				</strong>
			);
		case "em":
			return (
				<em>
					<Inlines inlines={inline.children} />
				</em>
			);
		case "del":
			return (
				<del>
					<Inlines inlines={inline.children} />
				</del>
			);
		case "code":
			return (
				<code
					dir="ltr"
					className="rounded-xs bg-(--code-inline) box-decoration-clone px-1.25 py-0.5 font-mono text-[0.867em] text-(--on-code) whitespace-pre-wrap"
				>
					{inline.parts ? <Inlines inlines={inline.parts} /> : inline.text}
				</code>
			);
		case "mark":
			return (
				<mark className="rounded-xs bg-highlight box-decoration-clone px-px py-px text-(--on-highlight)">
					{inline.text}
				</mark>
			);
		case "link":
			return (
				<WrittenLink href={inline.href}>
					<Inlines inlines={inline.children} />
				</WrittenLink>
			);
		case "math":
			return <InlineMath source={inline.text} />;
		case "mention":
			return <Mention {...inline} />;
		case "emoji":
			return <EmojiNamed name={inline.name} />;
	}
}
