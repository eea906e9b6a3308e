"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { keys } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { safeNext } from "@/lib/client/place";
import { useServer } from "@/lib/client/rooms";
import { signIn } from "@/lib/client/sign-in";
import { endWords } from "./end-words";

export function SignInForm() {
	const { data: server } = useServer();
	const router = useRouter();
	const params = useSearchParams();
	const cache = useQueryClient();
	const password = useRef<HTMLInputElement>(null);
	const ended = endWords(params.get("ended"));
	const entered = useMutation({
		mutationFn: (fields: FormData) => signIn(text(fields, "login"), text(fields, "password")),
		onSuccess() {
			cache.removeQueries({ queryKey: keys.bootstrap });
			router.replace(safeNext(params.get("next")));
		},
		onError: () => password.current?.select(),
	});

	useEffect(() => {
		if (server?.setUp === false) router.replace("/setup");
	}, [server?.setUp, router]);

	return (
		<>
			<title>{server ? `Sign in · ${server.name}` : "Sign in"}</title>
			<h1 className="text-2xl tracking-tight">Sign in</h1>
			<p className="mt-1 min-h-5.5 text-muted wrap-anywhere">
				{server && `To the rooms and messages of ${server.name}.`}
			</p>
			<Form onSend={(fields) => entered.mutate(fields)} error={entered.error} className="mt-5 grid gap-4.5">
				{entered.isError && <Note tone="danger">{sentenceOf(entered.error)}</Note>}
				{ended && !entered.isError && <Note tone="plain">{ended}</Note>}
				<TextField
					label="Username or mail address"
					name="login"
					big
					required
					autoFocus
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<PasswordField ref={password} label="Password" name="password" big required autoComplete="current-password" />
				<Button type="submit" look="main" size="wide" busy={entered.isPending || entered.isSuccess} className="mt-1.5">
					Sign in
				</Button>
			</Form>
			{server?.registration === "open" && (
				<p className="mt-5 text-center text-ui text-muted">
					New here?{" "}
					<Link href="/register" className="font-medium text-link hover:underline">
						Make an account
					</Link>
				</p>
			)}
		</>
	);
}
