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
