"use client";
import { useCustomEmoji } from "@/lib/client/custom-emoji";
import { customEmojiName } from "@/lib/shared/emoji";
import type { CustomEmoji } from "@/lib/shared/schemas/emoji";

/** An emoji as it is kept: the character, or `:name:` of one of the server's own. */
export function EmojiSign({ emoji }: { emoji: string }) {
	const name = customEmojiName(emoji);
	if (name) return <CustomNamed name={name} />;
	// A message of emoji alone is drawn large; what only looks like one is none.
	return emoji.startsWith(":") ? <span className="text-base">{emoji}</span> : emoji;
}

/** One of the server's own; its name while it is not known, and when it is gone. */
function CustomNamed({ name }: { name: string }) {
	const emoji = useCustomEmoji(name);
	return emoji ? <CustomPicture emoji={emoji} /> : <span className="text-base">:{name}:</span>;
}

/** As large as the text around it. It moves only for who likes things to. */
export function CustomPicture({ emoji: { name, url, stillUrl } }: { emoji: CustomEmoji }) {
	return (
		<picture>
			{stillUrl && <source media="(prefers-reduced-motion: reduce)" srcSet={stillUrl} />}
			<img
				src={url}
				alt={`:${name}:`}
				title={`:${name}:`}
				decoding="async"
				draggable={false}
				className="inline-block size-[1.4em] object-contain align-[-0.32em]"
			/>
		</picture>
	);
}
