import { config } from "../config.ts";
import { setting } from "./settings.ts";

/** Where people reach the server, without a trailing slash: what links in mails begin with. */
export function siteUrl(): string {
	return setting("Site_Url") || `http://localhost:${config().port}`;
}
