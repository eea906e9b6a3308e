/** One emoji as Unicode recommends it for exchange. */
const EMOJI = /^\p{RGI_Emoji}$/v;
/** Says that the character before it is meant as a picture: `❤` alone is a letter's sign. */
const AS_PICTURE = "\uFE0F";

/** @returns the emoji in the one form in which it is kept, so that the same one is not two; undefined for anything else */
export function emojiOf(text: string): string | undefined {
	const plain = text.normalize("NFC");
	if (EMOJI.test(plain)) return plain;
	return EMOJI.test(plain + AS_PICTURE) ? plain + AS_PICTURE : undefined;
}

/** Of an emoji of the server's own: 2 to 32 small letters, digits, `_`, `-` and `+`. */
export const CUSTOM_EMOJI_NAME = /^[a-z0-9][a-z0-9_+-]{1,31}$/;

/** @returns the name in `:name:`; undefined for anything else */
export function customEmojiName(text: string): string | undefined {
	const name = text.startsWith(":") && text.endsWith(":") ? text.slice(1, -1) : "";
	return CUSTOM_EMOJI_NAME.test(name) ? name : undefined;
}
