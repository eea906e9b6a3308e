"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { register } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { signIn } from "@/lib/client/sign-in";
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from "@/lib/shared/limits";
import type { Server } from "@/lib/shared/schemas/server";
import { suggestedUsername } from "@/lib/shared/suggested-username";
import { useTakenFields } from "./use-taken-fields";
import { Waiting, type Waits } from "./waiting";

export function RegisterForm({ server }: { server: Server }) {
	const t = useTranslations("signIn");
	const sentenceOf = useSentenceOf();
	const fieldErrors = useFieldErrors();
	const takenFields = useTakenFields();
	const router = useRouter();
	const cache = useQueryClient();
	const [name, setName] = useState("");
	const [username, setUsername] = useState<string>();
	const registered = useMutation({
		async mutationFn(fields: FormData): Promise<Waits | undefined> {
			const [name, username, email] = [text(fields, "name"), text(fields, "username"), text(fields, "email")];
			const password = text(fields, "password");
			const { status } = await register({ name, username, email, password });
			if (status !== "active") return { status, name, email, at: new Date().toISOString() };
			await signIn(username, password);
		},
		onSuccess(waits) {
			if (waits) return;
			cache.removeQueries({ queryKey: keys.bootstrap });
			router.replace("/");
		},
	});
	const errors = { ...fieldErrors(registered.error), ...takenFields(registered.error) };
	const isElsewhere = registered.isError && Object.keys(errors).length === 0;
	if (registered.data) return <Waiting site={server.name} waits={registered.data} />;

	return (
		<>
			<h1 className="text-2xl tracking-tight">{t("register.title")}</h1>
			<p className="mt-1.5 text-muted wrap-anywhere">{t("register.text", { site: server.name })}</p>
			<Form onSend={(fields) => registered.mutate(fields)} error={registered.error} className="mt-5 grid gap-4.5">
				{isElsewhere && <Note tone="danger">{sentenceOf(registered.error)}</Note>}
				<TextField
					label={t("register.name")}
					name="name"
					value={name}
					onChange={(event) => setName(event.target.value)}
					big
					required
					autoFocus
					autoComplete="name"
					dir="auto"
					maxLength={MAX_NAME_LENGTH}
					help={t("register.nameHelp")}
					error={errors.name}
				/>
				<TextField
					label={t("register.username")}
					name="username"
					value={username ?? suggestedUsername(name)}
					onChange={(event) => setUsername(event.target.value)}
					onFocus={(event) => username === undefined && event.target.select()}
					big
					required
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={MAX_USERNAME_LENGTH}
					help={t("register.usernameHelp")}
					error={errors.username}
				/>
				<TextField
					label={t("register.email")}
					name="email"
					type="email"
					big
					required
					autoComplete="email"
					maxLength={MAX_EMAIL_LENGTH}
					error={errors.email}
				/>
				<PasswordField
					label={t("password")}
					name="password"
					big
					required
					autoComplete="new-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={t("register.passwordHelp", { length: server.limits.passwordLength })}
					error={errors.password}
				/>
				<Button
					type="submit"
					look="main"
					size="wide"
					busy={registered.isPending || registered.isSuccess}
					className="mt-1.5"
				>
					{t("register.verb")}
				</Button>
			</Form>
			<p className="mt-5 text-center text-ui text-muted">
				{t("register.haveOne")}{" "}
				<Link href="/login" className="font-medium text-link hover:underline">
					{t("verb")}
				</Link>
			</p>
		</>
	);
}
