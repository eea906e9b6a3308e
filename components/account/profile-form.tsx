"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProfileFieldInput } from "@/components/people/profile-field-input";
import { useTakenFields } from "@/components/sign-in/use-taken-fields";
import { Form } from "@/components/ui/form";
import { PasswordField, TextArea, TextField } from "@/components/ui/text-field";
import { useFieldErrors } from "@/components/words/use-sentence-of";
import { changeMe } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { useMe, useProfileFields } from "@/lib/client/session";
import {
	MAX_BIO_LENGTH,
	MAX_EMAIL_LENGTH,
	MAX_NAME_LENGTH,
	MAX_PASSWORD_LENGTH,
	MAX_USERNAME_LENGTH,
} from "@/lib/shared/limits";
import type { MeChange } from "@/lib/shared/schemas/user";
import { SaveRow } from "./save-row";

type Field = "name" | "username" | "email" | "bio" | "password";

export function ProfileForm() {
	const t = useTranslations("account");
	const me = useMe();
	const fieldErrors = useFieldErrors();
	const takenFields = useTakenFields();
	const profileFields = useProfileFields();
	const [changes, setChanges] = useState<MeChange>({});
	const saved = useMutation({
		mutationFn: () => changeMe(changes),
		onSuccess(changed) {
			applyMe(changed);
			setChanges({});
		},
	});
	const errors = { ...fieldErrors(saved.error), ...takenFields(saved.error) };
	const movesMail = changes.email !== undefined && changes.email.trim() !== me.email;
	const set = (field: Field) => (event: { target: { value: string } }) => {
		const { [field]: _, ...others } = changes;
		const isSame = event.target.value === { ...me, bio: me.bio ?? "", password: "" }[field];
		setChanges(isSame ? others : { ...others, [field]: event.target.value });
	};
	const setField = (name: string, value: string) => {
		const { [name]: _, ...rest } = changes.fields ?? {};
		const fields = value === (me.fields?.[name] ?? "") ? rest : { ...rest, [name]: value };
		const { fields: _all, ...others } = changes;
		setChanges(Object.keys(fields).length === 0 ? others : { ...others, fields });
	};
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			<TextField
				label={t("profile.name")}
				value={changes.name ?? me.name}
				onChange={set("name")}
				autoComplete="name"
				dir="auto"
				maxLength={MAX_NAME_LENGTH}
				error={errors.name}
			/>
			<TextField
				label={t("profile.username")}
				value={changes.username ?? me.username}
				onChange={set("username")}
				autoComplete="username"
				autoCapitalize="none"
				spellCheck={false}
				maxLength={MAX_USERNAME_LENGTH}
				help={t("profile.usernameHelp")}
				error={errors.username}
			/>
			<TextField
				label={t("profile.email")}
				type="email"
				value={changes.email ?? me.email}
				onChange={set("email")}
				autoComplete="email"
				maxLength={MAX_EMAIL_LENGTH}
				help={t("profile.emailHelp")}
				error={errors.email}
			/>
			{movesMail && (
				<PasswordField
					label={t("profile.password")}
					value={changes.password ?? ""}
					onChange={set("password")}
					autoComplete="current-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={t("profile.passwordHelp")}
					error={errors.password}
				/>
			)}
			<TextArea
				label={t("profile.bio")}
				hint={t("optional")}
				value={changes.bio ?? me.bio ?? ""}
				onChange={set("bio")}
				dir="auto"
				maxLength={MAX_BIO_LENGTH}
				error={errors.bio}
			/>
			{profileFields.map((field) => (
				<ProfileFieldInput
					key={field.name}
					field={field}
					value={changes.fields?.[field.name] ?? me.fields?.[field.name] ?? ""}
					onChange={field.editable ? (value) => setField(field.name, value) : undefined}
					error={errors[`fields.${field.name}`]}
				/>
			))}
			<SaveRow
				saved={saved}
				touched={Object.keys(changes).length > 0}
				hasFieldErrors={Object.keys(errors).length > 0}
			/>
		</Form>
	);
}
