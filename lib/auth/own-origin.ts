import { setting } from "../settings/settings.ts";

type Headers = {
	origin?: string | null | undefined;
	host?: string | null | undefined;
	fetchSite?: string | null | undefined;
};

/**
 * Whether a request or a socket comes from our own page: the browser says so by `Origin`, or by `Sec-Fetch-Site` where it
 * sends no Origin. Neither of them: unknown, and refused where a cookie is what lets it in.
 */
export function fromOwnOrigin({ origin, host, fetchSite }: Headers): "own" | "foreign" | "unknown" {
	if (origin) return isOwn(origin, host) ? "own" : "foreign";
	if (fetchSite) return fetchSite === "same-origin" ? "own" : "foreign";
	return "unknown";
}

function isOwn(origin: string, host: string | null | undefined): boolean {
	if (!URL.canParse(origin)) return false;
	const { host: originHost, origin: exact } = new URL(origin);
	const site = setting("Site_Url");
	return originHost === host?.toLowerCase() || (site !== "" && URL.canParse(site) && new URL(site).origin === exact);
}
