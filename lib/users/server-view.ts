import { version } from "@/package.json";
import { buildId } from "../health/build-id.ts";
import { setting } from "../settings/settings.ts";
import { FALLBACK_LANGUAGE } from "../shared/languages.ts";
import { MAX_FILES } from "../shared/limits.ts";
import type { Server } from "../shared/schemas/server.ts";
import { passwordResetIsOn } from "./password-reset-is-on.ts";
import { isSetUp } from "./set-up.ts";

/** @param isLocal whether who asks sits at the machine itself; undefined where that does not matter */
export async function viewServer(isLocal?: boolean): Promise<Server> {
	const setUp = await isSetUp();
	return {
		name: setting("Site_Name"),
		version,
		build: buildId(),
		setUp,
		...(!setUp && isLocal !== undefined && { setupCodeNeeded: !isLocal }),
		language: setting("Language") || FALLBACK_LANGUAGE,
		registration: setting("Accounts_RegistrationForm") === "Public" ? "open" : "closed",
		passwordReset: passwordResetIsOn(),
		ldap: false,
		calls: false,
		signInWith: [{ id: "password", name: "Password" }],
		limits: {
			messageLength: setting("Message_MaxAllowedSize"),
			directMembers: setting("DirectMesssage_maxUsers"),
			passwordLength: setting("Accounts_Password_Policy_Enabled") ? setting("Accounts_Password_Policy_MinLength") : 1,
		},
		uploads: {
			rooms: setting("FileUpload_Enabled"),
			direct: setting("FileUpload_Enabled") && setting("FileUpload_Enabled_Direct"),
			fileSize: setting("FileUpload_MaxFileSize") < 0 ? null : setting("FileUpload_MaxFileSize"),
			files: MAX_FILES,
		},
		accounts: { mayChangeAvatar: setting("Accounts_AllowUserAvatarChange") },
		messages: {
			groupingSeconds: setting("Message_GroupingPeriod"),
			mayEdit: setting("Message_AllowEditing"),
			editMinutes: setting("Message_AllowEditing_BlockEditInMinutes"),
			mayDelete: setting("Message_AllowDeleting"),
			deleteMinutes: setting("Message_AllowDeleting_BlockDeleteInMinutes"),
			showDeleted: setting("Message_ShowDeletedStatus"),
			longTextAsFile: setting("Message_AllowConvertLongMessagesToAttachment"),
			keepsVersions: setting("Message_KeepHistory"),
		},
	};
}
