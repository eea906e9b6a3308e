"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { register } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { fieldErrorsOf, sentenceOf } from "@/lib/client/errors";
import { signIn } from "@/lib/client/sign-in";
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from "@/lib/shared/limits";
import type { Server } from "@/lib/shared/schemas/server";
import { takenFields } from "./taken-fields";

export function RegisterForm({ server }: { server: Server }) {
	const router = useRouter();
	const cache = useQueryClient();
	const registered = useMutation({
		async mutationFn(fields: FormData) {
			const username = text(fields, "username");
			const password = text(fields, "password");
			await register({ name: text(fields, "name"), username, email: text(fields, "email"), password });
			await signIn(username, password);
		},
		onSuccess() {
			cache.removeQueries({ queryKey: keys.bootstrap });
			router.replace("/");
		},
	});
	const errors = { ...fieldErrorsOf(registered.error), ...takenFields(registered.error) };
	const isElsewhere = registered.isError && Object.keys(errors).length === 0;

	return (
		<>
			<h1 className="text-2xl tracking-tight">Make an account</h1>
			<p className="mt-1 text-muted wrap-anywhere">To talk with the people of {server.name}.</p>
			<Form onSend={(fields) => registered.mutate(fields)} error={registered.error} className="mt-5 grid gap-4.5">
				{isElsewhere && <Note tone="danger">{sentenceOf(registered.error)}</Note>}
				<TextField
					label="Name"
					name="name"
					big
					required
					autoFocus
					autoComplete="name"
					maxLength={MAX_NAME_LENGTH}
					help="As others see it."
					error={errors.name}
				/>
				<TextField
					label="Username"
					name="username"
					big
					required
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={MAX_USERNAME_LENGTH}
					error={errors.username}
				/>
				<TextField
					label="Mail address"
					name="email"
					type="email"
					big
					required
					autoComplete="email"
					maxLength={MAX_EMAIL_LENGTH}
					error={errors.email}
				/>
				<PasswordField
					label="Password"
					name="password"
					big
					required
					autoComplete="new-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={`At least ${server.limits.passwordLength} characters.`}
					error={errors.password}
				/>
				<Button
					type="submit"
					look="main"
					size="wide"
					busy={registered.isPending || registered.isSuccess}
					className="mt-1.5"
				>
					Make the account
				</Button>
			</Form>
			<p className="mt-5 text-center text-ui text-muted">
				You have one?{" "}
				<Link href="/login" className="font-medium text-link hover:underline">
					Sign in
				</Link>
			</p>
		</>
	);
}
