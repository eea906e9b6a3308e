import { mailIsOn } from "../mail/deliver.ts";
import { setting } from "../settings/settings.ts";

export function passwordResetIsOn(): boolean {
	return setting("Accounts_PasswordReset") && mailIsOn();
}
