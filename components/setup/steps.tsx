"use client";
import { DoorClosed, Globe } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Choices } from "@/components/ui/choices";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from "@/lib/shared/limits";
import type { Answers } from "./answers";

type StepProps = { answers: Answers; errors: Record<string, string>; change: (change: Partial<Answers>) => void };

export function SiteStep({ answers, errors, change, codeNeeded }: StepProps & { codeNeeded: boolean }) {
	const origin = useOrigin();
	return (
		<>
			<Head title="Name and address" text="How your people will call this server, and where they reach it." />
			<div className="grid gap-5">
				{codeNeeded && (
					<TextField
						label="One-time code"
						value={answers.code}
						onChange={(event) => change({ code: event.target.value })}
						autoComplete="one-time-code"
						autoCapitalize="none"
						spellCheck={false}
						className="font-mono"
						help="The server printed it when it started: only who sees its log can set it up."
						error={errors.code}
					/>
				)}
				<TextField
					label="Name"
					value={answers.siteName}
					onChange={(event) => change({ siteName: event.target.value })}
					autoFocus={!codeNeeded}
					maxLength={100}
					placeholder="Your company or team"
					error={errors.siteName}
				/>
				<TextField
					label="Address"
					type="url"
					value={answers.siteUrl || origin}
					onChange={(event) => change({ siteUrl: event.target.value })}
					help="It stands in the links that are sent to people."
					error={errors.siteUrl}
				/>
			</div>
		</>
	);
}

export function AdministratorStep({ answers, errors, change, passwordLength }: StepProps & { passwordLength: number }) {
	const { admin } = answers;
	const set = (field: keyof Answers["admin"]) => (event: { target: { value: string } }) =>
		change({ admin: { ...admin, [field]: event.target.value } });
	return (
		<>
			<Head title="Administrator" text="Your own account. It may do everything on this server." />
			<div className="grid gap-5">
				<TextField
					label="Your name"
					value={admin.name}
					onChange={set("name")}
					autoFocus
					autoComplete="name"
					maxLength={MAX_NAME_LENGTH}
					error={errors["admin.name"]}
				/>
				<TextField
					label="Username"
					value={admin.username}
					onChange={set("username")}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={MAX_USERNAME_LENGTH}
					help="People mention you with it."
					error={errors["admin.username"]}
				/>
				<TextField
					label="Mail address"
					type="email"
					value={admin.email}
					onChange={set("email")}
					autoComplete="email"
					maxLength={MAX_EMAIL_LENGTH}
					error={errors["admin.email"]}
				/>
				<PasswordField
					label="Password"
					value={admin.password}
					onChange={set("password")}
					autoComplete="new-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={`At least ${passwordLength} characters.`}
					error={errors["admin.password"]}
				/>
			</div>
		</>
	);
}

const choices = [
	{ value: "open", title: "Open", text: "Anyone who can reach the page gets an account at once.", icon: Globe },
	{ value: "closed", title: "Closed", text: "Only administrators make accounts.", icon: DoorClosed },
] as const;

export function RegistrationStep({ answers, change }: StepProps) {
	return (
		<>
			<Head title="Who may register?" text="This is about those who find the page themselves." />
			<Choices
				legend="Who may register?"
				choices={choices}
				chosen={answers.registration}
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
