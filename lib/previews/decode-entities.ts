/** The names of characters that stand in titles: signs of typography, and the letters of Latin-1. */
const NAMED: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	ndash: "–",
	mdash: "—",
	hellip: "…",
	lsquo: "‘",
	rsquo: "’",
	sbquo: "‚",
	ldquo: "“",
	rdquo: "”",
	bdquo: "„",
	lsaquo: "‹",
	rsaquo: "›",
	bull: "•",
	trade: "™",
	euro: "€",
	OElig: "Œ",
	oelig: "œ",
	Scaron: "Š",
	scaron: "š",
	Yuml: "Ÿ",
	...latin1(),
};

/** From U+00A0 on, in their order. */
function latin1(): Record<string, string> {
	const names =
		"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
	return Object.fromEntries(names.split(" ").map((name, index) => [name, String.fromCodePoint(0xa0 + index)]));
}

const LAST_CODE_POINT = 0x10ffff;

/** The characters that `&amp;`, `&#38;` and `&#x26;` stand for; what is not known stays as it is written. */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,9}));/gi, (written, hex, decimal, name) => {
		if (name) return NAMED[name] ?? written;
		const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
		return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : "";
	});
}
