"use client";
import { DoorClosed, Globe } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Choices } from "@/components/ui/choices";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from "@/lib/shared/limits";
import { suggestedUsername } from "@/lib/shared/suggested-username";
import type { Answers } from "./answers";

type StepProps = { answers: Answers; errors: Record<string, string>; change: (change: Partial<Answers>) => void };

export function SiteStep({ answers, errors, change, codeNeeded }: StepProps & { codeNeeded: boolean }) {
	const t = useTranslations("setup");
	const origin = useOrigin();
	return (
		<>
			<Head title={t("site.title")} text={t("site.text")} />
			<div className="grid gap-5">
				{codeNeeded && (
					<TextField
						label={t("site.code")}
						value={answers.code}
						onChange={(event) => change({ code: event.target.value })}
						autoComplete="one-time-code"
						autoCapitalize="none"
						spellCheck={false}
						className="font-mono"
						help={t("site.codeHelp")}
						error={errors.code}
					/>
				)}
				<TextField
					label={t("site.name")}
					value={answers.siteName}
					onChange={(event) => change({ siteName: event.target.value })}
					autoFocus={!codeNeeded}
					maxLength={100}
					placeholder={t("site.nameExample")}
					dir="auto"
					error={errors.siteName}
				/>
				<TextField
					label={t("site.address")}
					type="url"
					value={answers.siteUrl || origin}
					onChange={(event) => change({ siteUrl: event.target.value })}
					help={t("site.addressHelp")}
					error={errors.siteUrl}
				/>
			</div>
		</>
	);
}

export function AdministratorStep({ answers, errors, change, passwordLength }: StepProps & { passwordLength: number }) {
	const t = useTranslations("setup");
	const { admin } = answers;
	const set = (field: keyof Answers["admin"]) => (event: { target: { value: string } }) =>
		change({ admin: { ...admin, [field]: event.target.value } });
	return (
		<>
			<Head title={t("administrator.title")} text={t("administrator.text")} />
			<div className="grid gap-5">
				<TextField
					label={t("administrator.name")}
					value={admin.name}
					onChange={({ target }) => change({ admin: named(admin, target.value) })}
					autoFocus
					autoComplete="name"
					maxLength={MAX_NAME_LENGTH}
					error={errors["admin.name"]}
				/>
				<TextField
					label={t("administrator.username")}
					value={admin.username}
					onChange={set("username")}
					onFocus={({ target }) => admin.username === suggestedUsername(admin.name) && target.select()}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={MAX_USERNAME_LENGTH}
					help={t("administrator.usernameHelp")}
					error={errors["admin.username"]}
				/>
				<TextField
					label={t("administrator.email")}
					type="email"
					value={admin.email}
					onChange={set("email")}
					autoComplete="email"
					maxLength={MAX_EMAIL_LENGTH}
					error={errors["admin.email"]}
				/>
				<PasswordField
					label={t("administrator.password")}
					value={admin.password}
					onChange={set("password")}
					autoComplete="new-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={t("administrator.passwordHelp", { length: passwordLength })}
					error={errors["admin.password"]}
				/>
			</div>
		</>
	);
}

/** The username follows the name until somebody chooses another. */
function named(admin: Answers["admin"], name: string): Answers["admin"] {
	const follows = admin.username === suggestedUsername(admin.name);
	return { ...admin, name, username: follows ? suggestedUsername(name) : admin.username };
}

const icons = { open: Globe, closed: DoorClosed } as const;

export function RegistrationStep({ answers, change }: StepProps) {
	const t = useTranslations("setup");
	const choices = (["open", "closed"] as const).map((value) => ({
		value,
		title: t(`registration.${value}.title`),
		text: t(`registration.${value}.text`),
		icon: icons[value],
	}));
	return (
		<>
			<Head title={t("registration.title")} text={t("registration.text")} />
			<Choices
				legend={t("registration.title")}
				choices={choices}
				chosen={answers.registration}
				autoFocus
				onChoose={(registration) => change({ registration })}
			/>
		</>
	);
}

function Head({ title, text }: { title: string; text: string }) {
	return (
		<>
			<h1 className="mt-1 text-2xl tracking-tight">{title}</h1>
			<p className="mt-1.5 mb-7 max-w-130 text-muted">{text}</p>
		</>
	);
}

/** Where this page came from: the server does not know it. */
function useOrigin(): string {
	return useSyncExternalStore(
		() => () => {},
		() => location.origin,
		() => "",
	);
}
