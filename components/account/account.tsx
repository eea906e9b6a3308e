"use client";
import { useTranslations } from "use-intl";
import { AvatarField } from "./avatar-field";
import { OwnPage, Part } from "./own-page";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { Sessions } from "./sessions";
import { StatusForm } from "./status-form";

export function Account() {
	const t = useTranslations("account");
	return (
		<OwnPage page="account">
			<Part title={t("profile.title")} text={t("profile.text")}>
				<AvatarField />
				<ProfileForm />
			</Part>
			<Part title={t("status.title")} text={t("status.text")}>
				<StatusForm />
			</Part>
			<Part title={t("password.title")} text={t("password.text")}>
				<PasswordForm />
			</Part>
			<Part title={t("sessions.title")} text={t("sessions.text")}>
				<Sessions />
			</Part>
		</OwnPage>
	);
}
