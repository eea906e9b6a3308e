import type { Language } from "@/lib/shared/languages";
import type { Messages } from "./en/all";

/** With this, a key that does not exist is an error of types. */
declare module "use-intl" {
	interface AppConfig {
		Locale: Language;
		Messages: Messages;
	}
}
