const PROTOCOLS = ["http:", "https:", "mailto:"];

/**
 * Where a link may lead, in the form in which the browser goes there; undefined when that is nowhere. The browser's own parser
 * decides: it reads `java\nscript:` as the browser would.
 */
export function safeHref(written: string): string | undefined {
	if (!URL.canParse(written)) return undefined;
	const { protocol, href } = new URL(written);
	return PROTOCOLS.includes(protocol) ? href : undefined;
}
